CREATE TABLE "campaigns" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"persona" text,
	"audience" text,
	"stages" text[] NOT NULL,
	"starts" date NOT NULL,
	"ends" date,
	"cost" bigint,
	"currency" text,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "campaigns_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "draft_cells" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"cell" text NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"gone" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "draft_cells_workspace_id_journey_id_cell_pk" PRIMARY KEY("workspace_id","journey_id","cell")
);
--> statement-breakpoint
CREATE TABLE "lane_preferences" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"lanes" jsonb NOT NULL,
	CONSTRAINT "lane_preferences_workspace_id_user_id_journey_id_pk" PRIMARY KEY("workspace_id","user_id","journey_id")
);
--> statement-breakpoint
CREATE TABLE "map_cells" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"level" text NOT NULL,
	"place" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "map_cells_workspace_id_journey_id_lane_level_place_pk" PRIMARY KEY("workspace_id","journey_id","lane","level","place")
);
--> statement-breakpoint
CREATE TABLE "map_versions" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"note" text,
	"document" jsonb NOT NULL,
	"snapshot" jsonb,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "map_versions_workspace_id_journey_id_version_pk" PRIMARY KEY("workspace_id","journey_id","version")
);
--> statement-breakpoint
CREATE TABLE "personas" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"rules" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "personas_workspace_id_journey_id_key_pk" PRIMARY KEY("workspace_id","journey_id","key")
);
--> statement-breakpoint
CREATE TABLE "pinned_quotes" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"pinned_at" timestamp (3) with time zone NOT NULL,
	"pinned_by" uuid,
	CONSTRAINT "pinned_quotes_workspace_id_journey_id_response_id_question_id_pk" PRIMARY KEY("workspace_id","journey_id","response_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"every_days" integer,
	"next_on" date,
	"last_on" date,
	"stale_days" integer DEFAULT 30 NOT NULL,
	"calendar_key" text,
	CONSTRAINT "reviews_workspace_id_journey_id_pk" PRIMARY KEY("workspace_id","journey_id")
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"workspace_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"asked" jsonb NOT NULL,
	"comments" boolean NOT NULL,
	"embed" boolean NOT NULL,
	"password_hash" text,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"shown" jsonb,
	"shown_at" timestamp (3) with time zone,
	"opened" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "share_links_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "share_links_token" UNIQUE("workspace_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "personas" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_cells" ADD CONSTRAINT "draft_cells_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_preferences" ADD CONSTRAINT "lane_preferences_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "map_cells" ADD CONSTRAINT "map_cells_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "map_versions" ADD CONSTRAINT "map_versions_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personas" ADD CONSTRAINT "personas_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_quotes" ADD CONSTRAINT "pinned_quotes_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_journey" ON "campaigns" USING btree ("workspace_id","journey_id","starts");--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['campaigns', 'draft_cells', 'lane_preferences', 'map_cells', 'map_versions', 'personas', 'pinned_quotes', 'reviews', 'share_links'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy tenant on %I to wayfelt_app using (workspace_id = (select wayfelt_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_app', name);
  end loop;
end $$;
