-- What organisers write to the people of their list.
CREATE TYPE "mailing_state" AS ENUM ('DRAFT', 'QUEUED', 'STOPPED');

CREATE TABLE "mailing" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" "mailing_state" NOT NULL DEFAULT 'DRAFT',
    "subject_sv" TEXT NOT NULL,
    "body_sv" TEXT NOT NULL,
    "subject_en" TEXT,
    "body_en" TEXT,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recipients" INTEGER,
    "leaves_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT mailing_english_whole CHECK ((subject_en IS NULL) = (body_en IS NULL)),
    CONSTRAINT mailing_left CHECK ((state = 'DRAFT') = (leaves_at IS NULL) AND (leaves_at IS NULL) = (recipients IS NULL))
);

CREATE INDEX "mailing_event_id_created_at_idx" ON "mailing"("event_id", "created_at");

ALTER TABLE "mailing" ADD CONSTRAINT "mailing_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A mailing's own mails: its progress and its log.
CREATE INDEX outbox_mail_of_mailing ON "outbox_mail" ((params ->> 'mailing')) WHERE message = 'mailing';
