import { describe, expect, it } from "vitest";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { openInvitation } from "@/lib/auth/personal-link-gate";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { declineInvitation } from "@/lib/registrations/commands/decline-invitation";
import { eraseInvited } from "@/lib/registrations/commands/erase-invited";
import { importInvitations } from "@/lib/registrations/commands/import-invitations";
import { sendInvitations } from "@/lib/registrations/commands/send-invitations";
import { parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { getInvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { getInvitation } from "@/lib/registrations/queries/my-invitation";
import { getStoredInvitation } from "@/lib/registrations/queries/stored-invitation";
import { NOW } from "../../support/clock";
import { createInvitation } from "../../support/factories/invitation";
import { inviter, opened, waitingMails } from "../../support/inviting";
import { person, register, rowCounts, scopeOf } from "../../support/registering";

const db = database();
const ALL = parseInvitationFilter({});
const counts = async (scope: Parameters<typeof getInvitationBoard>[0]) => {
  const { counts: tabs, groups } = await getInvitationBoard(scope, ALL, 1);
  return { tabs, groups };
};

describe("somebody invited who is not registered", () => {
  const wishes = {
    ...{ name: "Inga Hemlig", email: "inga.hemlig@example.org", organisationName: "Hemliga kommunen" },
    ...{ groupName: "Chefer", municipalityCode: "1480" },
  };

  it("sees all that is stored, is erased, and stays in the counts as a no of nobody", async () => {
    const { event, scope } = await inviter(NOW);
    const row = await createInvitation(db, event.id, { ...wishes, email: `d-${wishes.email}` });
    await sendInvitations(scope, { to: { kind: "one", id: row.id }, shownAt: NOW }, NOW);
    await declineInvitation(opened(row), { reason: "Hemlig operation" }, NOW);
    const token = await mintPersonalLink({ purpose: "INVITATION", invitationId: row.id }, NOW.add({ hours: 24 }));
    expect(await getInvitation(opened(row))).toMatchObject({ declineReason: "Hemlig operation", canErase: true });
    expect(await getStoredInvitation(opened(row))).toMatchObject({
      ...{ name: "Inga Hemlig", email: `d-${wishes.email}`, organisationName: "Hemliga kommunen" },
      ...{ state: "DECLINED", declineReason: "Hemlig operation", groupName: "Chefer", personalLinks: 1 },
      mails: [{ message: "invitation", toEmail: `d-${wishes.email}` }],
      log: [{ action: "invitations.sent" }, { action: "invitation.declined" }],
    });
    const before = await counts(scope);
    expect(await eraseInvited(opened(row), NOW)).toMatchObject({ ok: true });
    expect(await counts(scope)).toEqual(before);
    const left = [
      await db.invitation.findMany({ where: { eventId: event.id } }),
      await db.outboxMail.findMany({ where: { eventId: event.id } }),
      await db.auditEntry.findMany({ where: { eventId: event.id } }),
    ];
    for (const trace of ["inga", "Inga", "Hemlig"])
      expect(JSON.stringify(left, (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(
        trace,
      );
    expect(left[0]).toMatchObject([{ state: "DECLINED", groupName: "Chefer", municipalityCode: "1480" }]);
    expect(left[2]?.at(-1)).toMatchObject({ action: "invitation.erased", actorKind: "ATTENDEE", subjectId: row.id });
    expect(await waitingMails(event.id)).toEqual([]);
    expect(await openInvitation(token, NOW)).toMatchObject({ code: "link_invalid" });
  });

  it("is erased without having answered, and then counts as a no and is mailed no more", async () => {
    const { event, scope } = await inviter(NOW);
    const row = await createInvitation(db, event.id, { ...wishes, email: `u-${wishes.email}` });
    expect(await eraseInvited(opened(row), NOW)).toMatchObject({ ok: true });
    expect((await counts(scope)).tabs).toMatchObject({ all: 1, declined: 1, unanswered: 0 });
    const everybody = { kind: "shown", filter: ALL, again: false } as const;
    expect(await sendInvitations(scope, { to: everybody, shownAt: NOW }, NOW)).toMatchObject({ value: { sent: 0 } });
    // Nothing tells that the address was invited, as the page says: a list that names it invites it again.
    const text = `namn\te-post\nInga Hemlig\tu-${wishes.email}`;
    const source = { kind: "pasted", text } as const;
    expect(await importInvitations(scope, { source, columns: null }, NOW)).toMatchObject({ value: { added: 1 } });
  });

  it("who comes is not erased here; once they have cancelled, they are, and their registration stays theirs", async () => {
    const { event } = await inviter(NOW);
    const email = `k-${wishes.email}`;
    const row = await createInvitation(db, event.id, { ...wishes, email });
    const made = await register(event.slug, person({ email }), NOW, { invitation: opened(row) });
    if (!made.ok) throw new Error(made.code);
    expect(await getInvitation(opened(row))).toMatchObject({ hasPlace: true, canErase: false });
    const before = await rowCounts();
    expect(await eraseInvited(opened(row), NOW)).toMatchObject({ code: "erase_not_yet" });
    expect(await rowCounts()).toEqual(before);
    await cancelRegistration(await scopeOf(made.value.reference), NOW);
    expect(await eraseInvited(opened(row), NOW)).toMatchObject({ ok: true });
    expect(await db.registration.findFirst({ where: { eventId: event.id } })).toMatchObject({ email });
  });
});
