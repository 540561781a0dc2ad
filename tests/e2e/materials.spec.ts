import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { createSession, createSpeaker } from "../support/factories/session";
import { comesAs } from "../support/organiser-session";
import { HTML, PDF } from "../support/sample-files";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";
import { mintSpeakerLink } from "../support/site-speaker";

test.use({ viewport: { width: 320, height: 640 } });

const slides = (content: Uint8Array) => ({
  ...{ name: "Bilder våren.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) },
});

test("a speaker hands in slides without scripts, the organiser publishes them, a visitor downloads them", async ({
  page,
  browser,
}) => {
  const event = await siteEvent("material");
  const session = await createSession(siteDatabase(), event);
  const speaker = await createSpeaker(siteDatabase(), event.organisationId, [session.id], { name: "Sofia Abdi" });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const plain = await context.newPage();
  await plain.goto(await mintSpeakerLink(speaker.id));
  const handIn = plain.getByRole("button", { name: /^Lämna in/ });
  await plain.getByLabel("Fil", { exact: true }).setInputFiles(slides(HTML));
  await plain.getByLabel(/får publiceras/).check();
  await handIn.click();
  await expect(plain.locator("p[role=alert]")).toContainText("inte av ett slag som tas emot");
  await expect(plain.getByLabel(/får publiceras/)).toBeChecked();
  // More than an ordinary form may carry.
  const large = Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024, "\n")]);
  await plain.getByLabel("Fil", { exact: true }).setInputFiles(slides(large));
  await handIn.click();
  await expect(plain.getByText("Tack, det är sparat.")).toBeVisible();
  await expect(plain.getByText("Bilder våren.pdf")).toBeVisible();
  // Axe needs scripts.
  await page.goto(await mintSpeakerLink(speaker.id));
  await expect(page.getByText("Bilder våren.pdf")).toBeVisible();
  await expectSoundWhenNarrow(page);

  await comesAs(page, await siteOrganiser());
  await page.goto(`/organise/${event.slug}/speakers`);
  await expect(page.getByRole("row", { name: /Sofia Abdi/ }).first()).toContainText("Inlämnad");
  await expectSoundWhenNarrow(page);
  await page.getByRole("link", { name: "Sofia Abdi" }).click();
  await page.getByLabel("Titel", { exact: true }).fill("Rektor");
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Talaren är sparad.")).toBeVisible();
  await page.getByRole("checkbox", { name: /Välj Programpunkt .*Sofia Abdi/ }).check();
  await page.getByLabel(/^Första dag/).fill("2020-01-01");
  await page.getByRole("button", { name: "Utför" }).click();
  await expect(page.getByText("Det valda är publicerat.")).toBeVisible();

  await plain.goto(`/events/${event.slug}`);
  const material = plain.getByRole("region", { name: "Material" });
  await expect(material).toContainText("Sofia Abdi");
  await expect(material).toContainText("2,1 MB");
  await page.goto(`/events/${event.slug}`);
  await expectNoAxeFindings(page);
  const download = plain.waitForEvent("download");
  await material.getByRole("link").click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("Bilder våren.pdf");
  expect(await readFile(await file.path())).toEqual(large);
  await context.close();
});
