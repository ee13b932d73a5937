CREATE TABLE "appointments" (
	"hall_id" text NOT NULL,
	"code" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"priority_reason" text,
	"language" text,
	"state" text NOT NULL,
	"ticket_id" text,
	"booked_at" bigint,
	CONSTRAINT "appointments_hall_id_code_pk" PRIMARY KEY("hall_id","code")
);
--> statement-breakpoint
ALTER TABLE "missions" ADD COLUMN "ticket_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "rolled" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "done_ids" text[];--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_at" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "only_at" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "issued_unprinted" boolean;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "parked_at" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "parked_for" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "mission_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reason" jsonb;--> statement-breakpoint
CREATE INDEX "appointments_hall_id_from_at_index" ON "appointments" USING btree ("hall_id","from_at");