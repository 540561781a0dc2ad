-- For how long each class of personal data is kept: set by the organisation, by its own decision, and off until somebody has seen
-- what it would delete.
CREATE TYPE "retention_class" AS ENUM ('ATTENDEES', 'INVITED', 'LETTERS', 'BILLING', 'LOG');

CREATE TABLE "retention_rule" (
    "organisation_id" UUID NOT NULL,
    "data_class" "retention_class" NOT NULL,
    "months" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "enabled_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("organisation_id", "data_class"),
    CONSTRAINT "retention_rule_months_check" CHECK ("months" BETWEEN 1 AND 1200)
);

ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_organisation_id_fkey"
    FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
