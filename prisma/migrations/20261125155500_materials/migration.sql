-- Slides, reports and links that an event hands out. Their bytes lie where other files do, so a file need not be an answer.
CREATE TABLE "material" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "session_id" UUID,
    "speaker_id" UUID,
    "title" JSONB NOT NULL,
    "link" TEXT,
    "public_on" DATE,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "material_pkey" PRIMARY KEY ("id")
);
-- Who sends slides again replaces them.
CREATE UNIQUE INDEX "material_session_id_speaker_id_key" ON "material"("session_id", "speaker_id");
CREATE INDEX "material_event_id_idx" ON "material"("event_id");
CREATE INDEX "material_speaker_id_idx" ON "material"("speaker_id");
ALTER TABLE "material" ADD CONSTRAINT "material_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "material" ADD CONSTRAINT "material_session_id_event_id_fkey" FOREIGN KEY ("session_id", "event_id") REFERENCES "session"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "material" ADD CONSTRAINT "material_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "material" ADD CONSTRAINT "material_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "material"
  ADD CONSTRAINT material_slides_of_a_session CHECK (speaker_id IS NULL OR session_id IS NOT NULL),
  ADD CONSTRAINT material_title CHECK (title ? 'sv' AND title ? 'en'),
  ADD CONSTRAINT material_link CHECK (link ~ '^https://');

ALTER TABLE "stored_file"
  ALTER COLUMN "question_key" DROP NOT NULL,
  ALTER COLUMN "token_hash" DROP NOT NULL,
  ADD COLUMN "material_id" UUID,
  DROP CONSTRAINT stored_file_one_owner,
  DROP CONSTRAINT stored_file_size,
  ADD CONSTRAINT stored_file_one_owner CHECK (num_nonnulls(registration_id, booking_id, material_id) <= 1),
  -- An answer has a question and whoever sent it a token; material has neither.
  ADD CONSTRAINT stored_file_answer_or_material CHECK (
    CASE WHEN material_id IS NULL THEN num_nulls(question_key, token_hash) = 0 ELSE num_nonnulls(question_key, token_hash) = 0 END),
  ADD CONSTRAINT stored_file_size CHECK (size = octet_length(content) AND size >= 1
    AND size <= (CASE WHEN material_id IS NULL THEN 5 ELSE 15 END) * 1024 * 1024),
  ADD CONSTRAINT "stored_file_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "stored_file_material_id_key" ON "stored_file"("material_id");
DROP INDEX stored_file_unclaimed;
CREATE INDEX stored_file_unclaimed ON "stored_file" (uploaded_at)
  WHERE registration_id IS NULL AND booking_id IS NULL AND material_id IS NULL;

-- What speakers have been told of their sessions, so that a change is told once, to whom it concerns, whoever made it.
CREATE TABLE "speaker_invitation" (
    "event_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "told" JSONB NOT NULL,
    CONSTRAINT "speaker_invitation_pkey" PRIMARY KEY ("event_id", "speaker_id")
);
CREATE INDEX "speaker_invitation_speaker_id_idx" ON "speaker_invitation"("speaker_id");
ALTER TABLE "speaker_invitation" ADD CONSTRAINT "speaker_invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "speaker_invitation" ADD CONSTRAINT "speaker_invitation_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Where attendees tell what they thought, and when they were told of the materials.
ALTER TABLE "event"
  ADD COLUMN "evaluation_url" TEXT,
  ADD COLUMN "materials_told_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT event_evaluation_url CHECK (evaluation_url ~ '^https://');
-- A speaker's mails of an event that have not left.
CREATE INDEX outbox_mail_of_speaker ON "outbox_mail" ((params ->> 'speaker')) WHERE (params ->> 'speaker') IS NOT NULL;
