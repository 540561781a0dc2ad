import { expect, test } from "@playwright/test";
import { asSlowAsAPerson, newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { linkIn, waitForMail } from "../support/mailbox";
import { invite, siteDatabase, siteEvent } from "../support/site-database";

test("an invitation's link consumes nothing; its page tells that it was opened; registering accepts it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const email = newAddress("inbjuden");
  const event = await siteEvent("inbjudna", { access: "INVITATION_ONLY" });
  const { path, state } = await invite(event, email);

  // A mail scanner: follows the link, by HEAD and GET, and keeps no cookies between its requests.
  for (const method of ["HEAD", "GET"]) {
    const scanner = await playwright.request.newContext(baseURL ? { baseURL } : {});
    const answer = await scanner.fetch(path, { method, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    expect(answer.headers()["set-cookie"]).toMatch(/HttpOnly/);
    await scanner.dispose();
  }
  const withoutCookie = await fetch(`${baseURL}/events/${event.slug}/invitation`);
  expect(withoutCookie.status).toBe(404);
  expect(await state()).toBe("SENT");

  await page.goto(path);
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}/invitation$`));
  await expect(page.getByText("Hej Inga Bjuden!")).toBeVisible();
  await expect.poll(state).toBe("OPENED");
  await page.goto(path);
  expect(await state()).toBe("OPENED");

  await page.getByRole("link", { name: "Tacka ja och anmäl dig" }).click();
  await expect(page.getByLabel("Namn", { exact: true })).toHaveValue("Inga Bjuden");
  await expect(page.locator("#email")).toHaveValue(email);
  await page.getByLabel(/Jag samtycker/).check();
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  expect(await state()).toBe("ACCEPTED");

  await page.goto(path);
  await expect(page.getByRole("status")).toContainText("Du har tackat ja");
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.goto(linkIn(await waitForMail(email), "/r/"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Min anmälan");
});

test("an invitation is declined with a reason, and accepted after all @nojs", async ({ page }) => {
  const email = newAddress("tackar-nej");
  const event = await siteEvent("tackar-nej", { access: "INVITATION_ONLY" });
  const { path, state } = await invite(event, email);
  await page.goto(`/en${path}`);
  await page.getByLabel(/tell us why/).fill("Board meeting that day.\nSorry!");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("status")).toContainText("will not remind you again");
  await expect(page.getByRole("button", { name: "Decline" })).toHaveCount(0);
  expect(await state()).toBe("DECLINED");
  const { declineReason } = await siteDatabase().invitation.findFirstOrThrow({ where: { eventId: event.id } });
  expect(declineReason).toBe("Board meeting that day.\nSorry!");

  // Looking again does not undo the answer; registering does.
  await page.goto(path);
  expect(await state()).toBe("DECLINED");
  await page.getByRole("link", { name: "Tacka ja och anmäl dig" }).click();
  await page.getByLabel(/Jag samtycker/).check();
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  expect(await state()).toBe("ACCEPTED");
});

test("an invitation to one event opens no other, and after the last day it says so", async ({ page }) => {
  const open = await siteEvent("en-annan", { access: "INVITATION_ONLY" });
  const closed = await siteEvent("for-sent", {
    lastRegistrationDay: new Date("2020-01-31"),
    registrationOpensOn: null,
  });
  const { path } = await invite(closed, newAddress("sen"));
  await page.goto(path);
  await expect(page.getByText("Tiden för att svara har gått ut.")).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  expect((await page.goto(`/events/${open.slug}/invitation`))?.status()).toBe(404);
  await page.goto(`/events/${open.slug}/register`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bara för inbjudna");
});

for (const [locale, how] of [
  ["sv", "without JavaScript @nojs"],
  ["sv", "with JavaScript"],
  ["en", "with JavaScript"],
] as const) {
  test(`who declined sees what they answered and all that is stored, and has it erased (${locale}), ${how}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    // The examination is a script itself.
    const sound = async () => (how === "with JavaScript" ? expectSoundWhenNarrow(page) : undefined);
    const email = newAddress("raderas");
    const event = await siteEvent("raderas", { access: "INVITATION_ONLY" });
    const { path } = await invite(event, email);
    await page.goto(locale === "en" ? `/en${path}` : path);
    await sound();
    await page.locator("#reason").fill("Sommarstuga");
    await page.locator('main button[type="submit"]').click();
    const stored = page.locator('section[aria-labelledby="stored"]');
    await expect(stored).toContainText("Sommarstuga");
    await expect(stored).toContainText(email);
    await sound();
    const home = new URL(page.url()).pathname;
    expect(await (await page.request.get(`${home}/data`)).json()).toMatchObject({
      ...{ email, state: "DECLINED", declineReason: "Sommarstuga" },
    });
    await page.locator(`a[href="${home}/erase"]`).click();
    await sound();
    await page.locator('main button[type="submit"]').click();
    await page.waitForURL(/\/my\?done=invitation-erased$/);
    await expect(page.getByRole("status")).toContainText(
      locale === "sv" ? "utan uppgift om vem" : "without saying whose",
    );
    await sound();
    expect((await page.goto(home))?.status()).toBe(404);
    expect(await siteDatabase().invitation.findMany({ where: { eventId: event.id } })).toMatchObject([
      { state: "DECLINED", name: "–", declineReason: null },
    ]);
  });
}
