-- A number that rises whenever something a registration form is made of changes, so that whoever has read the form can ask
-- with one small query whether it still stands. Kept by triggers: a write that forgot it would let people in on old rules.
ALTER TABLE "event" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION event_raise_own_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER event_raise_own_revision BEFORE UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION event_raise_own_revision();

CREATE FUNCTION event_raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE "event" SET revision = revision WHERE id = changed.event_id;
  RETURN NULL;
END $$;
CREATE TRIGGER event_day_raises_revision AFTER INSERT OR UPDATE OR DELETE ON "event_day"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();
CREATE TRIGGER category_raises_revision AFTER INSERT OR UPDATE OR DELETE ON "category"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();
CREATE TRIGGER session_raises_revision AFTER INSERT OR UPDATE OR DELETE ON "session"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();
CREATE TRIGGER question_raises_revision AFTER INSERT OR UPDATE OR DELETE ON "question"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();
-- Not when places are taken: that is decided under lock, from the quota itself.
CREATE TRIGGER quota_raises_revision AFTER INSERT OR UPDATE OF "capacity" OR DELETE ON "quota"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();

CREATE TRIGGER category_day_price_raises_revision AFTER INSERT OR UPDATE OR DELETE ON "category_day_price"
  FOR EACH ROW EXECUTE FUNCTION event_raise_revision();

CREATE FUNCTION organisation_raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "event" SET revision = revision WHERE organisation_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_raises_revision AFTER UPDATE OF "name" ON "organisation"
  FOR EACH ROW EXECUTE FUNCTION organisation_raise_revision();

CREATE FUNCTION room_raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "event" SET revision = revision WHERE id IN (SELECT event_id FROM "session" WHERE room_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER room_raises_revision AFTER UPDATE OF "name" ON "room" FOR EACH ROW EXECUTE FUNCTION room_raise_revision();
