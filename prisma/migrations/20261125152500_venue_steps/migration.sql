-- What the venue charges for calling off, step by step: [{"daysBefore": 30, "perCent": 50}, ...]. Kept with the event, because
-- it is agreed event by event; the last registration day is weighed against it.
ALTER TABLE "event" ADD COLUMN "venue_steps" JSONB;
ALTER TABLE "event" ADD CONSTRAINT event_venue_steps CHECK (jsonb_typeof(venue_steps) = 'array');
