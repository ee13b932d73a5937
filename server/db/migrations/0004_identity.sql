CREATE TABLE "audit" (
	"hall_id" text NOT NULL,
	"n" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"role" text NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"address" text NOT NULL,
	"outcome" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_hall_id_n_pk" PRIMARY KEY("hall_id","n")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"hall_id" text NOT NULL,
	"device_id" text NOT NULL,
	"kind" text NOT NULL,
	"place" text,
	"label" text,
	"token_hash" text NOT NULL,
	"paired_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "devices_hall_id_device_id_pk" PRIMARY KEY("hall_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"hall_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"totp" text,
	"disabled" boolean NOT NULL,
	CONSTRAINT "people_hall_id_person_id_pk" PRIMARY KEY("hall_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hall_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "sessions_hall_id_token_hash_pk" PRIMARY KEY("hall_id","token_hash")
);
--> statement-breakpoint
CREATE INDEX "audit_hall_id_at_index" ON "audit" USING btree ("hall_id","at");