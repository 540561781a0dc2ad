import { expect, type Page, test } from "@playwright/test";
import { asSlowAsAPerson, comingEvent, newAddress, payFor } from "../support/attendee";
import { linkIn, waitForMail } from "../support/mailbox";

/** Fills in who one is and answers the organiser's required questions with their first choice. */
async function introduce(page: Page, email: string): Promise<void> {
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

const submit = (page: Page) => page.getByRole("button", { name: "Anmäl mig" }).click();
const THANKS = "Tack, anmälan är mottagen";

test("story 3: a delegate who books only the second day is not counted on the first", async ({ page, request }) => {
  const slug = await comingEvent(request, "integration-arbetsmarknad-2");
  const email = newAddress("andra-dagen");
  await page.goto(`/events/${slug}/register`);
  const days = page.locator('input[name="days"]');
  const [firstDate, secondDate] = await days.evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")));
  await days.first().uncheck();
  await introduce(page, email);

  const ofFirstDay = page.locator(`#sessions-${firstDate}`);
  await ofFirstDay.check();
  await submit(page);
  await expect(page.getByRole("alert").filter({ hasText: "äger rum en dag som du inte har valt" })).toBeFocused();
  await ofFirstDay.uncheck();
  await submit(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(THANKS);

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  const chosen = page.locator("dt", { hasText: "Dina dagar" }).locator("xpath=following-sibling::dd");
  await expect(chosen.getByRole("listitem")).toHaveCount(1);
  const calendar = await (await page.request.get(`${page.url()}/registration.ics`)).text();
  expect(calendar.match(/^DTSTART;TZID.*$/gm)?.map((line) => line.trim().split(":")[1]?.slice(0, 8))).toEqual([
    secondDate?.replaceAll("-", ""),
  ]);
});

test("story 4: the evening before has its own places and adds no day", async ({ page, request }) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  const email = newAddress("kvallen-fore");
  await page.goto(`/events/${slug}/register`);
  const beside = page.getByRole("group", { name: /Vid sidan om programmet/ });
  await expect(beside).toContainText("Har egna platser och räknas inte som en dag.");
  await expect(beside.locator("label", { hasText: "Kvällen före" })).toContainText(/plats(er)? kvar/);
  const [first] = await page.locator('input[name="days"]').all();
  await first?.uncheck();
  await beside.getByLabel(/Kvällen före/).check();
  await introduce(page, email);
  await submit(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(THANKS);

  await page.goto(linkIn(await waitForMail(email), "/r/"));
  const fact = (term: string) => page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd");
  await expect(fact("Dina dagar").getByRole("listitem")).toHaveCount(2);
  await expect(fact("Dina programpunkter")).toContainText("Kvällen före");
});

test("sessions that are on at the same time are refused, both named", async ({ page, request }) => {
  const slug = await comingEvent(request, "socialchefsdagarna-2");
  await page.goto(`/events/${slug}/register`);
  const seminars = page.getByRole("group", { name: /Programpunkter/ }).getByRole("checkbox");
  await seminars.nth(0).check();
  await seminars.nth(1).check();
  await submit(page);
  await expect(
    page.getByRole("alert").filter({ hasText: /Seminarium: .* och Seminarium: .* pågår samtidigt/ }),
  ).toBeFocused();
});
