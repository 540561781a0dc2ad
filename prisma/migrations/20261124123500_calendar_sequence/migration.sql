-- Whoever moves a day, a session, a room or a place, or calls the event off, raises the number that calendars tell versions by (RFC 5545,
-- 3.8.7.4). The database does it, so that no way of changing an event can forget it. It only rises.
CREATE FUNCTION raise_calendar_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event SET calendar_sequence = calendar_sequence + 1 WHERE id = NEW.event_id;
  RETURN NULL;
END $$;

CREATE TRIGGER event_day_moves_calendar AFTER UPDATE ON event_day FOR EACH ROW
  WHEN ((OLD.date, OLD.opens_at, OLD.closes_at) IS DISTINCT FROM (NEW.date, NEW.opens_at, NEW.closes_at))
  EXECUTE FUNCTION raise_calendar_sequence();
CREATE TRIGGER session_moves_calendar AFTER UPDATE ON session FOR EACH ROW
  WHEN ((OLD.starts_at, OLD.ends_at, OLD.room_id, OLD.cancelled_at) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.room_id, NEW.cancelled_at))
  EXECUTE FUNCTION raise_calendar_sequence();

CREATE FUNCTION raise_own_calendar_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.calendar_sequence := greatest(OLD.calendar_sequence, NEW.calendar_sequence) + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER event_moves_calendar BEFORE UPDATE ON event FOR EACH ROW
  WHEN ((OLD.venue_id, OLD.time_zone, OLD.status = 'CANCELLED') IS DISTINCT FROM (NEW.venue_id, NEW.time_zone, NEW.status = 'CANCELLED'))
  EXECUTE FUNCTION raise_own_calendar_sequence();

CREATE FUNCTION raise_sequences_at_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event SET calendar_sequence = calendar_sequence + 1 WHERE venue_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER venue_moves_calendar AFTER UPDATE ON venue FOR EACH ROW
  WHEN ((OLD.name, OLD.street, OLD.city) IS DISTINCT FROM (NEW.name, NEW.street, NEW.city))
  EXECUTE FUNCTION raise_sequences_at_place();

CREATE FUNCTION raise_sequences_in_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event SET calendar_sequence = calendar_sequence + 1
   WHERE id IN (SELECT event_id FROM session WHERE room_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER room_moves_calendar AFTER UPDATE ON room FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION raise_sequences_in_room();
