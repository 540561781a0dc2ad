import { expect, test } from "@playwright/test";
import { expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";

test("an owner finds out whether everything works, part by part", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await comesAs(page, "organisator@example.org");
  await page.goto("/organise");
  await page.getByRole("link", { name: "Fungerar allt?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fungerar allt?");
  await expect(page.getByRole("row", { name: /^Databas/ })).toContainText("alla ändringar av den är införda");
  await expect(page.getByRole("row", { name: /^Mejlserver/ })).toContainText("inbyggda brevlådan");
  await expect(page.getByRole("row", { name: /^Utskicksprocess/ })).toContainText("Syntes till för");
  await expectSoundWhenNarrow(page);
});
