import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newId, newToken } from "@/lib/core/ids";
import { asSlowAsAPerson, newAddress } from "../support/attendee";
import { expectNoAxeFindings, SCHEME } from "../support/axe";
import type { CreatedEvent, EventWishes } from "../support/factories/event";
import { createInvitation } from "../support/factories/invitation";
import { createMember } from "../support/factories/member";
import { linkIn, waitForMail } from "../support/mailbox";
import { site } from "../support/site";
import { siteDatabase, siteEvent } from "../support/site-database";

/** An event for invited people, and a browser in which one of its editors is signed in. */
async function signedInAt(context: BrowserContext, wishes: EventWishes = {}): Promise<CreatedEvent> {
  const db = siteDatabase();
  const event = await siteEvent("bjudna", { access: "INVITATION_ONLY", ...wishes });
  const { id: userId } = await createMember(db, event.organisationId, "EDITOR", { email: newAddress("redaktor") });
  const token = newToken();
  const expiresAt = toTimestamp(currentInstant().add({ hours: 24 }));
  await db.userSession.create({
    data: { id: newId(currentInstant()), tokenHash: hashToken(token), userId, expiresAt },
  });
  await context.addCookies([{ name: "samling-session", value: token, url: site().url }]);
  return event;
}

/** Pastes a list with two rows that are wrong, sees why, and takes the others in. */
async function importList(page: Page, event: CreatedEvent, [yes, no]: readonly [string, string]): Promise<void> {
  await page.goto(`/organise/${event.slug}/invitations`);
  await expect(page.getByRole("heading", { name: "Ingen är inbjuden ännu" })).toBeVisible();
  await page.getByRole("link", { name: "Importera en lista" }).first().click();
  const rows = [
    ["namn", "e-post", "organisation", "kommun", "grupp", "extra gäster"],
    ["Anna Ask", yes, "Arbetsförmedlingen", "Lund", "Chefer", "1"],
    ["Bo Berg", "bo(at)example.org", "", "Trellborg", "", ""],
    ["Eva Ek", no, "Arbetsförmedlingen", "Malmö", "Chefer", ""],
    ["Anna igen", yes.toUpperCase(), "", "", "", ""],
  ];
  await page.getByLabel("Listan", { exact: true }).fill(rows.map((row) => row.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Granska" }).click();
  await expect(page.getByRole("heading", { name: "Så här blir det" })).toBeVisible();
  await expect(page.getByText("2 nya, inga ändrade")).toBeVisible();
  await expect(page.getByRole("row", { name: /^3 Bo Berg/ })).toContainText("Menade du Trelleborg?");
  await expect(page.getByRole("row", { name: /^3 Bo Berg/ })).toContainText("ingen e-postadress");
  await expect(page.getByRole("row", { name: /^5 Anna igen/ })).toContainText("står redan på rad 2");
  await page.getByRole("button", { name: "Ta in 2 rader" }).click();
  await expect(page.getByRole("status")).toContainText("2 nya inbjudningar");
  await expect(page.getByRole("status")).toContainText("2 rader hade fel");
}

async function sendToBoth(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Skicka till de 2 som inte har fått sin inbjudan" }).click();
  await expect(page.getByText("Inbjudan skickas till 2 personer.")).toBeVisible();
  await page.getByRole("button", { name: "Skicka 2 inbjudningar" }).click();
  await expect(page.getByRole("status")).toContainText("2 inbjudningar skickas nu.");
}

test("an organiser imports a list with two bad rows and sends it; one accepts with a guest, one declines, the board shows it", async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  const event = await signedInAt(context);
  const [yes, no, along] = [newAddress("ja"), newAddress("nej"), newAddress("gast")];
  await importList(page, event, [yes, no]);
  await sendToBoth(page);

  const invited = await (await browser.newContext()).newPage();
  await invited.goto(linkIn(await waitForMail(yes), "/i/"));
  await expect(invited.getByText(`gäller ${yes}`)).toBeVisible();
  await invited.getByRole("link", { name: "Tacka ja och anmäl dig" }).click();
  await invited.getByLabel(/Jag samtycker/).check();
  await asSlowAsAPerson(invited);
  await invited.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  await invited.getByRole("link", { name: "Ta med gäster" }).click();
  await invited.getByLabel("Gäst 1, namn").fill("Rut Rask");
  await invited.getByLabel("Gäst 1, e-post").fill("ingen adress");
  // The server says what is wrong in its own words, whatever the browser would have said.
  await invited
    .locator("form")
    .last()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await invited.getByRole("button", { name: "Anmäl gästerna" }).click();
  await expect(invited.getByRole("alert")).toBeVisible();
  await expect(invited.getByLabel("Gäst 1, namn")).toHaveValue("Rut Rask");
  await expectNoAxeFindings(invited);
  await invited.getByLabel("Gäst 1, e-post").fill(along);
  await invited.getByRole("button", { name: "Anmäl gästerna" }).click();
  await expect(invited.getByText("Rut Rask: Bekräftad")).toBeVisible();
  await expect(invited.getByText("räcker inte till fler gäster")).toBeVisible();
  await expectNoAxeFindings(invited);
  // The guest gets a link of their own, and the invited person sees the guest from their own page too.
  await invited.goto(linkIn(await waitForMail(along), "/r/"));
  await expect(invited.getByRole("heading", { level: 1 })).toContainText("Min anmälan");

  const declining = await (await browser.newContext()).newPage();
  await declining.goto(linkIn(await waitForMail(no), "/i/"));
  await declining.getByLabel(/berätta varför/).fill("Är på tjänsteresa");
  await declining.getByRole("button", { name: "Tacka nej" }).click();
  await expect(declining.getByRole("status")).toBeVisible();

  await page.goto(`/organise/${event.slug}/invitations`);
  await expect(page.getByRole("row", { name: /^Anna Ask/ })).toContainText("Tackat ja");
  await expect(page.getByRole("row", { name: /^Anna Ask/ })).toContainText("1 av 1");
  await expect(page.getByRole("row", { name: /^Eva Ek/ })).toContainText("Är på tjänsteresa");
  await page.getByRole("link", { name: /^Tackat nej/ }).click();
  await expect(page.getByRole("row", { name: /^Anna Ask/ })).toHaveCount(0);
});

test("a list is looked at, corrected, taken in and sent without JavaScript @nojs", async ({ page, context }) => {
  const event = await signedInAt(context);
  const [yes, no] = [newAddress("ja"), newAddress("nej")];
  await importList(page, event, [yes, no]);
  await sendToBoth(page);
  // The board's own list as a file, twice over: nothing new comes of it.
  await page.goto(`/organise/${event.slug}/invitations/import`);
  const csv = Buffer.from(`\uFEFFNamn;E-post\r\nAnna Ask;${yes}\r\nEva Ek;${no}\r\n`);
  await page.getByLabel(/Eller en fil/).setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: csv });
  await page.getByRole("button", { name: "Granska" }).click();
  await expect(page.getByText("2 som redan finns")).toBeVisible();
  await expect(page.getByText("Det finns ingenting att ta in.")).toBeVisible();
  await page.getByLabel("Listan", { exact: true }).fill("bara ord");
  await page.getByRole("button", { name: "Granska igen" }).click();
  await expect(page.getByRole("alert")).toContainText("Namn och e-post hittades inte");
});

