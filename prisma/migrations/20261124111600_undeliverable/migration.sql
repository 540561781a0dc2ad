-- Addresses that mail does not reach, or whose owners want no more of one kind, and mails that were not sent for that reason.
ALTER TYPE "mail_state" ADD VALUE 'SUPPRESSED';

CREATE TYPE "suppression_scope" AS ENUM ('ALL', 'INVITATIONS', 'REMINDERS', 'NEWS');
CREATE TYPE "suppression_source" AS ENUM ('SMTP', 'DSN', 'UNSUBSCRIBE');

CREATE TABLE "suppressed_address" (
    "organisation_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "scope" "suppression_scope" NOT NULL,
    "source" "suppression_source" NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressed_address_pkey" PRIMARY KEY ("organisation_id","address","scope"),
    -- Only a person declines one kind of mail, and only a mail server knows of an address that does not exist.
    CONSTRAINT suppressed_address_source CHECK ((source = 'UNSUBSCRIBE') = (scope <> 'ALL'))
);

ALTER TABLE "suppressed_address" ADD CONSTRAINT "suppressed_address_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When a mail was given up: what failed lately is told by the health check.
ALTER TABLE "outbox_mail" ADD COLUMN "failed_at" TIMESTAMPTZ(3);
UPDATE "outbox_mail" SET failed_at = not_before WHERE state = 'FAILED';
CREATE INDEX outbox_mail_failed ON "outbox_mail" (failed_at) WHERE failed_at IS NOT NULL;
