import { expect, type Page, test } from "@playwright/test";
import { asSlowAsAPerson, newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { linkIn, waitForMail } from "../support/mailbox";
import { signIn } from "../support/organiser";
import { HTML, PDF, PNG } from "../support/sample-files";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";

test.use({ viewport: { width: 320, height: 640 } });

const LABEL = { sv: "Ladda upp ett studieintyg", en: "Upload a proof of studies" };
const fileOf = (name: string, content: Uint8Array) => ({
  ...{ name, mimeType: "application/pdf", buffer: Buffer.from(content) },
});
const control = (page: Page) => page.locator("#answers-cv");
const send = (page: Page) => page.locator('main .form-end button[type="submit"]').click();

async function asking(name: string, required = true) {
  const event = await siteEvent(name);
  await siteDatabase().question.create({
    data: { eventId: event.id, key: "cv", kind: "FILE", label: LABEL, required },
  });
  return event;
}

/** Registers with a file that is wrong at first, then right while something else is wrong. Leads to the registration. */
async function registerWithFile(page: Page, prefix: string, slug: string, check: () => Promise<void>): Promise<void> {
  const email = newAddress("intyg");
  await page.goto(`${prefix}/events/${slug}/register`);
  await check();
  await page.locator("#name").fill("Stina Student");
  await page.locator("#consent").check();
  await page.locator("#email").fill(email);
  await control(page).setInputFiles(fileOf("intyg.pdf", HTML));
  await asSlowAsAPerson(page);
  await send(page);
  await expect(page.locator("#answers-cv-error")).toContainText(prefix ? "not a kind of file" : "inte av ett slag");
  await expect(page.locator("#name")).toHaveValue("Stina Student");
  await check();

  await control(page).setInputFiles(fileOf("Intyg våren.pdf", PDF));
  // What the browser lets through and the server does not.
  await page.locator("#jobTitle").fill("x".repeat(100));
  await page.locator("#email").fill(`${"a".repeat(65)}@example.org`);
  await send(page);
  await expect(page.locator("#email-error")).toBeVisible();
  await page.locator("#email").fill(email);
  await send(page);
  await page.waitForURL(/\/confirmation\//);
  await page.goto(linkIn(await waitForMail(email), "/r/"));
}

async function expectDownload(page: Page, name: string, content: Uint8Array): Promise<void> {
  const link = page.getByRole("link", { name });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(/^attachment; /),
    "cache-control": expect.stringContaining("no-store"),
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": expect.stringContaining("nosniff"),
  });
  expect((await answer.body()).equals(Buffer.from(content))).toBe(true);
  const stranger = await page.context().browser()?.newContext();
  const refused = await stranger?.request.get(answer.url(), { maxRedirects: 0 });
  expect([303, 404]).toContain(refused?.status());
  await stranger?.close();
}

for (const locale of ["sv", "en"] as const) {
  const prefix = locale === "en" ? "/en" : "";

  test(`a file is sent, kept, replaced and removed (${locale})`, async ({ page }) => {
    test.setTimeout(120_000);
    const event = await asking("fil-med-skript", false);
    await registerWithFile(page, prefix, event.slug, () => expectSoundWhenNarrow(page));
    await expectSoundWhenNarrow(page);
    await expectDownload(page, "Intyg våren.pdf", PDF);
    const mine = new URL(page.url()).pathname;
    await page.goto(`${mine}/edit`);
    await expect(page.locator("#answers-cv-kept")).toContainText("Intyg våren.pdf");
    await expectSoundWhenNarrow(page);
    await control(page).setInputFiles(fileOf("stor.pdf", new Uint8Array(6 * 1024 * 1024)));
    await send(page);
    await expect(page.locator("#answers-cv-error")).toContainText("5 MB");
    await control(page).setInputFiles(fileOf("nytt.pdf", PNG));
    await send(page);
    await expectDownload(page, "nytt.pdf.png", PNG);
    await page.goto(`${mine}/edit`);
    await page.locator('input[name="answers.cv:remove"]').check();
    await send(page);
    await page.waitForURL(/changed=1$/);
    await expect(page.getByRole("link", { name: "nytt.pdf.png" })).toHaveCount(0);
    expect(await siteDatabase().storedFile.count({ where: { eventId: event.id, NOT: { registrationId: null } } })).toBe(
      0,
    );
  });
}

test("without scripts: a file survives the correction of other answers, and the organiser reads it @nojs", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const event = await asking("fil-utan-skript");
  const { slug } = event;
  const email = newAddress("intyg-utan");
  await page.goto(`/events/${slug}/register`);
  await page.locator("#email").fill(email);
  await asSlowAsAPerson(page);
  await send(page);
  await expect(page).toHaveTitle(/^Fel: /);
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    /^Namn: /,
    /^Ladda upp ett studieintyg: /,
    /^Jag samtycker/,
  ]);
  await control(page).setInputFiles(fileOf("Intyg våren.pdf", PDF));
  await send(page);
  await expect(page.locator("#answers-cv-kept")).toContainText("Vi har tagit emot Intyg våren.pdf");
  await control(page).setInputFiles(fileOf("sida.pdf", HTML));
  await send(page);
  await expect(page.locator("#answers-cv-error")).toContainText("inte av ett slag");
  // The one that was good is still there.
  await expect(page.locator("#answers-cv-kept")).toContainText("Intyg våren.pdf");
  await page.locator("#name").fill("Stina Student");
  await page.locator("#consent").check();
  await send(page);
  await page.waitForURL(/\/confirmation\//);
  await page.goto(linkIn(await waitForMail(email), "/r/"));
  await expectDownload(page, "Intyg våren.pdf", PDF);
  const { reference } = (await (await page.request.get(`${new URL(page.url()).pathname}/data`)).json()) as {
    reference: string;
  };

  await signIn(page, await siteOrganiser());
  await page.goto(`/organise/${slug}/registrations/${reference}`);
  await expectDownload(page, "Intyg våren.pdf", PDF);
  expect(await siteDatabase().auditEntry.count({ where: { eventId: event.id, action: "file.read" } })).toBe(1);
});

test("without scripts: each colleague's file stays with them while the form is worked on @nojs", async ({ page }) => {
  test.setTimeout(120_000);
  const event = await asking("fil-grupp", false);
  await page.goto(`/events/${event.slug}/register/group`);
  await page.locator("#registrant-name").fill("Boel Bokare");
  await page.locator("#registrant-email").fill(newAddress("bokare"));
  await page.locator("#people-0-name").fill("Ada Ett");
  await page.locator("#people-0-email").fill(newAddress("ett"));
  await page.locator("#people-0 details").last().locator("summary").click();
  await page.locator("#people-0-answers-cv").setInputFiles(fileOf("ett.pdf", PDF));
  await page
    .getByRole("button", { name: /^Lägg till/ })
    .first()
    .click();
  await page.locator("#people-1-name").fill("Bo Två");
  await page.locator("#people-1-email").fill(newAddress("tva"));
  await page.locator("#people-1 details").last().locator("summary").click();
  await page.locator("#people-1-answers-cv").setInputFiles(fileOf("två.pdf", PDF));
  await page.locator("#consent").check();
  await asSlowAsAPerson(page);
  await send(page);
  await expect(page.getByText("Ada Ett")).toBeVisible();
  const files = await siteDatabase().storedFile.findMany({
    where: { eventId: event.id },
    select: { name: true, registration: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  expect(files.map(({ name, registration }) => [name, registration?.name])).toEqual([
    ["ett.pdf", "Ada Ett"],
    ["två.pdf", "Bo Två"],
  ]);
});
