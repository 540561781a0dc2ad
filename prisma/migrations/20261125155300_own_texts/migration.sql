-- What an event's organiser wrote instead of a message's own words, in one language.
CREATE TABLE "own_text" (
  "event_id" UUID NOT NULL,
  "message" TEXT NOT NULL,
  "locale" "locale" NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "in_use" BOOLEAN NOT NULL DEFAULT true,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "user_id" UUID NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "own_text_pkey" PRIMARY KEY ("event_id", "message", "locale"),
  CONSTRAINT "own_text_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
