CREATE TABLE "widget_builds" (
	"hash" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "displays" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_key" text NOT NULL,
	"person" text,
	"form" text NOT NULL,
	"shown_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "displays_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"person" text,
	"attributes" jsonb,
	"touchpoint_key" text,
	"channel" text,
	"campaign" text,
	"language" text,
	"single_use" boolean NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"submission_id" uuid,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_states" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "survey_states_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "tally_events" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_key" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"day" date NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_events_workspace_id_journey_id_touchpoint_key_kind_channel_day_pk" PRIMARY KEY("workspace_id","journey_id","touchpoint_key","kind","channel","day"),
	CONSTRAINT "tally_events_counts" CHECK ("tally_events"."n" >= 0)
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "signing_key" "bytea" DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex') NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "chosen" text[];--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "held_for" text[];--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reviewed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reviewed_by" uuid;--> statement-breakpoint
ALTER TABLE "survey_states" ADD CONSTRAINT "survey_states_workspace_id_survey_id_surveys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","survey_id") REFERENCES "public"."surveys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "displays_person" ON "displays" USING btree ("workspace_id","person","shown_at") WHERE "displays"."person" is not null;--> statement-breakpoint
CREATE INDEX "invitations_survey" ON "invitations" USING btree ("workspace_id","survey_id","id");--> statement-breakpoint
CREATE INDEX "invitations_batch" ON "invitations" USING btree ("workspace_id","batch_id","id");--> statement-breakpoint
CREATE INDEX "survey_states_survey" ON "survey_states" USING btree ("workspace_id","survey_id","id");--> statement-breakpoint
CREATE INDEX "responses_held" ON "responses" USING btree ("workspace_id","survey_id","id") WHERE "responses"."held_for" is not null;--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['displays', 'invitations', 'survey_states', 'tally_events'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy tenant on %I to wayfelt_app using (workspace_id = (select wayfelt_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_app', name);
  end loop;
end $$;
--> statement-breakpoint
alter table widget_builds enable row level security, force row level security;
--> statement-breakpoint
create policy directory on widget_builds to wayfelt_system using (true);
--> statement-breakpoint
grant select, insert on widget_builds to wayfelt_system;
--> statement-breakpoint
grant update (caps) on workspaces to wayfelt_app;
--> statement-breakpoint
alter table tally_events set (fillfactor = 70);
--> statement-breakpoint
-- The owner of the tables is behind the wall too: it steps aside while the events that are there already are counted.
alter table events no force row level security;
--> statement-breakpoint
alter table journeys no force row level security;
--> statement-breakpoint
alter table tally_events no force row level security;
--> statement-breakpoint
insert into tally_events (workspace_id, journey_id, touchpoint_key, kind, channel, day, n)
select e.workspace_id, e.journey_id, e.touchpoint_key, e.kind, coalesce(e.channel, ''), (e.occurred_at at time zone j.time_zone)::date as day, count(*)
from events e
join journeys j on j.workspace_id = e.workspace_id and j.id = e.journey_id
group by e.workspace_id, e.journey_id, e.touchpoint_key, e.kind, coalesce(e.channel, ''), day;
--> statement-breakpoint
alter table events force row level security;
--> statement-breakpoint
alter table journeys force row level security;
--> statement-breakpoint
alter table tally_events force row level security;
