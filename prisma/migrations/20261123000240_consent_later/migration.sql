-- Somebody who takes over a place agrees by themselves, later: nobody can agree for another.
ALTER TABLE "registration"
  ALTER COLUMN "consented_at" DROP NOT NULL,
  ALTER COLUMN "consent_version" DROP NOT NULL,
  ADD CONSTRAINT registration_consent CHECK ((consented_at IS NULL) = (consent_version IS NULL));
