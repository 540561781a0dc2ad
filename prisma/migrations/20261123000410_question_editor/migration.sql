-- Why a question is asked and who reads the answers, and a number that tells two editors of the same question apart.
ALTER TABLE "question"
  ADD COLUMN "purpose" JSONB,
  ADD COLUMN "readers" JSONB,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT question_reasons_localised CHECK (is_localised(purpose) AND is_localised(readers));
