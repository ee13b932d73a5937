CREATE TABLE "approvals" (
	"hall_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"kind" text NOT NULL,
	"place" text,
	"label" text,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "approvals_hall_id_secret_hash_pk" PRIMARY KEY("hall_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_anchors" (
	"hall_id" text PRIMARY KEY NOT NULL,
	"n" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_step" bigint;