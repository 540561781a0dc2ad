-- Reminder rules of the organiser's own: who is reminded, counted from which day of the event, and narrowed to whom.
-- The group and the day it is counted from are two things, so the group is no longer named after a day.
ALTER TYPE "reminder_kind" RENAME VALUE 'CONFIRMED_BEFORE_EVENT' TO 'CONFIRMED';
ALTER TYPE "reminder_kind" ADD VALUE 'DRAFT_BEGUN';
ALTER TYPE "reminder_kind" ADD VALUE 'PRACTICAL_INFORMATION';
ALTER TYPE "reminder_kind" ADD VALUE 'WAITLISTED';
ALTER TYPE "reminder_kind" ADD VALUE 'NAMES_MISSING';

CREATE TYPE "reminder_anchor" AS ENUM ('LAST_REGISTRATION_DAY', 'EVENT_START', 'EVENT_END', 'LAST_NAMING_DAY');

ALTER TABLE "reminder_rule"
  ADD COLUMN "anchor" "reminder_anchor",
  ADD COLUMN "offset_days" INTEGER,
  ADD COLUMN "category_id" UUID,
  ADD COLUMN "group_name" TEXT,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "active_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "removed_at" TIMESTAMPTZ(3);

UPDATE "reminder_rule" SET
  "anchor" = (CASE "kind"::text WHEN 'INVITED_UNANSWERED' THEN 'LAST_REGISTRATION_DAY' ELSE 'EVENT_START' END)::"reminder_anchor",
  "offset_days" = -"days_before",
  "active_since" = "created_at";

DROP INDEX "reminder_rule_event_id_kind_days_before_local_time_key";
ALTER TABLE "reminder_rule"
  ALTER COLUMN "anchor" SET NOT NULL,
  ALTER COLUMN "offset_days" SET NOT NULL,
  DROP COLUMN "days_before",
  ADD CONSTRAINT reminder_rule_group_named CHECK (group_name <> ''),
  ADD CONSTRAINT "reminder_rule_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id")
    REFERENCES "category"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was taken away keeps its runs and stands in nobody's way.
CREATE UNIQUE INDEX reminder_rule_once ON "reminder_rule" (event_id, kind, anchor, offset_days, local_time, category_id, group_name)
  NULLS NOT DISTINCT WHERE removed_at IS NULL;
CREATE INDEX "reminder_rule_event_id_idx" ON "reminder_rule"("event_id");

-- What became of a reminder's mails.
CREATE INDEX outbox_mail_of_reminder ON "outbox_mail" ((params ->> 'reminder')) WHERE (params ->> 'reminder') IS NOT NULL;
