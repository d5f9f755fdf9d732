ALTER TABLE "survey_versions" ADD COLUMN "touchpoint_key" text;
