-- CreateEnum
CREATE TYPE "question_asked" AS ENUM ('ATTENDEE', 'BOOKING');

-- CreateEnum
CREATE TYPE "session_waiting_state" AS ENUM ('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'LEFT');

-- CreateEnum
CREATE TYPE "change_request_state" AS ENUM ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "price_line_kind" AS ENUM ('CATEGORY', 'DAY', 'SESSION', 'DISCOUNT', 'CANCELLATION');

-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "early_price_ore" INTEGER,
ADD COLUMN     "early_until" DATE;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "invitations_forwardable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "last_free_cancel_day" DATE,
ADD COLUMN     "last_naming_day" DATE,
ADD COLUMN     "last_topic_day" DATE,
ADD COLUMN     "offer_hours" INTEGER NOT NULL DEFAULT 9,
ADD COLUMN     "offers_paused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "open_to_all_on" DATE,
ADD COLUMN     "waiting_list" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "extended_through" DATE,
ADD COLUMN     "extra_guests" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "booking_id" UUID;

-- AlterTable
ALTER TABLE "personal_link" ADD COLUMN     "booking_id" UUID;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "asked" "question_asked" NOT NULL DEFAULT 'ATTENDEE',
ADD COLUMN     "last_answer_day" DATE,
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "sensitive" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "show_if" JSONB;

-- AlterTable
ALTER TABLE "quota" ADD COLUMN     "voucher_id" UUID;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "extended_through" DATE,
ADD COLUMN     "guest_of_id" UUID,
ADD COLUMN     "substitute_for_id" UUID,
ADD COLUMN     "voucher_id" UUID,
ADD COLUMN     "waiting_number" BIGINT;

-- AlterTable
ALTER TABLE "sensitive_needs" ADD COLUMN     "answers" JSONB;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "price_ore" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "vat_per_mille" INTEGER NOT NULL DEFAULT 250;

-- CreateTable
CREATE TABLE "session_waiting" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "session_waiting_state" NOT NULL DEFAULT 'WAITING',
    "number" BIGSERIAL NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_waiting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "change_request_state" NOT NULL DEFAULT 'OPEN',
    "wanted" JSONB NOT NULL,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category_day_price" (
    "category_id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "price_ore" INTEGER NOT NULL,
    "early_price_ore" INTEGER,

    CONSTRAINT "category_day_price_pkey" PRIMARY KEY ("category_id","day_id")
);

-- CreateTable
CREATE TABLE "voucher" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "category_id" UUID,
    "off_per_mille" INTEGER,
    "off_ore" INTEGER,
    "valid_through" DATE,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_line" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" "price_line_kind" NOT NULL,
    "text" JSONB NOT NULL,
    "net_ore" INTEGER NOT NULL,
    "vat_per_mille" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'SEK',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "price_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_waiting_session_id_number_idx" ON "session_waiting"("session_id", "number");

-- CreateIndex
CREATE INDEX "session_waiting_registration_id_idx" ON "session_waiting"("registration_id");

-- CreateIndex
CREATE INDEX "change_request_event_id_state_idx" ON "change_request"("event_id", "state");

-- CreateIndex
CREATE INDEX "change_request_registration_id_idx" ON "change_request"("registration_id");

-- CreateIndex
CREATE INDEX "category_day_price_day_id_idx" ON "category_day_price"("day_id");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_event_id_code_key" ON "voucher"("event_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_id_event_id_key" ON "voucher"("id", "event_id");

-- CreateIndex
CREATE INDEX "price_line_booking_id_idx" ON "price_line"("booking_id");

-- CreateIndex
CREATE INDEX "price_line_registration_id_idx" ON "price_line"("registration_id");

-- CreateIndex
CREATE INDEX "outbox_mail_booking_id_idx" ON "outbox_mail"("booking_id");

-- CreateIndex
CREATE INDEX "personal_link_booking_id_idx" ON "personal_link"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_voucher_id_event_id_key" ON "quota"("voucher_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_substitute_for_id_key" ON "registration"("substitute_for_id");

-- CreateIndex
CREATE INDEX "registration_voucher_id_idx" ON "registration"("voucher_id");

-- CreateIndex
CREATE INDEX "registration_guest_of_id_idx" ON "registration"("guest_of_id");

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_voucher_id_event_id_fkey" FOREIGN KEY ("voucher_id", "event_id") REFERENCES "voucher"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_guest_of_id_fkey" FOREIGN KEY ("guest_of_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_waiting" ADD CONSTRAINT "session_waiting_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_waiting" ADD CONSTRAINT "session_waiting_session_id_event_id_fkey" FOREIGN KEY ("session_id", "event_id") REFERENCES "session"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_voucher_id_event_id_fkey" FOREIGN KEY ("voucher_id", "event_id") REFERENCES "voucher"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_day_price" ADD CONSTRAINT "category_day_price_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id") REFERENCES "category"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_day_price" ADD CONSTRAINT "category_day_price_day_id_event_id_fkey" FOREIGN KEY ("day_id", "event_id") REFERENCES "event_day"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id") REFERENCES "category"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_line" ADD CONSTRAINT "price_line_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_line" ADD CONSTRAINT "price_line_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema language cannot say.

