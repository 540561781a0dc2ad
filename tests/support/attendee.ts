import { type APIRequestContext, expect, type Page } from "@playwright/test";

let count = 0;

/** An address nobody has registered with, told apart between tests that run at the same time. */
export function newAddress(who: string): string {
  count += 1;
  return `${who}-${process.pid}-${count}-${Math.random().toString(36).slice(2, 8)}@example.org`;
}

/** The slug of the demo's coming edition whose slug begins so. */
export async function comingEvent(request: APIRequestContext, prefix: string): Promise<string> {
  const answer = await request.get("/api/v1/events");
  expect(answer.status()).toBe(200);
  const { events } = (await answer.json()) as { events: { slug: string; registration: { state: string } }[] };
  const slugs = events.filter((event) => event.registration.state === "open").map((event) => event.slug);
  const slug = slugs.find((one) => one.startsWith(prefix));
  if (!slug) throw new Error(`no open event ${prefix}: ${slugs.join(", ")}`);
  return slug;
}

/** A form that is sent faster than a person could is asked for again. */
export async function asSlowAsAPerson(page: Page): Promise<void> {
  await page.waitForTimeout(2_100);
}

/** Fills in what the open demo event asks for. */
export async function fillIn(
  page: Page,
  locale: "sv" | "en",
  { name, email }: { name: string; email: string },
): Promise<void> {
  const words = locale === "sv" ? { name: "Namn", consent: /Jag samtycker/ } : { name: "Name", consent: /I consent/ };
  await page.getByLabel(words.name, { exact: true }).fill(name);
  await page.locator("#email").fill(email);
  await page.getByLabel(words.consent).check();
  await asSlowAsAPerson(page);
}

/** Says who pays, where what is chosen costs something: a municipality, with the reference it cannot pay without. */
export async function payFor(page: Page): Promise<void> {
  if (!(await page.locator("#billing-payerName").isVisible())) return;
  await page.locator('input[name="billing.payer"][value="swedish"]').check();
  await page.locator("#billing-payerName").fill("Skurups kommun");
  await page.locator("#billing-organisationNumber").fill("212000-1090");
  await page.locator("#billing-reference").fill("ZZ1234");
  await page.locator("#billing-peppolId").fill("0007:2120001090");
}

/** Fills in who one is and answers the organiser's required questions with their first choice. */
export async function introduce(page: Page, email: string): Promise<void> {
  await page.locator("#name").fill("Tre Kollegor");
  await page.locator("#email").fill(email);
  const category = page.locator('input[name="category"]:enabled').first();
  if ((await category.count()) > 0) await category.check();
  await payFor(page);
  for (const group of await page.locator('[role="radiogroup"][aria-required="true"]:visible').all()) {
    const first = group.locator("input:enabled").first();
    if ((await group.locator("input:checked").count()) === 0) await first.check();
  }
  for (const field of await page.locator('.field-control[aria-required="true"]:visible').all()) {
    if ((await field.inputValue()) === "") await field.fill("Tillit");
  }
  await page.getByLabel(/Jag samtycker/).check();
  await asSlowAsAPerson(page);
}
