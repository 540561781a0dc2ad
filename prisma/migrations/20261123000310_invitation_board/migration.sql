-- Where the invited come from, to see which municipalities have not answered; and invitations that were taken back.
ALTER TABLE "invitation" ADD COLUMN     "municipality_code" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "invitation_event_id_state_idx" ON "invitation"("event_id", "state");

-- Until now an invitation was written when it was sent.
UPDATE "invitation" SET sent_at = created_at WHERE sent_at IS NULL;

ALTER TABLE "invitation"
  ADD CONSTRAINT invitation_municipality CHECK (municipality_code ~ '^(\d{2}|\d{4})$');
