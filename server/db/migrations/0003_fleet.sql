ALTER TABLE "missions" ADD COLUMN "deadline" bigint;--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "refused_by" text[];--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "since" bigint;--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "arrived_at" bigint;--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "failures" integer;--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "saved_seconds" double precision;--> statement-breakpoint
ALTER TABLE "missions" DROP COLUMN "errand";