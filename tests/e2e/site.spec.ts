import { expect, test } from "@playwright/test";
import { expectNoAxeFindings } from "../support/axe";
import { site } from "../support/site";

test("the whole product is up: database, queue, worker's mail catcher", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: "ok" });

  const messages = await request.get(`${site().mailboxUrl}/messages.json`);
  expect(messages.status()).toBe(200);
  expect(Array.isArray(await messages.json())).toBe(true);
});

for (const [path, language] of [
  ["/", "sv"],
  ["/en", "en"],
] as const) {
  test(`the start page in ${language} is accessible and says its language`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoAxeFindings(page);
  });
}

test("the start page reads without JavaScript @nojs", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await page.getByRole("main").getByRole("link").count()).toBeGreaterThan(0);
});
