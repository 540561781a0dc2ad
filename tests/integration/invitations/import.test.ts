import { describe, expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { addInvitation } from "@/lib/registrations/commands/add-invitation";
import { importInvitations } from "@/lib/registrations/commands/import-invitations";
import { previewImport } from "@/lib/registrations/queries/invitation-import";
import { NOW } from "../../support/clock";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { inviter, waitingMails } from "../../support/inviting";

const db = database();
const given = (text: string) => ({ source: { kind: "pasted", text } as const, columns: null });
const all = (eventId: string) => db.invitation.findMany({ where: { eventId }, orderBy: { email: "asc" } });

const LIST = [
  "namn\te-post\torganisation\tgrupp\tkategori",
  "Anna Ask\tanna@example.org\tEslövs kommun\tChefer\tdeltagare",
  "Bo Berg\tingen adress\t\t\t",
  "Eva Ek\tEVA@example.org\tArbetsförmedlingen\tChefer\t",
  "Anna igen\tANNA@example.org\t\t\t",
  "Rut Rask\trut@example.org\t\t\tkung",
].join("\n");

describe("importing a list of people to invite", () => {
  it("shows row by row what would come of it, and writes nothing", async () => {
    const { event, scope } = await inviter(NOW);
    await createInvitation(db, event.id, { name: "Eva Gammal", email: "eva@example.org" });
    const preview = await previewImport(scope, given(LIST));
    if (!preview.ok) throw new Error(preview.code);
    expect(preview.value.rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, "new"],
      [3, "wrong"],
      [4, "changed"],
      [5, "wrong"],
      [6, "wrong"],
    ]);
    expect((await all(event.id)).map(({ name }) => name)).toEqual(["Eva Gammal"]);
  });

  it("takes the right rows in, leaves the wrong ones, mails nobody, and does nothing more the second time", async () => {
    const { event, scope } = await inviter(NOW);
    const before = await createInvitation(db, event.id, {
      name: "Eva Gammal",
      email: "eva@example.org",
      extraGuests: 2,
    });
    expect(await importInvitations(scope, given(LIST), NOW)).toMatchObject({
      value: { added: 1, changed: 1, wrong: 3 },
    });
    expect(await all(event.id)).toMatchObject([
      {
        email: "anna@example.org",
        municipalityCode: "1285",
        groupName: "Chefer",
        categoryId: event.categories[0]?.id,
        locale: "sv",
        extraGuests: 0,
        state: "SENT",
        sentAt: null,
      },
      // What the list does not say stays, and so does that the mail has been sent.
      { id: before.id, name: "Eva Ek", extraGuests: 2, sentAt: before.sentAt },
    ]);
    expect(await waitingMails(event.id)).toEqual([]);
    const rows = await all(event.id);
    expect(await importInvitations(scope, given(LIST), NOW)).toMatchObject({
      value: { added: 0, changed: 0, wrong: 3 },
    });
    expect(await all(event.id)).toEqual(rows);
    const audit = await db.auditEntry.findMany({ where: { eventId: event.id, action: "invitations.imported" } });
    expect(audit.map(({ detail }) => detail)).toEqual([
      { added: 1, changed: 1 },
      { added: 0, changed: 0 },
    ]);
  });

  it("reads the columns that the organiser chose, and says when names or addresses are nowhere", async () => {
    const { event, scope } = await inviter(NOW);
    const source = { kind: "pasted", text: "x@example.org\t1\tAnna Ask\ny@example.org\t2\tBo Berg" } as const;
    expect(await importInvitations(scope, { source, columns: { email: 0 } }, NOW)).toMatchObject({
      code: "columns_missing",
    });
    const columns = { email: 0, guests: 1, name: 2 };
    expect(await importInvitations(scope, { source, columns }, NOW)).toMatchObject({ value: { added: 2 } });
    expect(await all(event.id)).toMatchObject([
      { name: "Anna Ask", extraGuests: 1 },
      { name: "Bo Berg", extraGuests: 2 },
    ]);
  });

  it("refuses what is empty, too much or no list, and writes nothing", async () => {
    const { event, scope } = await inviter(NOW);
    const code = async (text: string) => {
      const outcome = await importInvitations(scope, given(text), NOW);
      return outcome.ok ? "ok" : outcome.code;
    };
    expect(await code(" \n \n")).toBe("empty");
    expect(await code("x".repeat(500_001))).toBe("too_large");
    expect(await code("a\tb@example.org\n".repeat(2_001))).toBe("too_many_rows");
    expect(await code("PK\0\0")).toBe("unreadable");
    expect(await code("bara\tord\n<script>\t💥")).toBe("columns_missing");
    const bytes = new TextEncoder().encode("PK\u0003\u0004 not a workbook");
    const file = { source: { kind: "file", bytes } as const, columns: null };
    expect(await importInvitations(scope, file, NOW)).toMatchObject({ code: "unreadable" });
    expect(await previewImport(scope, given("namn\te-post"))).toMatchObject({ code: "empty" });
    expect(await all(event.id)).toEqual([]);
  });

  it("knows who is registered already; another event's invited and registered are nobody's business", async () => {
    const { event, scope } = await inviter(NOW);
    const other = await inviter(NOW);
    await createRegistration(db, event, { email: "redan@example.org" }, NOW);
    await createRegistration(db, event, { email: "avbokad@example.org", state: "CANCELLED" }, NOW);
    await createRegistration(db, other.event, { email: "annan@example.org" }, NOW);
    await createInvitation(db, other.event.id, { email: "bjuden@example.org" });
    const list = `namn\te-post\n${["redan", "avbokad", "annan", "bjuden"].map((n) => `${n}\t${n}@example.org`).join("\n")}`;
    const preview = await previewImport(scope, given(list));
    if (!preview.ok) throw new Error(preview.code);
    expect(preview.value.rows.map(({ outcome }) => outcome)).toEqual(["registered", "new", "new", "new"]);
    expect(await importInvitations(scope, given(list), NOW)).toMatchObject({ value: { added: 3 } });
    expect((await all(other.event.id)).length).toBe(1);
  });

  it("twice at once invites everybody once", async () => {
    const { event, scope } = await inviter(NOW);
    const list = `namn\te-post\n${Array.from({ length: 40 }, (_, n) => `Person ${n}\tp${n}@example.org`).join("\n")}`;
    const outcomes = await Promise.all([1, 2, 3].map(() => importInvitations(scope, given(list), NOW)));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.added : -1)).sort((a, b) => a - b)).toEqual([
      0, 0, 40,
    ]);
    expect((await all(event.id)).length).toBe(40);
  });

  it("is for who may change the event only", async () => {
    for (const role of ["VIEWER", "DOOR"] as const) {
      const { event, scope } = await inviter(NOW, role);
      expect(await importInvitations(scope, given(LIST), NOW)).toMatchObject({ code: "invitation_gone" });
      expect(await all(event.id)).toEqual([]);
    }
  });
});