ALTER TABLE "event"
  ADD CONSTRAINT event_offer_hours CHECK (offer_hours BETWEEN 1 AND 90),
  ADD CONSTRAINT event_open_to_all CHECK (access <> 'INVITED_FIRST' OR open_to_all_on IS NOT NULL);
ALTER TABLE "category"
  ADD CONSTRAINT category_early_price CHECK ((early_price_ore IS NULL) = (early_until IS NULL) AND early_price_ore >= 0);
ALTER TABLE "category_day_price" ADD CONSTRAINT category_day_price_ore CHECK (price_ore >= 0 AND early_price_ore >= 0);
ALTER TABLE "session" ADD CONSTRAINT session_price CHECK (price_ore >= 0 AND vat_per_mille BETWEEN 0 AND 1000);
ALTER TABLE "price_line"
  ADD CONSTRAINT price_line_localised CHECK (is_localised(text)),
  ADD CONSTRAINT price_line_vat CHECK (vat_per_mille BETWEEN 0 AND 1000);
ALTER TABLE "voucher"
  ADD CONSTRAINT voucher_code CHECK (code ~ '^[A-Z0-9]{3,40}$'),
  ADD CONSTRAINT voucher_off CHECK (off_per_mille BETWEEN 1 AND 1000 AND off_ore > 0 AND num_nonnulls(off_per_mille, off_ore) <= 1),
  ADD CONSTRAINT voucher_does_something CHECK (num_nonnulls(category_id, off_per_mille, off_ore) > 0);
ALTER TABLE "invitation" ADD CONSTRAINT invitation_extra_guests CHECK (extra_guests BETWEEN 0 AND 50);
ALTER TABLE "sensitive_needs"
  DROP CONSTRAINT sensitive_needs_said,
  ADD CONSTRAINT sensitive_needs_said CHECK (num_nonnulls(diet, access, answers) > 0);
ALTER TABLE "session_waiting"
  ADD CONSTRAINT session_waiting_expiry CHECK ((state = 'OFFERED') = (expires_at IS NOT NULL));
-- One living wait per person and session.
CREATE UNIQUE INDEX session_waiting_living ON "session_waiting" (registration_id, session_id) WHERE state IN ('WAITING', 'OFFERED');
-- One open change request per person.
CREATE UNIQUE INDEX change_request_open ON "change_request" (registration_id) WHERE state = 'OPEN';

ALTER TABLE "personal_link"
  DROP CONSTRAINT personal_link_subject,
  ADD CONSTRAINT personal_link_subject CHECK (
    num_nonnulls(registration_id, speaker_id, invitation_id, booking_id) = 1
    AND (purpose = 'REGISTRATION') = (registration_id IS NOT NULL)
    AND (purpose = 'SPEAKER') = (speaker_id IS NOT NULL)
    AND (purpose = 'INVITATION') = (invitation_id IS NOT NULL)
    AND (purpose = 'BOOKING') = (booking_id IS NOT NULL));

-- A held place has no person yet: its mail goes to whoever booked it, so the address is not counted against anybody.
DROP INDEX registration_living_email;
CREATE UNIQUE INDEX registration_living_email ON "registration" (event_id, email_normalised)
  WHERE state IN ('PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED');

-- The line: numbers are given in the order of admission, under the event's lock.
CREATE SEQUENCE registration_waiting_number;
ALTER TABLE "registration"
  ADD CONSTRAINT registration_waiting_number CHECK (state <> 'WAITLISTED' OR waiting_number IS NOT NULL);
