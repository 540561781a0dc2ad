import { expect, test } from "@playwright/test";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";
import { siteDatabase, siteEvent } from "../support/site-database";

test("a day is made by keyboard alone: a room used twice is shown and mended, undone and mended, and three rows come from Excel", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const event = await siteEvent("programarbete");
  const db = siteDatabase();
  const rooms = {
    create: [
      { name: "Sal A", seats: 40 },
      { name: "Sal B", seats: 20 },
    ],
  };
  const { organisationId } = event;
  await db.venue.create({
    data: { organisationId, name: "Huset", city: "Lund", rooms, events: { connect: { id: event.id } } },
  });
  const path = `/organise/${event.slug}/programme`;
  await comesAs(page, "organisator@example.org");

  const add = async (title: string, starts: string, ends: string) => {
    await page.goto(`${path}/new`);
    await page.locator("#titleSv").focus();
    await page.keyboard.type(title);
    await page.locator("#starts").fill(starts);
    await page.locator("#ends").fill(ends);
    await page.locator("#room").focus();
    await page.keyboard.type("Sal A");
    await page.locator("#ends").press("Enter");
    await expect(page.getByRole("status")).toContainText(`${title} är sparad.`);
  };
  await add("Öppning", "10:00", "11:00");
  await expect(page.getByRole("heading", { name: "Inga krockar i programmet." })).toBeVisible();
  await add("Samtal", "10:45", "11:30");
  await expect(page.getByRole("heading", { name: /krock.* i programmet/ })).toBeVisible();
  const second = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Samtal" }) });
  await expect(second).toContainText("Samma lokal samtidigt som Öppning: Sal A.");
  await expectNoAxeFindings(page);

  await second.getByText("Flytta", { exact: true }).press("Enter");
  await second.getByRole("button", { name: "15 minuter senare" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Samtal är flyttad till 11:00, Sal A.");
  await expect(page.getByRole("heading", { name: "Inga krockar i programmet." })).toBeVisible();
  await page.getByRole("button", { name: "Ångra" }).press("Enter");
  await expect(second).toContainText("Samma lokal samtidigt som Öppning: Sal A.");

  await page.goto(`${path}/import`);
  const date = event.startsOn.toISOString().slice(0, 10);
  const rows = ["A\t13:00\t13:30", "B\t13:30\t14:00", "C\t14:00\t14:30"].map((row) => `Punkt ${row}\t${date}\tSal B`);
  await page.getByLabel("Klistra in programmet").fill(["Titel\tBörjar\tSlutar\tDatum\tLokal", ...rows].join("\n"));
  await page.getByRole("button", { name: "Granska" }).press("Enter");
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Importera 3 programpunkter" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("3 programpunkter är importerade.");
  await expect(page.getByRole("heading", { name: "Punkt C" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectSoundWhenNarrow(page);
  await page.getByRole("link", { name: "Redigera Punkt C" }).press("Enter");
  await expect(page.locator("#titleSv")).toHaveValue("Punkt C");
  await expectNoAxeFindings(page);
});
