import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { protectIdentity } from "@/lib/registrations/commands/protect-identity";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getRegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { scopeOf } from "../../support/signed-in";

const db = database();

async function eventOf(roles: readonly ("EDITOR" | "VIEWER")[]) {
  const event = await createEvent(db, { approval: true }, NOW);
  const members = await Promise.all(roles.map((role) => createMember(db, event.organisationId, role)));
  const scopes = await Promise.all(members.map(({ id }) => scopeOf(id, event.slug, NOW)));
  const facets = scopes[0] && (await getEventFacets(scopes[0]));
  if (!facets) throw new Error("nobody to look");
  const look = (index: number, reference: string) => {
    const scope = scopes[index];
    if (!scope) throw new Error("no such member");
    return getRegistrationDetail(scope, reference, { facets, locale: "sv" });
  };
  return { event, scopes, members, look };
}

it("hides the person from who may not see protected data, once, on record, and shows them again", async () => {
  const { event, scopes, look } = await eventOf(["EDITOR", "VIEWER"]);
  const [editor, viewer] = scopes;
  if (!editor || !viewer) throw new Error("no members");
  const { reference, id: subjectId } = await createRegistration(db, event, {}, NOW);
  expect(await look(1, reference)).toMatchObject({ ok: true });
  const protect = (isProtected: boolean, scope = editor) => protectIdentity(scope, { reference, isProtected }, NOW);
  expect(await protect(true)).toMatchObject({ ok: true });
  expect(await protect(true)).toMatchObject({ ok: true });
  expect(await look(1, reference)).toMatchObject({ code: "registration_not_found" });
  expect(await look(0, reference)).toMatchObject({ value: { row: { protectedIdentity: true } } });
  expect(await protect(false, viewer)).toMatchObject({ code: "registration_not_found" });
  expect(await protect(false)).toMatchObject({ ok: true });
  expect(await look(1, reference)).toMatchObject({ ok: true });
  const log = await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["registration.protected", editor.userId],
    ["registration.unprotected", editor.userId],
  ]);
});

it("another event's registration is not found", async () => {
  const [here, there] = [await eventOf(["EDITOR"]), await eventOf(["EDITOR"])];
  const { reference } = await createRegistration(db, there.event, {}, NOW);
  const [scope] = here.scopes;
  if (!scope) throw new Error("no editor");
  const asked = { reference, isProtected: true };
  expect(await protectIdentity(scope, asked, NOW)).toMatchObject({ code: "registration_not_found" });
});

it("the history tells who decided, and why", async () => {
  const { event, scopes, members, look } = await eventOf(["EDITOR"]);
  const [scope] = scopes;
  const { reference } = await createRegistration(db, event, { state: "PENDING_APPROVAL" }, NOW);
  if (!scope) throw new Error("no editor");
  await answerPending(scope, { answer: "reject", references: [reference], reason: "Fler vill än får plats." }, NOW);
  const user = await db.user.findUniqueOrThrow({ where: { id: members[0]?.id ?? "" } });
  const seen = await look(0, reference);
  expect(seen.ok && seen.value.history.at(-1)).toMatchObject({
    to: "REJECTED",
    by: user.name ?? user.email,
    reason: "Fler vill än får plats.",
  });
  expect(seen.ok && seen.value.history[0]).toMatchObject({ by: null, reason: null });
});
