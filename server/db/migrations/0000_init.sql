CREATE TABLE "alerts" (
	"hall_id" text NOT NULL,
	"alert_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" jsonb NOT NULL,
	"zone_id" text,
	"place" jsonb,
	"since" bigint NOT NULL,
	"raised_at" bigint NOT NULL,
	"state" text NOT NULL,
	"accepted_at" bigint,
	"accepted_by" text,
	"measure" text,
	"outcome" text,
	"ended_at" bigint,
	CONSTRAINT "alerts_hall_id_alert_id_pk" PRIMARY KEY("hall_id","alert_id")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"hall_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"cause" text NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "facts_hall_id_seq_pk" PRIMARY KEY("hall_id","seq")
);
--> statement-breakpoint
CREATE TABLE "missions" (
	"hall_id" text NOT NULL,
	"mission_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_place" text NOT NULL,
	"to_place" text NOT NULL,
	"note" text,
	"priority" integer NOT NULL,
	"state" text NOT NULL,
	"why" jsonb,
	"errand" jsonb,
	"robot_id" text,
	"requested_at" bigint NOT NULL,
	"delivered_at" bigint,
	"ended_at" bigint,
	"reason" text,
	CONSTRAINT "missions_hall_id_mission_id_pk" PRIMARY KEY("hall_id","mission_id")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"hall_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"number" text NOT NULL,
	"service_ids" text[] NOT NULL,
	"lane" text NOT NULL,
	"priority_reason" text,
	"language" text,
	"state" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"called_at" bigint,
	"started_at" bigint,
	"finished_at" bigint,
	"window_id" text,
	"calls" integer NOT NULL,
	"promised" jsonb,
	CONSTRAINT "tickets_hall_id_ticket_id_pk" PRIMARY KEY("hall_id","ticket_id")
);
--> statement-breakpoint
CREATE INDEX "alerts_hall_id_raised_at_index" ON "alerts" USING btree ("hall_id","raised_at");--> statement-breakpoint
CREATE INDEX "facts_hall_id_at_index" ON "facts" USING btree ("hall_id","at");--> statement-breakpoint
CREATE INDEX "missions_hall_id_requested_at_index" ON "missions" USING btree ("hall_id","requested_at");--> statement-breakpoint
CREATE INDEX "tickets_hall_id_issued_at_index" ON "tickets" USING btree ("hall_id","issued_at");--> statement-breakpoint
CREATE INDEX "tickets_hall_id_finished_at_index" ON "tickets" USING btree ("hall_id","finished_at");