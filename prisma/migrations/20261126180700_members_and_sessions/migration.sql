-- AlterEnum
ALTER TYPE "member_role" ADD VALUE 'FINANCE';

-- AlterTable
ALTER TABLE "user_session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "system" TEXT;

-- CreateTable
CREATE TABLE "sign_in_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "event_membership" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_membership_pkey" PRIMARY KEY ("event_id","user_id")
);

-- CreateTable
CREATE TABLE "disabled_membership" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "event_id" UUID,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "disabled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disabled_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "event_id" UUID,
    "email" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_identity_user_id_idx" ON "sign_in_identity"("user_id");

-- CreateIndex
CREATE INDEX "event_membership_user_id_idx" ON "event_membership"("user_id");

-- CreateIndex
CREATE INDEX "disabled_membership_organisation_id_idx" ON "disabled_membership"("organisation_id");

-- CreateIndex
CREATE INDEX "disabled_membership_user_id_idx" ON "disabled_membership"("user_id");

-- CreateIndex
CREATE INDEX "member_invitation_organisation_id_idx" ON "member_invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "member_invitation_email_idx" ON "member_invitation"("email");

-- AddForeignKey
ALTER TABLE "sign_in_identity" ADD CONSTRAINT "sign_in_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_membership" ADD CONSTRAINT "event_membership_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_membership" ADD CONSTRAINT "event_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disabled_membership" ADD CONSTRAINT "disabled_membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disabled_membership" ADD CONSTRAINT "disabled_membership_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disabled_membership" ADD CONSTRAINT "disabled_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- A role at one event owns nothing.
ALTER TABLE "event_membership" ADD CONSTRAINT "event_membership_role_check" CHECK ("role" <> 'OWNER');

-- One open invitation per address and place.
CREATE UNIQUE INDEX "member_invitation_open_key" ON "member_invitation" ("organisation_id", "event_id", "email") NULLS NOT DISTINCT WHERE "closed_at" IS NULL;
