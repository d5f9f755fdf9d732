CREATE TABLE "annotations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"until" date,
	"stage_key" text,
	"title" text NOT NULL,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "annotations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "annotations_kind" CHECK ("annotations"."kind" in ('release', 'incident', 'price', 'campaign', 'note'))
);
--> statement-breakpoint
CREATE TABLE "dimensions" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "dimensions_workspace_id_journey_id_name_pk" PRIMARY KEY("workspace_id","journey_id","name")
);
--> statement-breakpoint
CREATE TABLE "studies" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb,
	"answers" integer,
	"result" jsonb,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"counted_at" timestamp (3) with time zone,
	CONSTRAINT "studies_workspace_id_journey_id_pk" PRIMARY KEY("workspace_id","journey_id")
);
--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "outcome" jsonb;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "baseline" jsonb;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "dimensions" text[] DEFAULT '{channel}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimensions" ADD CONSTRAINT "dimensions_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_day" ON "annotations" USING btree ("workspace_id","journey_id","day");--> statement-breakpoint
CREATE INDEX "events_journey" ON "events" USING btree ("workspace_id","journey_id","kind","touchpoint_key","person");--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['dimensions', 'annotations', 'studies'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy tenant on %I to wayfelt_app using (workspace_id = (select wayfelt_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_app', name);
  end loop;
end $$;
