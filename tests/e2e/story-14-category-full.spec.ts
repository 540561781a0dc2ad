import { expect, type Page, test } from "@playwright/test";
import { fillIn, newAddress } from "../support/attendee";
import { createCategory } from "../support/factories/category";
import { linkIn, waitForMail } from "../support/mailbox";
import { siteDatabase, siteEvent } from "../support/site-database";

/** Delegates have one place, speakers, exhibitors and students two each; the event has room for all of them and no more. */
async function conference() {
  const event = await siteEvent("story-14", { waitingList: true, capacity: 7 });
  const [delegate] = event.categories;
  const db = siteDatabase();
  await db.category.update({ where: { id: delegate?.id ?? "" }, data: { name: { sv: "Ombud", en: "Delegate" } } });
  await db.quota.create({ data: { eventId: event.id, categoryId: delegate?.id ?? null, capacity: 1 } });
  const others: string[] = [];
  for (const [sv, en] of [
    ["Talare", "Speaker"],
    ["Utställare", "Exhibitor"],
    ["Student", "Student"],
  ] as const)
    others.push((await createCategory(db, event.id, { capacity: 2, name: { sv, en } })).key);
  return { slug: event.slug, delegate: "deltagare", others };
}

async function registerAs(page: Page, slug: string, category: string, who: string): Promise<string> {
  const email = newAddress(who);
  await page.goto(`/events/${slug}/register`);
  await page.locator(`input[name="category"][value="${category}"]`).check();
  await fillIn(page, "sv", { name: `${who} Svensson`, email });
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await page.waitForURL(/\/confirmation\//);
  return email;
}

for (const scripts of ["", " @nojs"])
  test(`story 14: delegates are full and wait, others register; a cancelled place is offered and accepted by link${scripts}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const { slug, delegate, others } = await conference();
    const first = await registerAs(page, slug, delegate, "Forsta");
    await waitForMail(first, /^Du är anmäld/);

    const waiting: string[] = [];
    for (const who of ["Andra", "Tredje"]) waiting.push(await registerAs(page, slug, delegate, who));
    const [second = "", third = ""] = waiting;
    const inLine = await waitForMail(third, /^Du står i kö/);
    expect(inLine.text.replaceAll(/\s+/g, " ")).toContain("Alla platser i kategorin Ombud är tagna.");
    await page.goto(linkIn(inLine, "/r/"));
    await expect(page.getByRole("heading", { name: "Du är nummer 2 i kön." })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Alla platser i kategorin Ombud är tagna.");

    // Though two delegates wait, everybody else has places of their own.
    for (const category of others) {
      const email = await registerAs(page, slug, category, category);
      expect((await waitForMail(email)).subject).not.toMatch(/kö/);
    }

    await page.goto(linkIn(await waitForMail(first), "/r/"));
    await page.goto(`${new URL(page.url()).pathname}/cancel`);
    await page.locator('main button[type="submit"]').last().click();
    await waitForMail(first, /avbokad/i);

    const offer = await waitForMail(second, /^En plats är ledig åt dig, svara senast/);
    await page.goto(linkIn(offer, "/r/"));
    await expect(page.getByRole("heading", { name: "Vill du ha platsen?" })).toBeVisible();
    await page.getByRole("button", { name: "Tacka ja" }).click();
    await expect(page.locator('.status[data-status="good"]')).toBeVisible();
    await expect(page.getByRole("button", { name: "Tacka ja" })).toHaveCount(0);
    await page.goto(linkIn(inLine, "/r/"));
    await expect(page.getByRole("heading", { name: "Du är nummer 1 i kön." })).toBeVisible();
  });
