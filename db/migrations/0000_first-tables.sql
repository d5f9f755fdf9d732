CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "api_keys_hash" UNIQUE("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('owner', 'editor', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "survey_keys" (
	"survey_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug"),
	CONSTRAINT "workspaces_kind" CHECK ("workspaces"."kind" in ('team', 'demo'))
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"structure" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "journeys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "journeys_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "stages_workspace_id_journey_id_key_pk" PRIMARY KEY("workspace_id","journey_id","key")
);
--> statement-breakpoint
CREATE TABLE "structures" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"structure" integer NOT NULL,
	"stage_of" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "structures_workspace_id_journey_id_structure_pk" PRIMARY KEY("workspace_id","journey_id","structure")
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"key" text NOT NULL,
	"stage_key" text NOT NULL,
	"name" text NOT NULL,
	"channel" text,
	"overall" boolean NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "touchpoints_workspace_id_journey_id_key_pk" PRIMARY KEY("workspace_id","journey_id","key")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"workspace_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_key" text NOT NULL,
	"instrument" text NOT NULL,
	"score" integer,
	"reversed" boolean DEFAULT false NOT NULL,
	"body" text,
	CONSTRAINT "answers_workspace_id_response_id_question_id_pk" PRIMARY KEY("workspace_id","response_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_key" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text,
	"person" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "events_once" UNIQUE("workspace_id","survey_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"structure" integer NOT NULL,
	"survey_id" uuid NOT NULL,
	"survey_version" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"place_revision" integer NOT NULL,
	"touchpoint_key" text NOT NULL,
	"source" text NOT NULL,
	"channel" text,
	"variant" text,
	"campaign" text,
	"language" text,
	"person" text,
	"attributes" jsonb,
	"hidden_fields" jsonb,
	"meta" jsonb,
	"finished" boolean NOT NULL,
	"scoring" integer NOT NULL,
	"day" date NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "responses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"workspace_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content_hash" "bytea",
	CONSTRAINT "submissions_workspace_id_survey_id_submission_id_pk" PRIMARY KEY("workspace_id","survey_id","submission_id")
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"workspace_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "survey_versions_workspace_id_survey_id_version_pk" PRIMARY KEY("workspace_id","survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"touchpoint_key" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"draft" jsonb NOT NULL,
	"published_version" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "surveys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "surveys_state" CHECK ("surveys"."state" in ('draft', 'live', 'closed')),
	CONSTRAINT "surveys_kind" CHECK ("surveys"."kind" in ('asked', 'import'))
);
--> statement-breakpoint
CREATE TABLE "tally_days" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"level" text NOT NULL,
	"place" text NOT NULL,
	"instrument" text NOT NULL,
	"source" text NOT NULL,
	"day" date NOT NULL,
	"n" bigint NOT NULL,
	"c0" bigint NOT NULL,
	"c1" bigint NOT NULL,
	"c2" bigint NOT NULL,
	"c3" bigint NOT NULL,
	"c4" bigint NOT NULL,
	"c5" bigint NOT NULL,
	"c6" bigint NOT NULL,
	"c7" bigint NOT NULL,
	"c8" bigint NOT NULL,
	"c9" bigint NOT NULL,
	"c10" bigint NOT NULL,
	"s" bigint NOT NULL,
	"q" bigint NOT NULL,
	CONSTRAINT "tally_days_workspace_id_journey_id_level_place_instrument_source_day_pk" PRIMARY KEY("workspace_id","journey_id","level","place","instrument","source","day"),
	CONSTRAINT "tally_days_counts" CHECK (least("tally_days"."n", "tally_days"."c0", "tally_days"."c1", "tally_days"."c2", "tally_days"."c3", "tally_days"."c4", "tally_days"."c5", "tally_days"."c6", "tally_days"."c7", "tally_days"."c8", "tally_days"."c9", "tally_days"."c10") >= 0)
);
--> statement-breakpoint
CREATE TABLE "tally_months" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"level" text NOT NULL,
	"place" text NOT NULL,
	"instrument" text NOT NULL,
	"source" text NOT NULL,
	"month" date NOT NULL,
	"n" bigint NOT NULL,
	"c0" bigint NOT NULL,
	"c1" bigint NOT NULL,
	"c2" bigint NOT NULL,
	"c3" bigint NOT NULL,
	"c4" bigint NOT NULL,
	"c5" bigint NOT NULL,
	"c6" bigint NOT NULL,
	"c7" bigint NOT NULL,
	"c8" bigint NOT NULL,
	"c9" bigint NOT NULL,
	"c10" bigint NOT NULL,
	"s" bigint NOT NULL,
	"q" bigint NOT NULL,
	CONSTRAINT "tally_months_workspace_id_journey_id_level_place_instrument_source_month_pk" PRIMARY KEY("workspace_id","journey_id","level","place","instrument","source","month"),
	CONSTRAINT "tally_months_counts" CHECK (least("tally_months"."n", "tally_months"."c0", "tally_months"."c1", "tally_months"."c2", "tally_months"."c3", "tally_months"."c4", "tally_months"."c5", "tally_months"."c6", "tally_months"."c7", "tally_months"."c8", "tally_months"."c9", "tally_months"."c10") >= 0)
);
--> statement-breakpoint
CREATE TABLE "tally_segments" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"level" text NOT NULL,
	"place" text NOT NULL,
	"instrument" text NOT NULL,
	"source" text NOT NULL,
	"grain" text NOT NULL,
	"period" date NOT NULL,
	"n" bigint NOT NULL,
	"c0" bigint NOT NULL,
	"c1" bigint NOT NULL,
	"c2" bigint NOT NULL,
	"c3" bigint NOT NULL,
	"c4" bigint NOT NULL,
	"c5" bigint NOT NULL,
	"c6" bigint NOT NULL,
	"c7" bigint NOT NULL,
	"c8" bigint NOT NULL,
	"c9" bigint NOT NULL,
	"c10" bigint NOT NULL,
	"s" bigint NOT NULL,
	"q" bigint NOT NULL,
	CONSTRAINT "tally_segments_workspace_id_journey_id_dimension_value_level_place_instrument_source_grain_period_pk" PRIMARY KEY("workspace_id","journey_id","dimension","value","level","place","instrument","source","grain","period"),
	CONSTRAINT "tally_segments_counts" CHECK (least("tally_segments"."n", "tally_segments"."c0", "tally_segments"."c1", "tally_segments"."c2", "tally_segments"."c3", "tally_segments"."c4", "tally_segments"."c5", "tally_segments"."c6", "tally_segments"."c7", "tally_segments"."c8", "tally_segments"."c9", "tally_segments"."c10") >= 0)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_key" text NOT NULL,
	"file_name" text NOT NULL,
	"flags" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"accepted" integer NOT NULL,
	"known" integer NOT NULL,
	"changed" integer NOT NULL,
	"empty" integer NOT NULL,
	"rejected" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"error" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"progress" jsonb,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "jobs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"response_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_workspace_id_journey_id_stage_key_stages_workspace_id_journey_id_key_fk" FOREIGN KEY ("workspace_id","journey_id","stage_key") REFERENCES "public"."stages"("workspace_id","journey_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_workspace_id_survey_id_surveys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","survey_id") REFERENCES "public"."surveys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_comments" ON "answers" USING btree ("workspace_id","journey_id","touchpoint_key","response_id") WHERE "answers"."body" is not null;--> statement-breakpoint
CREATE INDEX "responses_survey" ON "responses" USING btree ("workspace_id","survey_id","id");--> statement-breakpoint
CREATE INDEX "responses_person" ON "responses" USING btree ("workspace_id","person") WHERE "responses"."person" is not null;--> statement-breakpoint
CREATE INDEX "surveys_journey" ON "surveys" USING btree ("workspace_id","journey_id");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE "jobs"."state" in ('waiting', 'running');