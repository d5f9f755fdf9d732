-- Two roles that own nothing. wayfelt_app works inside one workspace; wayfelt_system reads the directory and the job list.
-- Roles belong to the whole server, so another database may have made them already, perhaps at this very moment.
do $$
declare name text;
begin
  foreach name in array array['wayfelt_app', 'wayfelt_system'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant %I to %I', name, current_user);
    exception when unique_violation then null;
    end;
  end loop;
end $$;
--> statement-breakpoint
create function wayfelt_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('wayfelt.workspace', true), '')::uuid;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array[
    'members', 'api_keys', 'journeys', 'stages', 'touchpoints', 'structures', 'surveys', 'survey_versions', 'survey_keys',
    'submissions', 'responses', 'answers', 'events', 'tally_days', 'tally_months', 'tally_segments', 'outbox', 'jobs', 'imports'
  ] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format(
      'create policy tenant on %I to wayfelt_app using (workspace_id = (select wayfelt_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_app', name);
  end loop;
  foreach name in array array['members', 'survey_keys', 'outbox', 'jobs'] loop
    execute format('create policy directory on %I to wayfelt_system using (true)', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_system', name);
  end loop;
  foreach name in array array['users', 'identities', 'workspaces'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy directory on %I to wayfelt_system using (true)', name);
    execute format('grant select, insert, update, delete on %I to wayfelt_system', name);
  end loop;
end $$;
--> statement-breakpoint
create policy own on workspaces to wayfelt_app using (id = (select wayfelt_workspace()));
--> statement-breakpoint
grant select, update (name) on workspaces to wayfelt_app;
--> statement-breakpoint
create policy fellows on users for select to wayfelt_app
  using (exists (select 1 from members m where m.user_id = users.id and m.workspace_id = (select wayfelt_workspace())));
--> statement-breakpoint
grant select (id, email, name) on users to wayfelt_app;
--> statement-breakpoint
-- Room on each page lets a counter be updated in place.
alter table tally_days set (fillfactor = 70);
--> statement-breakpoint
alter table tally_months set (fillfactor = 70);
--> statement-breakpoint
alter table tally_segments set (fillfactor = 70);
