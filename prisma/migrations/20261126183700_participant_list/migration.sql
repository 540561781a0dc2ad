-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_tag" (
    "registration_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "registration_tag_pkey" PRIMARY KEY ("registration_id","tag_id")
);

-- CreateTable
CREATE TABLE "registration_note" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "wish" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change_person" (
    "bulk_change_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "registration_id" UUID NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "bulk_change_person_pkey" PRIMARY KEY ("bulk_change_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "tag_event_id_key_key" ON "tag"("event_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "tag_id_event_id_key" ON "tag"("id", "event_id");

-- CreateIndex
CREATE INDEX "registration_tag_tag_id_idx" ON "registration_tag"("tag_id");

-- CreateIndex
CREATE INDEX "registration_note_registration_id_created_at_idx" ON "registration_note"("registration_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_event_id_user_id_name_key" ON "saved_view"("event_id", "user_id", "name");

-- CreateIndex
CREATE INDEX "bulk_change_event_id_idx" ON "bulk_change"("event_id");

-- CreateIndex
CREATE INDEX "bulk_change_person_registration_id_idx" ON "bulk_change_person"("registration_id");

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_tag" ADD CONSTRAINT "registration_tag_registration_id_event_id_fkey" FOREIGN KEY ("registration_id", "event_id") REFERENCES "registration"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_tag" ADD CONSTRAINT "registration_tag_tag_id_event_id_fkey" FOREIGN KEY ("tag_id", "event_id") REFERENCES "tag"("id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_note" ADD CONSTRAINT "registration_note_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change_person" ADD CONSTRAINT "bulk_change_person_bulk_change_id_fkey" FOREIGN KEY ("bulk_change_id") REFERENCES "bulk_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change_person" ADD CONSTRAINT "bulk_change_person_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