CREATE INDEX registration_in_line ON "registration" (event_id, waiting_number) WHERE state = 'WAITLISTED';
-- Holds and offers that run out are found without reading the rest.
CREATE INDEX registration_expiring ON "registration" (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX session_waiting_expiring ON "session_waiting" (expires_at) WHERE expires_at IS NOT NULL;

-- Quotas have a fifth kind of owner: a voucher, whose capacity is how often it may be used.
ALTER TABLE "quota"
  DROP CONSTRAINT quota_owner,
  ADD CONSTRAINT quota_owner CHECK (num_nonnulls(category_id, day_id, session_id, voucher_id) <= 1);
DROP INDEX quota_of_event;
CREATE UNIQUE INDEX quota_of_event ON "quota" (event_id) WHERE num_nonnulls(category_id, day_id, session_id, voucher_id) = 0;

CREATE OR REPLACE FUNCTION registration_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[];
BEGIN
  WITH moved AS (
    SELECT n.id, n.event_id, n.category_id, o.category_id AS old_category_id, n.voucher_id, o.voucher_id AS old_voucher_id,
           takes_place(n.state)::int AS now_takes, takes_place(o.state)::int AS took
      FROM new_rows n JOIN old_rows o ON o.id = n.id
     WHERE takes_place(n.state) <> takes_place(o.state) OR n.category_id <> o.category_id
        OR n.voucher_id IS DISTINCT FROM o.voucher_id
  ), delta AS (
    SELECT q.id, m.now_takes - m.took AS n FROM moved m
      JOIN "quota" q ON q.event_id = m.event_id AND num_nonnulls(q.category_id, q.day_id, q.session_id, q.voucher_id) = 0
    UNION ALL SELECT q.id, m.now_takes FROM moved m JOIN "quota" q ON q.category_id = m.category_id
    UNION ALL SELECT q.id, -m.took FROM moved m JOIN "quota" q ON q.category_id = m.old_category_id
    UNION ALL SELECT q.id, m.now_takes FROM moved m JOIN "quota" q ON q.voucher_id = m.voucher_id
    UNION ALL SELECT q.id, -m.took FROM moved m JOIN "quota" q ON q.voucher_id = m.old_voucher_id
    UNION ALL SELECT q.id, m.now_takes - m.took FROM moved m
      JOIN "registration_day" c ON c.registration_id = m.id JOIN "quota" q ON q.day_id = c.day_id
    UNION ALL SELECT q.id, m.now_takes - m.took FROM moved m
      JOIN "registration_session" c ON c.registration_id = m.id JOIN "quota" q ON q.session_id = c.session_id
  ), total AS (SELECT id, sum(n)::int AS n FROM delta GROUP BY id HAVING sum(n) <> 0)
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION registration_count_new_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[]; sign int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  WITH delta AS (
    SELECT q.id FROM changed r
      JOIN "quota" q ON q.event_id = r.event_id AND num_nonnulls(q.category_id, q.day_id, q.session_id, q.voucher_id) = 0
     WHERE takes_place(r.state)
    UNION ALL SELECT q.id FROM changed r JOIN "quota" q ON q.category_id = r.category_id WHERE takes_place(r.state)
    UNION ALL SELECT q.id FROM changed r JOIN "quota" q ON q.voucher_id = r.voucher_id WHERE takes_place(r.state)
  ), total AS (SELECT id, sign * count(*)::int AS n FROM delta GROUP BY id)
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION quota_count_existing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.used := (
    SELECT count(*) FROM "registration" r
     WHERE r.event_id = NEW.event_id AND takes_place(r.state)
       AND (NEW.category_id IS NULL OR r.category_id = NEW.category_id)
       AND (NEW.voucher_id IS NULL OR r.voucher_id = NEW.voucher_id)
       AND (NEW.day_id IS NULL OR EXISTS (SELECT 1 FROM "registration_day" d WHERE d.registration_id = r.id AND d.day_id = NEW.day_id))
       AND (NEW.session_id IS NULL OR EXISTS (SELECT 1 FROM "registration_session" s WHERE s.registration_id = r.id AND s.session_id = NEW.session_id)))
    + (SELECT count(*) FROM "session_waiting" w WHERE w.session_id = NEW.session_id AND w.state = 'OFFERED');
  RETURN NEW;
END $$;

-- A live offer of a place in a session takes that place up.
CREATE FUNCTION session_waiting_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[];
BEGIN
  WITH delta AS (
    SELECT n.session_id, (n.state = 'OFFERED')::int - (o.state = 'OFFERED')::int AS n
      FROM new_rows n JOIN old_rows o ON o.id = n.id
  )
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM (
    SELECT q.id, sum(d.n)::int AS n FROM delta d JOIN "quota" q ON q.session_id = d.session_id
     GROUP BY q.id HAVING sum(d.n) <> 0) total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;
CREATE TRIGGER session_waiting_count_places_on_update AFTER UPDATE ON "session_waiting"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION session_waiting_count_places();

CREATE FUNCTION session_waiting_count_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[]; deltas int[]; sign int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  SELECT array_agg(id), array_agg(n) INTO ids, deltas FROM (
    SELECT q.id, sign * count(*)::int AS n FROM changed c JOIN "quota" q ON q.session_id = c.session_id
     WHERE c.state = 'OFFERED' GROUP BY q.id) total;
  PERFORM quota_apply(ids, deltas);
  RETURN NULL;
END $$;
CREATE TRIGGER session_waiting_count_places_on_insert AFTER INSERT ON "session_waiting"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION session_waiting_count_rows();
CREATE TRIGGER session_waiting_count_places_on_delete AFTER DELETE ON "session_waiting"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION session_waiting_count_rows();

-- Before a registration row goes, its choices and waits go through their own triggers while its state can still be read.
CREATE OR REPLACE FUNCTION registration_free_choices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "registration_day" WHERE registration_id = OLD.id;
  DELETE FROM "registration_session" WHERE registration_id = OLD.id;
  DELETE FROM "session_waiting" WHERE registration_id = OLD.id;
  RETURN OLD;
END $$;
