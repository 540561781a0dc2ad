import { beforeEach, describe, expect, it } from "vitest";
import { endSessions } from "@/lib/auth/commands/end-sessions";
import { openEvent } from "@/lib/auth/event-gate";
import { openOrganisation } from "@/lib/auth/organisation-gate";
import { canEdit, canSeeList } from "@/lib/auth/policy";
import { listSessions } from "@/lib/auth/queries/sessions";
import type { OrganisationScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import { answerInvitation } from "@/lib/members/commands/answer-invitation";
import { changeMember } from "@/lib/members/commands/change-member";
import { foundOrganisation } from "@/lib/members/commands/found-organisation";
import { inviteMember } from "@/lib/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/members/commands/withdraw-invitation";
import { memberMails } from "@/lib/members/mails";
import { listMyInvitations } from "@/lib/members/queries/invitations";
import { getTeam } from "@/lib/members/queries/team";
import { database, useDatabase } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createOrganisation } from "../../support/factories/organisation";
import { nextNumber } from "../../support/factories/sequence";
import { sessionOf } from "../../support/signed-in";
import { withoutLocks } from "../../support/without-locks";

const db = database();
const DAYS = 24;
let organisation: { id: string; slug: string };
let owner: OrganisationScope;
let ownerSession: string;

beforeEach(async () => {
  organisation = await createOrganisation(db);
  ownerSession = await sessionOf((await createMember(db, organisation.id, "OWNER")).id, NOW);
  owner = await scopeAt(ownerSession);
});

async function scopeAt(session: string): Promise<OrganisationScope> {
  const opened = await openOrganisation(session, organisation.slug, NOW);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}
async function userOf(session: string, now = NOW) {
  const opened = await openUser(session, now);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}
