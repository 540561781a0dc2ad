-- What the Prisma schema language cannot say: checks, partial unique indexes, and places counted by the database itself.

-- Text that visitors read exists in both languages.
CREATE FUNCTION is_localised(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN value IS NULL OR (jsonb_typeof(value) = 'object' AND jsonb_typeof(value -> 'sv') = 'string' AND jsonb_typeof(value -> 'en') = 'string');

ALTER TABLE "series"
  ADD CONSTRAINT series_localised CHECK (is_localised(name) AND is_localised(description)),
  ADD CONSTRAINT series_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "event"
  ADD CONSTRAINT event_localised CHECK (is_localised(title) AND is_localised(summary) AND is_localised(description)
    AND is_localised(practicalities) AND is_localised(target_group)),
  ADD CONSTRAINT event_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT event_dates CHECK (ends_on >= starts_on),
  ADD CONSTRAINT event_deadline CHECK (last_registration_day <= ends_on
    AND (registration_opens_on IS NULL OR registration_opens_on <= last_registration_day)),
  ADD CONSTRAINT event_needs_deletion CHECK (needs_deleted_on >= ends_on),
  ADD CONSTRAINT event_accent CHECK (accent ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT event_published CHECK (status = 'DRAFT' OR published_at IS NOT NULL),
  ADD CONSTRAINT event_cancelled CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL));
ALTER TABLE "event_day"
  ADD CONSTRAINT event_day_localised CHECK (is_localised(title)),
  ADD CONSTRAINT event_day_hours CHECK (closes_at > opens_at);
ALTER TABLE "venue" ADD CONSTRAINT venue_localised CHECK (is_localised(travel) AND is_localised(accessibility));
ALTER TABLE "track" ADD CONSTRAINT track_localised CHECK (is_localised(name));
ALTER TABLE "session"
  ADD CONSTRAINT session_localised CHECK (is_localised(title) AND is_localised(abstract)),
  ADD CONSTRAINT session_hours CHECK (ends_at > starts_at);
ALTER TABLE "speaker" ADD CONSTRAINT speaker_localised CHECK (is_localised(role) AND is_localised(biography));
ALTER TABLE "category"
  ADD CONSTRAINT category_localised CHECK (is_localised(name) AND is_localised(description)),
  ADD CONSTRAINT category_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT category_price CHECK (price_ore >= 0 AND vat_per_mille BETWEEN 0 AND 1000);
ALTER TABLE "question"
  ADD CONSTRAINT question_localised CHECK (is_localised(label) AND is_localised(help)),
  ADD CONSTRAINT question_key CHECK (key ~ '^[a-z][a-z0-9_]*$'),
  ADD CONSTRAINT question_options CHECK ((kind IN ('CHOICE', 'MULTI_CHOICE')) = (options IS NOT NULL));

ALTER TABLE "personal_link"
  ADD CONSTRAINT personal_link_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT personal_link_subject CHECK (
    num_nonnulls(registration_id, speaker_id, invitation_id) = 1
    AND (purpose = 'REGISTRATION') = (registration_id IS NOT NULL)
    AND (purpose = 'SPEAKER') = (speaker_id IS NOT NULL)
    AND (purpose = 'INVITATION') = (invitation_id IS NOT NULL));
ALTER TABLE "sign_in" ADD CONSTRAINT sign_in_attempts CHECK (attempts BETWEEN 0 AND 5);

ALTER TABLE "registration"
  ADD CONSTRAINT registration_expiry CHECK ((state IN ('HELD', 'OFFERED')) = (expires_at IS NOT NULL)),
  ADD CONSTRAINT registration_name CHECK (length(name) BETWEEN 1 AND 200),
  ADD CONSTRAINT registration_email CHECK (length(email) <= 254 AND email_normalised = lower(email_normalised));
-- One living registration per event and address.
CREATE UNIQUE INDEX registration_living_email ON "registration" (event_id, email_normalised)
  WHERE state IN ('HELD', 'PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED');

