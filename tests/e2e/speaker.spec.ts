import { expect, type Page, test } from "@playwright/test";
import { expectNoAxeFindings } from "../support/axe";
import { site } from "../support/site";

/** Mehmed Hasanbegovic's session at the edition ahead, as the demo has it. */
const TALK = "Ledarskap när det gäller";

async function openLink(page: Page, prefix = ""): Promise<void> {
  await page.goto(prefix + site().speakerPath);
  await page.waitForURL(`${prefix}/speak`);
}

test("a speaker opens his link and sees session, room, time, co-speakers and how many come @nojs", async ({ page }) => {
  await openLink(page);
  await expect(page.getByRole("heading", { level: 1, name: "Mina programpunkter" })).toBeVisible();
  await expect(page.getByText("Mehmed Hasanbegovic, det här är ditt eget programblad.")).toBeVisible();
  const ahead = page.getByRole("region", { name: "Kommande" });
  const talk = ahead.getByRole("listitem").filter({ hasText: TALK });
  await expect(talk.getByRole("heading", { name: TALK })).toBeVisible();
  await expect(talk.locator("time")).toContainText("kl. 09:20–10:10");
  await expect(talk).toContainText("Stora salen");
  await expect(talk).toContainText("Leila Nordgren");
  await expect(talk).toContainText(/[1-9]\d* bekräftade deltagare den dagen, 480 platser/);
  await expect(ahead).toContainText("Petra Hallgren");
  const past = page.getByRole("region", { name: "Tidigare" });
  await expect(past).toContainText("28–29 november 2018");
});

test("a speaker's sheet names no attendee and no allergy", async ({ page }) => {
  await openLink(page);
  const text = (await page.content()).toLowerCase();
  expect(text).not.toMatch(/allerg|specialkost|gluten|laktos|vegetari|vegan/);
  const addresses = text.match(/[\w.+-]+@[\w-]+\.[\w.-]+/g) ?? [];
  expect([...new Set(addresses)]).toEqual(["integration@example.org"]);
});

test("the link is exchanged for a cookie, leaves no trace and can be opened again", async ({ page, request }) => {
  const answer = await request.get(site().speakerPath, { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()).toMatchObject({
    location: "/speak",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  expect(answer.headers()["set-cookie"]).toMatch(/HttpOnly/);
  expect((await request.head(site().speakerPath, { maxRedirects: 0 })).status()).toBe(303);
  await openLink(page);
  await openLink(page);
  expect(page.url()).not.toContain(site().speakerPath);
});

test("all sessions come as one calendar file", async ({ page }) => {
  await openLink(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Hämta alla som kalenderfil" }).click();
  expect((await download).suggestedFilename()).toBe("mina-programpunkter.ics");

  const answer = await page.request.get("/speak/sessions.ics");
  expect(answer.headers()["content-type"]).toMatch(/^text\/calendar/);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const calendar = (await answer.text()).replaceAll(/\r\n[ \t]/g, "");
  expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(2);
  expect(calendar).toContain(`SUMMARY:${TALK}`);
  expect(calendar).toMatch(/DTSTART;TZID=Europe\/Stockholm:\d{8}T092000/);
  expect(calendar).not.toContain("/s/");
});

test("without a link, or with a bad one, a page says what to do", async ({ page, request }) => {
  const answer = await page.goto("/speak");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Länken gäller inte" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.goto("/en/s/not-a-link");
  await expect(page.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  await expectNoAxeFindings(page);
  expect((await request.get("/speak/sessions.ics")).status()).toBe(404);
});

test("a bad link does not show the sheet of whoever used the browser before", async ({ page }) => {
  await openLink(page);
  await page.goto("/s/not-a-link");
  await expect(page.getByRole("heading", { name: "Länken gäller inte" })).toBeVisible();
  await expect(page.getByText(TALK)).toHaveCount(0);
});

for (const [prefix, heading] of [
  ["", "Mina programpunkter"],
  ["/en", "My sessions"],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the sheet "${heading}" is accessible on a narrow screen, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme });
      await openLink(page, prefix);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expectNoAxeFindings(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
