-- What is handed out is chosen file by file, and never without the word of whose it is.
ALTER TABLE "material"
  ADD COLUMN "consent" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "published_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT material_published_with_consent CHECK (published_at IS NULL OR consent);