ALTER TABLE "sensitive_needs" ADD CONSTRAINT sensitive_needs_said CHECK (num_nonnulls(diet, access) > 0);
ALTER TABLE "invitation"
  ADD CONSTRAINT invitation_answered CHECK ((state IN ('ACCEPTED', 'DECLINED')) = (answered_at IS NOT NULL)),
  ADD CONSTRAINT invitation_email CHECK (length(email) <= 254 AND email_normalised = lower(email_normalised));

ALTER TABLE "outbox_mail"
  ADD CONSTRAINT outbox_mail_lease CHECK ((state = 'SENDING') = (leased_until IS NOT NULL)),
  ADD CONSTRAINT outbox_mail_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT outbox_mail_attempts CHECK (attempts >= 0);
CREATE INDEX outbox_mail_due ON "outbox_mail" (not_before) WHERE state IN ('QUEUED', 'SENDING');
ALTER TABLE "reminder_rule"
  ADD CONSTRAINT reminder_rule_days CHECK (days_before BETWEEN 0 AND 365),
  ADD CONSTRAINT reminder_rule_time CHECK (local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');

-- Quotas: one owner at the most, one row per event for the event itself.
ALTER TABLE "quota"
  ADD CONSTRAINT quota_owner CHECK (num_nonnulls(category_id, day_id, session_id) <= 1),
  ADD CONSTRAINT quota_capacity CHECK (capacity >= 0),
  ADD CONSTRAINT quota_used CHECK (used >= 0);
CREATE UNIQUE INDEX quota_of_event ON "quota" (event_id) WHERE num_nonnulls(category_id, day_id, session_id) = 0;

-- The last guard: places may be taken only up to the capacity. Lowering the capacity below what is used is allowed.
CREATE FUNCTION quota_refuse_overselling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.used > OLD.used AND NEW.used > NEW.capacity THEN
    RAISE EXCEPTION 'quota % is full', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'quota_not_oversold';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quota_not_oversold BEFORE UPDATE OF used ON "quota" FOR EACH ROW EXECUTE FUNCTION quota_refuse_overselling();

-- States that take up a place: confirmed, pending, live holds, live offers.
CREATE FUNCTION takes_place(state registration_state) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state IN ('HELD', 'PENDING_APPROVAL', 'CONFIRMED', 'OFFERED');

-- Adds deltas to `used`, locking the rows in id order first so that two transactions cannot wait for each other.
CREATE FUNCTION quota_apply(ids uuid[], deltas int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF ids IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM "quota" WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
  UPDATE "quota" q SET used = q.used + d.n FROM unnest(ids, deltas) AS d(id, n) WHERE q.id = d.id;
END $$;

-- Registrations that begin, stop or move: the event's, the category's, and the chosen days' and sessions' quotas follow.
-- A deleted registration's days and sessions are gone when this runs (their own trigger has freed them).
CREATE FUNCTION registration_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[];
BEGIN
  WITH moved AS (
    SELECT n.id, n.event_id, n.category_id, o.category_id AS old_category_id,
           takes_place(n.state)::int AS now_takes, takes_place(o.state)::int AS took
      FROM new_rows n JOIN old_rows o ON o.id = n.id
     WHERE takes_place(n.state) <> takes_place(o.state) OR n.category_id <> o.category_id
  ), delta AS (
    SELECT q.id, m.now_takes - m.took AS n FROM moved m
      JOIN "quota" q ON q.event_id = m.event_id AND num_nonnulls(q.category_id, q.day_id, q.session_id) = 0
    UNION ALL SELECT q.id, m.now_takes FROM moved m JOIN "quota" q ON q.category_id = m.category_id
    UNION ALL SELECT q.id, -m.took FROM moved m JOIN "quota" q ON q.category_id = m.old_category_id
    UNION ALL SELECT q.id, m.now_takes - m.took FROM moved m
      JOIN "registration_day" c ON c.registration_id = m.id JOIN "quota" q ON q.day_id = c.day_id
    UNION ALL SELECT q.id, m.now_takes - m.took FROM moved m
      JOIN "registration_session" c ON c.registration_id = m.id JOIN "quota" q ON q.session_id = c.session_id
  ), total AS (SELECT id, sum(n)::int AS n FROM delta GROUP BY id HAVING sum(n) <> 0)
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;
CREATE TRIGGER registration_count_places_on_update AFTER UPDATE ON "registration"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registration_count_places();

CREATE FUNCTION registration_count_new_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[]; sign int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  WITH delta AS (
    SELECT q.id FROM changed r
      JOIN "quota" q ON q.event_id = r.event_id AND num_nonnulls(q.category_id, q.day_id, q.session_id) = 0
     WHERE takes_place(r.state)
    UNION ALL SELECT q.id FROM changed r JOIN "quota" q ON q.category_id = r.category_id WHERE takes_place(r.state)
  ), total AS (SELECT id, sign * count(*)::int AS n FROM delta GROUP BY id)
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;
CREATE TRIGGER registration_count_places_on_insert AFTER INSERT ON "registration"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registration_count_new_places();
CREATE TRIGGER registration_count_places_on_delete AFTER DELETE ON "registration"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registration_count_new_places();

-- Chosen days and sessions of a registration that takes a place.
CREATE FUNCTION choice_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[]; sign int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  IF TG_TABLE_NAME = 'registration_day' THEN
    SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM (
      SELECT q.id, sign * count(*)::int AS n FROM changed c
        JOIN "registration" r ON r.id = c.registration_id AND takes_place(r.state)
        JOIN "quota" q ON q.day_id = c.day_id GROUP BY q.id) total;
  ELSE
    SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM (
      SELECT q.id, sign * count(*)::int AS n FROM changed c
        JOIN "registration" r ON r.id = c.registration_id AND takes_place(r.state)
        JOIN "quota" q ON q.session_id = c.session_id GROUP BY q.id) total;
  END IF;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;
CREATE TRIGGER registration_day_count_places_on_insert AFTER INSERT ON "registration_day"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION choice_count_places();
CREATE TRIGGER registration_day_count_places_on_delete AFTER DELETE ON "registration_day"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION choice_count_places();
CREATE TRIGGER registration_session_count_places_on_insert AFTER INSERT ON "registration_session"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION choice_count_places();
CREATE TRIGGER registration_session_count_places_on_delete AFTER DELETE ON "registration_session"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION choice_count_places();

-- Before a registration row goes, its choices go through their own triggers while its state can still be read.
CREATE FUNCTION registration_free_choices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "registration_day" WHERE registration_id = OLD.id;
  DELETE FROM "registration_session" WHERE registration_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER registration_free_choices BEFORE DELETE ON "registration"
  FOR EACH ROW EXECUTE FUNCTION registration_free_choices();

-- A new quota for something already taken starts at what is used, not at zero.
CREATE FUNCTION quota_count_existing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.used := (
    SELECT count(*) FROM "registration" r
     WHERE r.event_id = NEW.event_id AND takes_place(r.state)
       AND (NEW.category_id IS NULL OR r.category_id = NEW.category_id)
       AND (NEW.day_id IS NULL OR EXISTS (SELECT 1 FROM "registration_day" d WHERE d.registration_id = r.id AND d.day_id = NEW.day_id))
       AND (NEW.session_id IS NULL OR EXISTS (SELECT 1 FROM "registration_session" s WHERE s.registration_id = r.id AND s.session_id = NEW.session_id)));
  RETURN NEW;
END $$;
CREATE TRIGGER quota_count_existing BEFORE INSERT ON "quota" FOR EACH ROW EXECUTE FUNCTION quota_count_existing();

-- History is written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER registration_transition_append_only BEFORE UPDATE ON "registration_transition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
