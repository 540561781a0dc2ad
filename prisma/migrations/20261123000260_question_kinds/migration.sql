-- More kinds of questions, and the bounds of one that asks for a number.
ALTER TYPE "question_kind" ADD VALUE 'DATE';
ALTER TYPE "question_kind" ADD VALUE 'NUMBER';
ALTER TYPE "question_kind" ADD VALUE 'CONSENT';
ALTER TYPE "question_kind" ADD VALUE 'MUNICIPALITY';
ALTER TABLE "question" ADD COLUMN "minimum" INTEGER, ADD COLUMN "maximum" INTEGER;
