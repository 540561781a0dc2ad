-- What people have last been told of an event's times and places, kept from the first edit until the organiser tells them what has changed.
-- Kept by the database, so that no way of editing can forget it.
CREATE TABLE "event_change" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "told_by_id" UUID,
    "recipients" INTEGER,

    CONSTRAINT "event_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "event_change_event_id_idx" ON "event_change"("event_id");
ALTER TABLE "event_change" ADD CONSTRAINT "event_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- At most one that nobody has been told of.
CREATE UNIQUE INDEX event_change_untold ON "event_change" (event_id) WHERE told_at IS NULL;
ALTER TABLE "event_change"
  ADD CONSTRAINT event_change_told CHECK ((told_at IS NULL) = (recipients IS NULL) AND (told_at IS NULL) = (told_by_id IS NULL));

-- An event's times and places as they stand: zone, venue, days and sessions.
CREATE FUNCTION event_times_and_places(event_id uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'timeZone', e.time_zone,
    'venue', (SELECT jsonb_build_object('name', v.name, 'street', v.street, 'postalCode', v.postal_code, 'city', v.city)
                FROM venue v WHERE v.id = e.venue_id),
    'days', coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'date', d.date, 'opensAt', d.opens_at, 'closesAt', d.closes_at)
                                       ORDER BY d.date)
                        FROM event_day d WHERE d.event_id = e.id), '[]'),
    'sessions', coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'dayId', s.day_id, 'title', s.title, 'isChosen', s.sign_up,
                                             'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', r.name,
                                             'isCancelled', s.cancelled_at IS NOT NULL) ORDER BY s.starts_at, s.id)
                            FROM session s LEFT JOIN room r ON r.id = s.room_id WHERE s.event_id = e.id), '[]'))
    FROM event e WHERE e.id = $1;
$$;

-- Keeps it as it is before the first edit that nobody has been told of. An event that nobody can have read of has nothing to keep.
CREATE FUNCTION keep_what_was_told(changed uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_change (id, event_id, before, began_at, changed_at)
  SELECT gen_random_uuid(), e.id, event_times_and_places(e.id), now(), now()
    FROM event e WHERE e.id = changed AND e.status = 'PUBLISHED'
  ON CONFLICT (event_id) WHERE told_at IS NULL DO UPDATE SET changed_at = EXCLUDED.changed_at;
END $$;

CREATE FUNCTION event_keeps_what_was_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_what_was_told(OLD.id);
  RETURN NEW;
END $$;
CREATE TRIGGER event_keeps_what_was_told BEFORE UPDATE ON event FOR EACH ROW
  WHEN ((OLD.venue_id, OLD.time_zone) IS DISTINCT FROM (NEW.venue_id, NEW.time_zone))
  EXECUTE FUNCTION event_keeps_what_was_told();

CREATE FUNCTION part_keeps_what_was_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_what_was_told(OLD.event_id);
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_day_keeps_what_was_told BEFORE UPDATE ON event_day FOR EACH ROW
  WHEN ((OLD.date, OLD.opens_at, OLD.closes_at) IS DISTINCT FROM (NEW.date, NEW.opens_at, NEW.closes_at))
  EXECUTE FUNCTION part_keeps_what_was_told();
CREATE TRIGGER event_day_goes_as_told BEFORE DELETE ON event_day FOR EACH ROW EXECUTE FUNCTION part_keeps_what_was_told();
CREATE TRIGGER session_keeps_what_was_told BEFORE UPDATE ON session FOR EACH ROW
  WHEN ((OLD.starts_at, OLD.ends_at, OLD.room_id, OLD.cancelled_at) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.room_id, NEW.cancelled_at))
  EXECUTE FUNCTION part_keeps_what_was_told();
CREATE TRIGGER session_goes_as_told BEFORE DELETE ON session FOR EACH ROW EXECUTE FUNCTION part_keeps_what_was_told();

CREATE FUNCTION venue_keeps_what_was_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_what_was_told(e.id) FROM event e WHERE e.venue_id = OLD.id;
  RETURN NEW;
END $$;
CREATE TRIGGER venue_keeps_what_was_told BEFORE UPDATE ON venue FOR EACH ROW
  WHEN ((OLD.name, OLD.street, OLD.postal_code, OLD.city) IS DISTINCT FROM (NEW.name, NEW.street, NEW.postal_code, NEW.city))
  EXECUTE FUNCTION venue_keeps_what_was_told();

CREATE FUNCTION room_keeps_what_was_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_what_was_told(e.id) FROM event e WHERE e.id IN (SELECT s.event_id FROM session s WHERE s.room_id = OLD.id);
  RETURN NEW;
END $$;
CREATE TRIGGER room_keeps_what_was_told BEFORE UPDATE ON room FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION room_keeps_what_was_told();
