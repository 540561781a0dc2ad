-- Questions that are answered with a file. The bytes are kept beside the rows, so that one transaction, one backup and one
-- erasure hold for both.
ALTER TYPE "question_kind" ADD VALUE 'FILE';

CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "registration_id" UUID,
    "booking_id" UUID,
    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "stored_file_token_hash_key" ON "stored_file"("token_hash");
CREATE INDEX "stored_file_event_id_question_key_idx" ON "stored_file"("event_id", "question_key");
CREATE INDEX "stored_file_registration_id_idx" ON "stored_file"("registration_id");
CREATE INDEX "stored_file_booking_id_idx" ON "stored_file"("booking_id");
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "stored_file"
  ADD CONSTRAINT stored_file_one_owner CHECK (num_nonnulls(registration_id, booking_id) <= 1),
  ADD CONSTRAINT stored_file_size CHECK (size = octet_length(content) AND size BETWEEN 1 AND 5 * 1024 * 1024),
  ADD CONSTRAINT stored_file_hashes CHECK (token_hash ~ '^[0-9a-f]{64}$' AND digest ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT stored_file_name CHECK (length(name) BETWEEN 1 AND 150 AND name !~ '[/\\[:cntrl:]]');
-- Almost everything that is sent is compressed already.
ALTER TABLE "stored_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
-- What the hourly job looks for.
CREATE INDEX stored_file_unclaimed ON "stored_file" (uploaded_at) WHERE registration_id IS NULL AND booking_id IS NULL;
