ALTER TABLE "tally_events" RENAME COLUMN "day" TO "period";--> statement-breakpoint
ALTER TABLE "tally_events" ADD COLUMN "grain" text DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "tally_events" ALTER COLUMN "grain" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tally_events" DROP CONSTRAINT "tally_events_workspace_id_journey_id_touchpoint_key_kind_channel_day_pk";--> statement-breakpoint
ALTER TABLE "tally_events" ADD CONSTRAINT "tally_events_workspace_id_journey_id_grain_period_touchpoint_key_kind_channel_pk" PRIMARY KEY("workspace_id","journey_id","grain","period","touchpoint_key","kind","channel");--> statement-breakpoint
-- The owner of the table is behind the wall too: it steps aside while the days that are there already are added up.
alter table tally_events no force row level security;
--> statement-breakpoint
insert into tally_events (workspace_id, journey_id, grain, period, touchpoint_key, kind, channel, n)
select workspace_id, journey_id, 'month', date_trunc('month', period)::date as month, touchpoint_key, kind, channel, sum(n)
from tally_events
group by workspace_id, journey_id, month, touchpoint_key, kind, channel;
--> statement-breakpoint
alter table tally_events force row level security;