describe("inviting one person by hand", () => {
  const cells = {
    name: "Anna Ask",
    email: "Anna@example.org",
    organisation: "",
    municipality: "Lund",
    group: "",
    category: "",
    language: "en",
    guests: "2",
  };

  it("is held to the rules of a list", async () => {
    const { event, scope } = await inviter(NOW);
    expect(await addInvitation(scope, cells, NOW)).toMatchObject({ value: { name: "Anna Ask" } });
    expect(await all(event.id)).toMatchObject([
      { emailNormalised: "anna@example.org", municipalityCode: "1281", locale: "en", extraGuests: 2, sentAt: null },
    ]);
    expect(await addInvitation(scope, { ...cells, name: "Någon annan" }, NOW)).toMatchObject({
      code: "already_invited",
    });
    await createRegistration(db, event, { email: "redan@example.org" }, NOW);
    expect(await addInvitation(scope, { ...cells, email: "redan@example.org" }, NOW)).toMatchObject({
      code: "already_registered",
    });
    expect(await addInvitation(scope, { ...cells, email: "nej", category: "kung" }, NOW)).toMatchObject({
      code: "cells_wrong",
      detail: [
        { column: "email", code: "email_invalid" },
        { column: "category", code: "category_unknown" },
      ],
    });
    expect((await all(event.id)).length).toBe(1);
  });

  it("twice at once invites once, and is for who may change the event only", async () => {
    const { event, scope } = await inviter(NOW);
    const codes = (await Promise.all([1, 2].map(() => addInvitation(scope, cells, NOW)))).map((one) => one.ok);
    expect(codes.sort()).toEqual([false, true]);
    expect((await all(event.id)).length).toBe(1);
    const viewer = await inviter(NOW, "VIEWER");
    expect(await addInvitation(viewer.scope, cells, NOW)).toMatchObject({ code: "invitation_gone" });
  });
});
