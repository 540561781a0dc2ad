-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('sv', 'en');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('REGISTRATION', 'SPEAKER', 'INVITATION');

-- CreateEnum
CREATE TYPE "event_status" AS ENUM ('DRAFT', 'PUBLISHED', 'CANCELLED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "registration_access" AS ENUM ('OPEN', 'INVITATION_ONLY');

-- CreateEnum
CREATE TYPE "availability" AS ENUM ('EXACT', 'FEW', 'HIDDEN');

-- CreateEnum
CREATE TYPE "co_organiser_kind" AS ENUM ('CO_ORGANISER', 'PARTNER', 'EXHIBITOR');

-- CreateEnum
CREATE TYPE "co_organiser_access" AS ENUM ('NONE', 'WHOLE_EVENT', 'OWN_SESSIONS');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'OBSOLETE');

-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('INVITED_UNANSWERED', 'CONFIRMED_BEFORE_EVENT');

-- CreateEnum
CREATE TYPE "reminder_outcome" AS ENUM ('ENQUEUED', 'MISSED');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('OWNER', 'EDITOR', 'VIEWER', 'DOOR');

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('TALK', 'PANEL', 'WORKSHOP', 'SEMINAR', 'MEAL', 'MINGLE', 'EXHIBITION', 'BREAK');

