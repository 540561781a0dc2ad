import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { csvRows, readList } from "../support/organiser";
import { comesAs } from "../support/organiser-session";
import { siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

test("an organiser filters, chooses columns, saves the view, tags those it shows, corrects one, adds one, and takes exactly the list along @nojs", async ({
  page,
}) => {
  const event = await siteEvent("deltagarlista");
  const register = (name: string, organisationName: string) =>
    siteRegistration(event, { name, organisationName, email: newAddress("lista") });
  await register("Åsa Öberg", "Lunds kommun");
  const { reference } = await register("Bo Lam", "Lunds kommun");
  await register("Cecilia Ek", "Malmö stad");
  await comesAs(page, "organisator@example.org");
  const list = `/organise/${event.slug}/registrations`;

  await page.goto(list);
  await page.getByLabel("Sök namn, e-post eller organisation").fill("lunds");
  await page.getByRole("button", { name: "Sök" }).click();
  await page.getByText("Kolumner", { exact: true }).click();
  const columns = page.getByRole("group", { name: /Samma kolumner/ });
  for (const column of ["Kategori", "Status", "Anmäld"]) await columns.getByLabel(column, { exact: true }).uncheck();
  await columns.getByLabel("Etiketter").check();
  await page.getByRole("button", { name: "Visa valda kolumner" }).click();
  await page.getByText("Vyer", { exact: true }).click();
  await page.getByLabel(/Spara det som visas nu/).fill("Lund");
  await page.getByLabel("Dela med kollegor").check();
  await page.getByRole("button", { name: "Spara vyn" }).click();
  await expect(page.getByText("Vyn är sparad.")).toBeVisible();

  await page.goto(list);
  await page.getByText("Vyer", { exact: true }).click();
  await page.getByRole("link", { name: "Lund", exact: true }).click();
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await page.getByLabel("Alla 2 som stämmer med filtret").check();
  await page.getByRole("button", { name: "Gör något med de valda" }).click();
  await expect(page.getByText("2 anmälningar stämmer med filtret.")).toBeVisible();
  await page.getByLabel("Sätt en etikett").check();
  await page.locator("#tag-word").fill("Buss från Lund");
  await page.getByRole("button", { name: "Visa vad som skulle hända" }).click();
  await expect(page.getByText("2 anmälningar får etiketten. Inga brev skickas.")).toBeVisible();
  await page.getByRole("button", { name: "Sätt etiketten på 2" }).click();
  await expect(page.getByText("2 anmälningar ändrades.")).toBeVisible();

  await page.goto(`${list}/new`);
  await page.getByLabel("Namn").fill("Disa Ringde");
  await page.getByLabel("E-postadress").fill(newAddress("lista"));
  await page.getByLabel("Organisation").fill("Lunds kommun");
  await page.getByRole("button", { name: "Lägg till personen" }).click();
  await expect(page.getByText("Personen är tillagd.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Etiketter och anteckningar" })).toBeVisible();

  await page.goto(`${list}?q=lunds&columns=name,organisation,tags`);
  await page.getByRole("link", { name: "Ändra Bo Lam" }).click();
  await page.locator("tbody").getByLabel("Namn").fill("Bo Alm");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`#${reference}$`));
  const listed = await readList(page, `${list}?q=lunds&columns=name,organisation,tags`);
  expect(listed).toEqual([
    ["Bo Alm", "Lunds kommun", "Buss från Lund"],
    ["Disa Ringde", "Lunds kommun", ""],
    ["Åsa Öberg", "Lunds kommun", "Buss från Lund"],
  ]);
  await page.getByText("Ladda ner", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV för Excel" }).click();
  const [headings, ...people] = csvRows(await readFile(await (await download).path(), "utf8"));
  expect(headings).toEqual(["Namn", "Organisation", "Etiketter"]);
  expect(people).toEqual(listed);
});