/** Somebody with an account and no standing here. */
async function somebody() {
  const member = await createMember(db, (await createOrganisation(db)).id, "VIEWER");
  return { ...member, session: await sessionOf(member.id, NOW) };
}
const colleague = (role: MemberRole) => createMember(db, organisation.id, role);
const eventHere = () => createEvent(db, { organisationId: organisation.id }, NOW);
const actions = async () =>
  (await db.auditEntry.findMany({ where: { organisationId: organisation.id }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );
const roles = async () =>
  (await db.membership.findMany({ where: { organisationId: organisation.id }, select: { role: true } })).map(
    ({ role }) => role,
  );

describe("an invitation to work somewhere", () => {
  it("goes by mail, is seen and accepted once by whoever signs in with the address, and gives the role", async () => {
    const { email, session } = await somebody();
    expect(await inviteMember(owner, { email: email.toUpperCase(), role: "EDITOR", event: "" }, NOW)).toEqual({
      ok: true,
      value: { email },
    });
    const mail = await db.outboxMail.findFirstOrThrow({ where: { toEmail: email, message: "member-invitation" } });
    const [seen, ...more] = await listMyInvitations(await userOf(session), NOW);
    expect([seen?.role, seen?.event, more]).toEqual(["EDITOR", null, []]);
    const claimed = { params: mail.params, to: { name: null, email }, locale: "sv" } as never;
    expect(await memberMails["member-invitation"](claimed, NOW)).toMatchObject({
      text: expect.stringContaining(`/sign-in?invitation=${seen?.id}`),
    });
    const id = seen?.id ?? "";
    const other = await somebody();
    expect(await answerInvitation(await userOf(other.session), { id, accept: true }, NOW)).toMatchObject({
      code: "invitation_gone",
    });
    expect(await answerInvitation(await userOf(session), { id, accept: true }, NOW)).toMatchObject({ ok: true });
    expect(await answerInvitation(await userOf(session), { id, accept: true }, NOW)).toMatchObject({ ok: false });
    const { slug } = await eventHere();
    expect(await openEvent(session, slug, canEdit, NOW)).toMatchObject({ ok: true, value: { thisEventOnly: false } });
    expect(await memberMails["member-invitation"](claimed, NOW)).toBe("obsolete");
    expect(await actions()).toEqual(["member.invited", "member.joined"]);
  });

  it("to one event opens that event and nothing else", async () => {
    const { email, session } = await somebody();
    const [here, there] = [await eventHere(), await eventHere()];
    await inviteMember(owner, { email, role: "FINANCE", event: here.id }, NOW);
    const [invitation] = await listMyInvitations(await userOf(session), NOW);
    await answerInvitation(await userOf(session), { id: invitation?.id ?? "", accept: true }, NOW);
    expect(await openEvent(session, here.slug, canSeeList, NOW)).toMatchObject({
      ok: true,
      value: { role: "FINANCE", thisEventOnly: true },
    });
    expect(await openEvent(session, here.slug, canEdit, NOW)).toMatchObject({ code: "forbidden_for_role" });
    expect(await openEvent(session, there.slug, canSeeList, NOW)).toMatchObject({ code: "not_found" });
    expect(await openOrganisation(session, organisation.slug, NOW)).toMatchObject({ code: "not_found" });
  });

  it("declined, withdrawn or fourteen days old opens nothing, and makes room for another", async () => {
    const { email, session } = await somebody();
    const again = async () => {
      await inviteMember(owner, { email, role: "VIEWER" }, NOW);
      return (await listMyInvitations(await userOf(session), NOW))[0]?.id ?? "";
    };
    const declined = await again();
    await answerInvitation(await userOf(session), { id: declined, accept: false }, NOW);
    const withdrawn = await again();
    expect(await withdrawInvitation(owner, withdrawn, NOW)).toMatchObject({ ok: true });
    expect(await withdrawInvitation(owner, withdrawn, NOW)).toMatchObject({ code: "invitation_gone" });
    const old = await again();
    const later = NOW.add({ hours: 14 * DAYS });
    for (const [id, now] of [[declined, NOW] as const, [withdrawn, NOW] as const, [old, later] as const])
      expect(await answerInvitation(await userOf(session), { id, accept: true }, now).catch(() => null)).toMatchObject({
        code: "invitation_gone",
      });
    expect(await inviteMember(owner, { email, role: "VIEWER" }, later)).toMatchObject({ ok: true });
    expect(await roles()).toEqual(["OWNER"]);
  });

  it("is refused for each reason by its own code", async () => {
    const { email } = await colleague("VIEWER");
    const event = await eventHere();
    const foreign = await createEvent(db, { organisationId: (await createOrganisation(db)).id }, NOW);
    const fresh = `ny-${nextNumber()}@example.org`;
    for (const [body, code] of [
      [{ email: "nej", role: "EDITOR" }, "email_invalid"],
      [{ email: fresh, role: "KING" }, "role_unknown"],
      [{ email: fresh, role: "OWNER", event: event.id }, "role_unknown"],
      [{ email: fresh, role: "EDITOR", event: "x" }, "event_unknown"],
      [{ email: fresh, role: "EDITOR", event: foreign.id }, "event_unknown"],
      [{ email, role: "EDITOR" }, "already_member"],
    ] as const)
      expect(await inviteMember(owner, body, NOW)).toMatchObject({ ok: false, code });
    const both = await Promise.all([1, 2].map(() => inviteMember(owner, { email: fresh, role: "EDITOR" }, NOW)));
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["already_invited", "ok"]);
    const stranger = await createOrganisation(db);
    const strangerScope = { ...owner, organisationId: stranger.id } as OrganisationScope;
    expect(await inviteMember(strangerScope, { email: fresh, role: "EDITOR" }, NOW)).toMatchObject({
      code: "not_owner",
    });
  });
});

describe("changing who may what", () => {
  it("gives another role, and one at a single event; the last owner stays one", async () => {
    const { id: member } = await colleague("VIEWER");
    const session = await sessionOf(member, NOW);
    const { id: event, slug } = await eventHere();
    expect(await changeMember(owner, { change: "role", member, role: "DOOR" }, NOW)).toMatchObject({ ok: true });
    expect(await changeMember(owner, { change: "event-role", member, event, role: "EDITOR" }, NOW)).toMatchObject({
      ok: true,
    });
    expect(await openEvent(session, slug, canEdit, NOW)).toMatchObject({ ok: true, value: { thisEventOnly: false } });
    await changeMember(owner, { change: "event-role", member, event, role: "" }, NOW);
    expect(await openEvent(session, slug, canEdit, NOW)).toMatchObject({ code: "forbidden_for_role" });
    for (const body of [{ change: "role", role: "EDITOR" }, { change: "remove" }, { change: "disable" }])
      expect(await changeMember(owner, { ...body, member: owner.userId }, NOW)).toMatchObject({ code: "last_owner" });
    expect((await roles()).sort()).toEqual(["DOOR", "OWNER"]);
    expect(await actions()).toEqual(["member.role-changed", "member.event-role-changed", "member.event-role-changed"]);
  });

  it("refuses what is no change, whom there is not, and another organisation's event and members", async () => {
    const outsider = await somebody();
    const { id: member } = await colleague("VIEWER");
    const foreign = await createEvent(db, { organisationId: (await createOrganisation(db)).id }, NOW);
    for (const [body, code] of [
      [{ change: "promote", member }, "wrong_form"],
      [{ change: "role", member, role: "KING" }, "wrong_form"],
      [{ change: "role", member: outsider.id, role: "EDITOR" }, "member_gone"],
      [{ change: "remove", member: outsider.id }, "member_gone"],
      [{ change: "disable", member: outsider.id }, "member_gone"],
      [{ change: "enable", member }, "member_gone"],
      [{ change: "event-role", member, event: foreign.id, role: "EDITOR" }, "event_unknown"],
      [{ change: "event-role", member: outsider.id, event: (await eventHere()).id, role: "EDITOR" }, "member_gone"],
    ] as const)
      expect(await changeMember(owner, body, NOW)).toMatchObject({ ok: false, code });
    expect((await openUser(outsider.session, NOW)).ok).toBe(true);
  });

  it("ends every session of whoever is disabled at once, keeps what they were, and gives it back", async () => {
    const { id: member } = await colleague("EDITOR");
    const sessions = [await sessionOf(member, NOW), await sessionOf(member, NOW)];
    const { id: event, slug } = await eventHere();
    await changeMember(owner, { change: "event-role", member, event, role: "FINANCE" }, NOW);
    await changeMember(owner, { change: "disable", member }, NOW);
    for (const session of sessions)
      expect(await openEvent(session, slug, canSeeList, NOW)).toMatchObject({ code: "signed_out" });
    const anew = await sessionOf(member, NOW);
    expect(await openEvent(anew, slug, canSeeList, NOW)).toMatchObject({ code: "not_found" });
    const { members } = await getTeam(owner, NOW);
    expect(members.find(({ userId }) => userId === member)).toMatchObject({
      ...{ isDisabled: true, role: "EDITOR", events: [{ id: event, role: "FINANCE" }] },
    });
    const email = members.find(({ userId }) => userId === member)?.email;
    expect(await inviteMember(owner, { email, role: "EDITOR" }, NOW)).toMatchObject({ code: "already_member" });
    await changeMember(owner, { change: "enable", member }, NOW);
    expect(await openEvent(anew, slug, canSeeList, NOW)).toMatchObject({ value: { role: "FINANCE" } });
    await changeMember(owner, { change: "remove", member }, NOW);
    expect(await openEvent(anew, slug, canSeeList, NOW)).toMatchObject({ code: "not_found" });
  });

  /** Lets two owners take each other out in the same moment, again and again; whether that ever left nobody. */
  async function removeEachOther(rounds: number): Promise<boolean> {
    for (let round = 0; round < rounds; round++) {
      organisation = await createOrganisation(db);
      const scopes = [];
      for (let n = 0; n < 2; n++) scopes.push(await scopeAt(await sessionOf((await colleague("OWNER")).id, NOW)));
      const [one, two] = scopes as [OrganisationScope, OrganisationScope];
      const outcomes = await Promise.all([
        changeMember(one, { change: "remove", member: two.userId }, NOW),
        changeMember(two, { change: "remove", member: one.userId }, NOW),
      ]);
      if ((await roles()).length === 0) return true;
      expect(outcomes.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["not_owner", "ok"]);
    }
    return false;
  }

  it("leaves an owner when two remove each other at once, because the organisation is locked", async () => {
    expect(await removeEachOther(8)).toBe(false);
    useDatabase(withoutLocks(db));
    try {
      // Without the lock the same storm must find an organisation that nobody owns: else it proves nothing.
      expect(await removeEachOther(30)).toBe(true);
    } finally {
      useDatabase(db);
    }
  });
});

describe("founding an organisation", () => {
  it("is for those whom the installation lets; a name is had once", async () => {
    const newcomer = async (email: string) => {
      const { id } = await db.user.create({ data: { email } });
      return sessionOf(id, NOW);
    };
    const session = await newcomer(`eva-${nextNumber()}@nykommun.example.org`);
    const name = `Nykommun ${nextNumber()}`;
    const founded = await foundOrganisation(await userOf(session), { name, slug: "x", role: "OWNER" }, NOW);
    if (!founded.ok) throw new Error(founded.code);
    expect(await openOrganisation(session, founded.value.slug, NOW)).toMatchObject({ ok: true, value: { name } });
    const user = await userOf(session);
    expect(await foundOrganisation(user, { name: name.toUpperCase() }, NOW)).toMatchObject({ code: "name_taken" });
    expect(await foundOrganisation(user, { name: "  " }, NOW)).toMatchObject({ code: "name_required" });
    const outside = await userOf(await newcomer(`bo-${nextNumber()}@example.org`));
    expect(await foundOrganisation(outside, { name: "Annan" }, NOW)).toMatchObject({ code: "sign_up_closed" });
  });
});

describe("one's own sessions", () => {
  it("are listed, this one first, and end one by one, all others, or all", async () => {
    const { id } = await colleague("VIEWER");
    const [here = "", there = "", elsewhere = ""] = await Promise.all([1, 2, 3].map(() => sessionOf(id, NOW)));
    const user = await userOf(here);
    const listed = await listSessions(user, NOW);
    expect(listed.map(({ isThisOne }) => isThisOne)).toEqual([true, false, false]);
    expect(await endSessions(await userOf(ownerSession), listed[1]?.id)).toMatchObject({ code: "session_gone" });
    expect(await endSessions(user, "nonsense")).toMatchObject({ code: "session_gone" });
    expect(await endSessions(user, (await userOf(there)).sessionId)).toEqual({ ok: true, value: "one" });
    expect(await openUser(there, NOW)).toMatchObject({ code: "signed_out" });
    await endSessions(user, "others");
    expect([(await openUser(elsewhere, NOW)).ok, (await openUser(here, NOW)).ok]).toEqual([false, true]);
    await endSessions(user, "all");
    expect((await openUser(here, NOW)).ok).toBe(false);
    expect((await openUser(ownerSession, NOW)).ok).toBe(true);
  });

  it("say when they were last used, within five minutes", async () => {
    const session = await sessionOf(owner.userId, NOW);
    const seenAt = async (now: typeof NOW) => {
      const { sessionId } = await userOf(session, now);
      const { seenAt: seen } = await db.userSession.findUniqueOrThrow({ where: { id: sessionId } });
      return seen?.getTime();
    };
    expect(await seenAt(NOW.add({ minutes: 4 }))).toBe(NOW.epochMilliseconds);
    const used = NOW.add({ minutes: 6 });
    expect(await seenAt(used)).toBe(used.epochMilliseconds);
  });
});