-- CreateEnum
CREATE TYPE "speaker_part" AS ENUM ('SPEAKER', 'MODERATOR', 'PANELLIST');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('HELD', 'PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'DECLINED', 'LAPSED', 'REJECTED', 'CANCELLED', 'SUBSTITUTED');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('ATTENDEE', 'USER', 'SPEAKER', 'API', 'SYSTEM');

-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('SENT', 'OPENED', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('TEXT', 'LONG_TEXT', 'CHOICE', 'MULTI_CHOICE', 'YES_NO');

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "event_id" UUID,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" "locale" NOT NULL DEFAULT 'sv',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_link" (
    "token_hash" TEXT NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "registration_id" UUID,
    "speaker_id" UUID,
    "invitation_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personal_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "series_id" UUID,
    "venue_id" UUID,
    "slug" TEXT NOT NULL,
    "status" "event_status" NOT NULL DEFAULT 'DRAFT',
    "unlisted" BOOLEAN NOT NULL DEFAULT false,
    "access" "registration_access" NOT NULL DEFAULT 'OPEN',
    "availability" "availability" NOT NULL DEFAULT 'EXACT',
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "description" JSONB,
    "practicalities" JSONB,
    "target_group" JSONB,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Stockholm',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "registration_opens_on" DATE,
    "last_registration_day" DATE NOT NULL,
    "last_edit_day" DATE,
    "last_cancel_day" DATE,
    "last_catering_day" DATE,
    "needs_deleted_on" DATE NOT NULL,
    "accent" TEXT,
    "contact_name" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "contact_phone" TEXT,
    "page_owner" TEXT,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_day" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "title" JSONB,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'SE',
    "travel" JSONB,
    "accessibility" JSONB,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_organiser" (
    "event_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "co_organiser_kind" NOT NULL DEFAULT 'CO_ORGANISER',
    "access" "co_organiser_access" NOT NULL DEFAULT 'NONE',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "co_organiser_pkey" PRIMARY KEY ("event_id","organisation_id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "event_id" UUID,
    "registration_id" UUID,
    "invitation_id" UUID,
    "message" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "to_name" TEXT,
    "to_email" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "dedupe_key" TEXT,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_rule" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "days_before" INTEGER NOT NULL,
    "local_time" CHAR(5) NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_run" (
    "rule_id" UUID NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "reminder_outcome" NOT NULL,
    "recipients" INTEGER NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_run_pkey" PRIMARY KEY ("rule_id","scheduled_at")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "name" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "municipality_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id","user_id")
);

-- CreateTable
CREATE TABLE "track" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "day_id" UUID,
    "track_id" UUID,
    "room_id" UUID,
    "host_organisation_id" UUID,
    "kind" "session_kind" NOT NULL,
    "title" JSONB NOT NULL,
    "abstract" JSONB,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sign_up" BOOLEAN NOT NULL DEFAULT false,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "locale" "locale" NOT NULL DEFAULT 'sv',
    "role" JSONB,
    "affiliation" TEXT,
    "biography" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_speaker" (
    "session_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "part" "speaker_part" NOT NULL DEFAULT 'SPEAKER',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_speaker_pkey" PRIMARY KEY ("session_id","speaker_id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "registrant_name" TEXT NOT NULL,
    "registrant_email" TEXT NOT NULL,
    "registrant_phone" TEXT,
    "locale" "locale" NOT NULL,
    "billing" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "registration_state" NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_normalised" TEXT NOT NULL,
    "organisation_name" TEXT,
    "municipality_code" TEXT,
    "job_title" TEXT,
    "locale" "locale" NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "consent_version" TEXT NOT NULL,
    "protected_identity" BOOLEAN NOT NULL DEFAULT false,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_day" (
    "registration_id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "registration_day_pkey" PRIMARY KEY ("registration_id","day_id")
);

-- CreateTable
CREATE TABLE "registration_session" (
    "registration_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "registration_session_pkey" PRIMARY KEY ("registration_id","session_id")
);

-- CreateTable
CREATE TABLE "sensitive_needs" (
    "registration_id" UUID NOT NULL,
    "diet" TEXT,
    "access" TEXT,
    "delete_after" DATE NOT NULL,

    CONSTRAINT "sensitive_needs_pkey" PRIMARY KEY ("registration_id")
);

-- CreateTable
CREATE TABLE "registration_transition" (
    "id" BIGSERIAL NOT NULL,
    "registration_id" UUID NOT NULL,
    "from_state" "registration_state",
    "to_state" "registration_state" NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "category_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_normalised" TEXT NOT NULL,
    "organisation_name" TEXT,
    "group_name" TEXT,
    "locale" "locale" NOT NULL DEFAULT 'sv',
    "state" "invitation_state" NOT NULL DEFAULT 'SENT',
    "decline_reason" TEXT,
    "registration_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL,
    "label" JSONB NOT NULL,
    "help" JSONB,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "options" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("event_id","key")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB,
    "price_ore" INTEGER NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'SEK',
    "vat_per_mille" INTEGER NOT NULL DEFAULT 250,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "category_id" UUID,
    "day_id" UUID,
    "session_id" UUID,
    "capacity" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quota_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_idx" ON "audit_entry"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_event_id_at_idx" ON "audit_entry"("event_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_hash_key" ON "user_session"("token_hash");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_hash_key" ON "sign_in"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_email_expires_at_idx" ON "sign_in"("email", "expires_at");

-- CreateIndex
CREATE INDEX "personal_link_registration_id_idx" ON "personal_link"("registration_id");

-- CreateIndex
CREATE INDEX "personal_link_speaker_id_idx" ON "personal_link"("speaker_id");

-- CreateIndex
CREATE INDEX "personal_link_invitation_id_idx" ON "personal_link"("invitation_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "series_organisation_id_idx" ON "series"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_organisation_id_idx" ON "event"("organisation_id");

-- CreateIndex
CREATE INDEX "event_series_id_idx" ON "event"("series_id");

-- CreateIndex
CREATE INDEX "event_status_starts_on_idx" ON "event"("status", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "event_day_event_id_date_key" ON "event_day"("event_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "event_day_id_event_id_key" ON "event_day"("id", "event_id");

-- CreateIndex
CREATE INDEX "venue_organisation_id_idx" ON "venue"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_venue_id_name_key" ON "room"("venue_id", "name");

-- CreateIndex
CREATE INDEX "co_organiser_organisation_id_idx" ON "co_organiser"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_dedupe_key_key" ON "outbox_mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_mail_event_id_created_at_idx" ON "outbox_mail"("event_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_mail_registration_id_idx" ON "outbox_mail"("registration_id");

-- CreateIndex
CREATE INDEX "outbox_mail_invitation_id_idx" ON "outbox_mail"("invitation_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_event_id_kind_days_before_local_time_key" ON "reminder_rule"("event_id", "kind", "days_before", "local_time");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "track_event_id_idx" ON "track"("event_id");

-- CreateIndex
CREATE INDEX "session_event_id_starts_at_idx" ON "session"("event_id", "starts_at");

-- CreateIndex
CREATE INDEX "session_day_id_idx" ON "session"("day_id");

-- CreateIndex
CREATE INDEX "session_host_organisation_id_idx" ON "session"("host_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_event_id_key" ON "session"("id", "event_id");

-- CreateIndex
CREATE INDEX "speaker_organisation_id_idx" ON "speaker"("organisation_id");

-- CreateIndex
CREATE INDEX "session_speaker_speaker_id_idx" ON "session_speaker"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_reference_key" ON "booking"("reference");

-- CreateIndex
CREATE INDEX "booking_event_id_idx" ON "booking"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_reference_key" ON "registration"("reference");

-- CreateIndex
CREATE INDEX "registration_event_id_state_created_at_idx" ON "registration"("event_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "registration_booking_id_idx" ON "registration"("booking_id");

-- CreateIndex
CREATE INDEX "registration_category_id_idx" ON "registration"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_id_event_id_key" ON "registration"("id", "event_id");

-- CreateIndex
CREATE INDEX "registration_day_day_id_idx" ON "registration_day"("day_id");

-- CreateIndex
CREATE INDEX "registration_session_session_id_idx" ON "registration_session"("session_id");

-- CreateIndex
CREATE INDEX "sensitive_needs_delete_after_idx" ON "sensitive_needs"("delete_after");

-- CreateIndex
CREATE INDEX "registration_transition_registration_id_id_idx" ON "registration_transition"("registration_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_registration_id_key" ON "invitation"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_event_id_email_normalised_key" ON "invitation"("event_id", "email_normalised");

-- CreateIndex
CREATE UNIQUE INDEX "question_event_id_key_key" ON "question"("event_id", "key");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "category_event_id_key_key" ON "category"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "category_id_event_id_key" ON "category"("id", "event_id");

-- CreateIndex
CREATE INDEX "quota_event_id_idx" ON "quota"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_category_id_event_id_key" ON "quota"("category_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_day_id_event_id_key" ON "quota"("day_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_session_id_event_id_key" ON "quota"("session_id", "event_id");

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_day" ADD CONSTRAINT "event_day_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_organiser" ADD CONSTRAINT "co_organiser_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_organiser" ADD CONSTRAINT "co_organiser_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_run" ADD CONSTRAINT "reminder_run_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "reminder_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_day_id_event_id_fkey" FOREIGN KEY ("day_id", "event_id") REFERENCES "event_day"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_host_organisation_id_fkey" FOREIGN KEY ("host_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_speaker" ADD CONSTRAINT "session_speaker_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_speaker" ADD CONSTRAINT "session_speaker_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id") REFERENCES "category"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_day" ADD CONSTRAINT "registration_day_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_day" ADD CONSTRAINT "registration_day_day_id_event_id_fkey" FOREIGN KEY ("day_id", "event_id") REFERENCES "event_day"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_session" ADD CONSTRAINT "registration_session_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_session" ADD CONSTRAINT "registration_session_session_id_event_id_fkey" FOREIGN KEY ("session_id", "event_id") REFERENCES "session"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sensitive_needs" ADD CONSTRAINT "sensitive_needs_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_transition" ADD CONSTRAINT "registration_transition_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id") REFERENCES "category"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_category_id_event_id_fkey" FOREIGN KEY ("category_id", "event_id") REFERENCES "category"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_day_id_event_id_fkey" FOREIGN KEY ("day_id", "event_id") REFERENCES "event_day"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_session_id_event_id_fkey" FOREIGN KEY ("session_id", "event_id") REFERENCES "session"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;