for (const { locale, prefix, width, review, pasted } of [
  { locale: "sv", prefix: "", width: 1280, review: "Granska", pasted: "Listan" },
  { locale: "en", prefix: "/en", width: 360, review: "Review", pasted: "The list" },
] as const) {
  test(`the board, a person's page and the import pass axe, wide in light and narrow in dark (${locale})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(150_000);
    const event = await signedInAt(context);
    const db = siteDatabase();
    const board = `${prefix}/organise/${event.slug}/invitations`;
    await page.goto(board);
    await expectNoAxeFindings(page);
    const groups = { groupName: "Chefer, Arbetsförmedlingen", municipalityCode: "1281" };
    const { id } = await createInvitation(db, event.id, { ...groups, extraGuests: 2 });
    await createInvitation(db, event.id, { ...groups, sentAt: null });
    const answeredAt = toTimestamp(currentInstant());
    const declined = { state: "DECLINED", answeredAt, declineReason: "En kollega kommer i stället" } as const;
    await createInvitation(db, event.id, { groupName: "Strateger", ...declined });
    await createInvitation(db, event.id, { withdrawnAt: answeredAt });
    await page.emulateMedia({ colorScheme: SCHEME[locale] });
    await page.setViewportSize({ width, height: 800 });
    const look = async (path: string) => {
      await page.goto(path);
      await expectNoAxeFindings(page);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach, `${path} at ${width}`).toBeLessThanOrEqual(width);
    };
    for (const path of [board, `${board}?q=zzzzzz`, `${board}/${id}`, `${board}/send`]) await look(path);
    await look(`${board}/import`);
    await page
      .getByLabel(pasted, { exact: true })
      .fill("namn\te-post\tkommun\nAnna\tanna@example.org\tLund\nBo\tnej\tAnkeborg");
    await page.getByRole("button", { name: review }).click();
    await expect(page.getByRole("table")).toBeVisible();
    await expectNoAxeFindings(page);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(reach, `the preview at ${width}`).toBeLessThanOrEqual(width);
  });
}
