import { expect, type Page, test } from "@playwright/test";
import { introduce, newAddress } from "../support/attendee";
import { csvRows, readList, signIn } from "../support/organiser";
import { siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";

async function register(page: Page, slug: string, who: { name: string; from: string; as: string }): Promise<void> {
  await page.goto(`/events/${slug}/register`);
  await page.getByLabel(who.as, { exact: true }).check();
  await page.locator("#organisationName").fill(who.from);
  await introduce(page, newAddress("malgrupp"));
  await page.locator("#name").fill(who.name);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
}

test("story 9: the list is filtered to politicians, and two spellings of a municipality are one", async ({ page }) => {
  test.setTimeout(120_000);
  const { slug } = await siteEvent("tillgang-eller-belastning");
  await signIn(page, await siteOrganiser());
  // The target groups are a question the organiser asks.
  await page.goto(`/organise/${slug}/questions/new`);
  await page.getByLabel("Slags svar").selectOption("Val av ett alternativ");
  const label = page.getByRole("group", { name: "Frågan", exact: true });
  await label.getByLabel("På svenska").fill("Jag är");
  await label.getByLabel("På engelska").fill("I am");
  for (const [row, sv, en] of [
    [1, "politiker", "an elected representative"],
    [2, "tjänsteperson", "an official"],
  ] as const) {
    await page.getByLabel(`Alternativ ${row}: På svenska`).fill(sv);
    await page.getByLabel(`Alternativ ${row}: På engelska`).fill(en);
  }
  await page.getByLabel("Måste besvaras").check();
  await page.getByRole("button", { name: "Spara frågan" }).click();
  await expect(page.getByRole("status")).toHaveText("”Jag är” är tillagd.");

  await register(page, slug, { name: "Petra Politiker", from: "Trellborgs kommun", as: "politiker" });
  await register(page, slug, { name: "Pål Politiker", from: "Trelleborg", as: "politiker" });
  await register(page, slug, { name: "Tove Tjänsteperson", from: "Trelleborgs kommun", as: "tjänsteperson" });
  await register(page, slug, { name: "Sven Politiker", from: "Skurups kommun", as: "politiker" });

  const list = `/organise/${slug}/registrations`;
  await page.goto(list);
  await page.getByText("Filtrera", { exact: true }).first().click();
  await page.locator("#filter-answer").selectOption({ label: "Jag är: politiker" });
  await page.locator("details").getByRole("button").click();
  const names = async () => (await page.locator("tbody th").allInnerTexts()).map((name) => name.trim()).toSorted();
  await expect.poll(names).toEqual(["Petra Politiker", "Pål Politiker", "Sven Politiker"]);
  // One municipality to choose, however it was written.
  await expect(page.locator("#filter-municipality option").filter({ hasText: "Trelleborg" })).toHaveCount(1);
  await expect(page.locator("#filter-municipality option").filter({ hasText: "Trellborg" })).toHaveCount(0);
  await page.locator("#filter-municipality").selectOption({ label: "Trelleborg" });
  await page.locator("details").getByRole("button").click();
  await expect.poll(names).toEqual(["Petra Politiker", "Pål Politiker"]);

  const query = `${new URL(page.url()).search}&columns=name,municipality,answer.jag_ar`;
  const shown = await readList(page, `${list}${query}`);
  expect(shown.map((row) => row.slice(1))).toEqual(Array(2).fill(["Trelleborg", "politiker"]));
  const [, ...file] = csvRows(await (await page.request.get(`${list}/export${query}&format=csv`)).text());
  expect(file).toEqual(shown);
});
