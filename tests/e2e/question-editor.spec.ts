import { expect, type Page, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, SCHEME } from "../support/axe";
import { signIn } from "../support/organiser";
import { siteDatabase, siteEvent } from "../support/site-database";
import { siteOrganiser } from "../support/site-organiser";

const LABEL = { sv: "Hur reser du?", en: "How do you travel?" };
const TRAIN = { value: "train", label: { sv: "Tåg", en: "Train" } };
const PLANE = { value: "plane", label: { sv: "Flyg", en: "Plane" } };

/** An event with two questions, one of which depends on the other, and an answer to the first. */
async function withQuestions(name: string) {
  const event = await siteEvent(name);
  const db = siteDatabase();
  const eventId = event.id;
  await db.question.createMany({
    data: [
      { eventId, key: "travel", kind: "CHOICE", label: LABEL, options: [TRAIN, PLANE], position: 0 },
      {
        ...{ eventId, key: "flight", kind: "TEXT", position: 1, options: undefined },
        label: { sv: "Flygnummer", en: "Flight number" },
        showIf: { key: "travel", values: ["plane"] },
      },
    ],
  });
  return event;
}

async function answer(page: Page, slug: string): Promise<void> {
  const sent = await page.request.post(`/api/v1/events/${slug}/registrations`, {
    data: { name: "Svante Svar", email: newAddress("svar"), consent: true, answers: { travel: "plane" } },
  });
  expect(sent.status()).toBe(201);
}

test("an organiser changes, moves, stops asking, asks again and previews, without scripts @nojs", async ({ page }) => {
  test.setTimeout(120_000);
  const { slug } = await withQuestions("fragor-utan-skript");
  await answer(page, slug);
  await signIn(page, await siteOrganiser());
  const questions = `/organise/${slug}/questions`;
  await page.goto(questions);
  const rows = page.getByRole("list", { name: "Frågor i anmälan" }).locator("> li");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Ett svar");
  await expect(rows.last()).toContainText("Bara den som svarar Flyg på ”Hur reser du?”");

  await page.getByRole("link", { name: "Ändra ”Flygnummer”" }).click();
  await page.locator("#question-label-sv").fill("");
  await page.getByRole("button", { name: "Spara frågan" }).click();
  await expect(page).toHaveTitle(/^Fel: /);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Fyll i texten.");
  await expect(page.locator("#question-label-en")).toHaveValue("Flight number");
  await page.locator("#question-label-sv").fill("Vilket flyg?");
  await page.getByRole("button", { name: "Spara frågan" }).click();
  await expect(page.getByRole("status")).toHaveText("”Vilket flyg?” är ändrad.");

  await page.getByRole("button", { name: "Flytta ”Vilket flyg?” uppåt" }).click();
  await expect(page.getByRole("status")).toHaveText("”Vilket flyg?” är flyttad.");
  await expect(rows.first()).toContainText("Vilket flyg?");

  // What another question depends on is asked as long as that is.
  await page.getByRole("link", { name: "Ändra ”Hur reser du?”" }).click();
  await expect(page.getByText("Frågan har ett svar, som behålls.")).toBeVisible();
  await page.getByRole("button", { name: "Sluta ställa frågan" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("”Vilket flyg?” ställs bara efter svar");
  await page.goto(`${questions}/flight`);
  await page.getByRole("button", { name: "Sluta ställa frågan" }).click();
  await expect(page.getByRole("heading", { name: "Ställs inte längre" })).toBeVisible();
  await page.getByRole("button", { name: "Ställ ”Vilket flyg?” igen" }).click();
  await expect(rows.last()).toContainText("Vilket flyg?");

  await page.getByRole("link", { name: "Förhandsgranska formuläret" }).click();
  await page.getByRole("button", { name: "Prova svaren" }).click();
  await expect(page).toHaveTitle(/^Fel: /);
  await page.locator("#name").fill("Prov Person");
  await page.locator("#email").fill("prov@example.org");
  await page.locator("#consent").check();
  await page.getByRole("button", { name: "Prova svaren" }).click();
  await expect(page.getByRole("status")).toContainText("Inget har sparats.");
  const event = await siteDatabase().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  expect(await siteDatabase().registration.count({ where: { eventId: event.id } })).toBe(1);
});

test("who edits what somebody else has changed meanwhile is told so, with nothing lost", async ({ page, browser }) => {
  const { slug } = await withQuestions("fragor-samtidigt");
  await signIn(page, await siteOrganiser());
  const other = await (await browser.newContext()).newPage();
  await signIn(other, await siteOrganiser());
  for (const editor of [page, other]) await editor.goto(`/organise/${slug}/questions/travel`);
  await expect(page.getByRole("group", { name: "Gränser för ett tal" })).toBeHidden();
  await page.locator("#question-label-sv").fill("Hur kommer du?");
  await page.getByRole("button", { name: "Spara frågan" }).click();
  await expect(page.getByRole("status")).toHaveText("”Hur kommer du?” är ändrad.");
  await other.locator("#question-label-sv").fill("Hur tar du dig hit?");
  await other.getByRole("button", { name: "Spara frågan" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("Någon annan har ändrat frågan");
  await expect(other.locator("#question-label-sv")).toHaveValue("Hur tar du dig hit?");
  await other.context().close();
});

for (const { locale, prefix, width } of [
  { locale: "sv", prefix: "", width: 1280 },
  { locale: "en", prefix: "/en", width: 320 },
] as const) {
  test(`the questions' pages pass axe, wide in light and narrow in dark (${locale})`, async ({ page }) => {
    test.setTimeout(150_000);
    const { slug } = await withQuestions(`fragor-${locale}`);
    const empty = await siteEvent(`inga-fragor-${locale}`);
    await answer(page, slug);
    await signIn(page, await siteOrganiser());
    const questions = `${prefix}/organise/${slug}/questions`;
    const paths = ["", "/new", "/travel", "/preview"].map((path) => questions + path);
    await page.emulateMedia({ colorScheme: SCHEME[locale], reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...paths, `${prefix}/organise/${empty.slug}/questions`]) {
      await page.goto(path);
      await expectNoAxeFindings(page);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
    // And with something to correct.
    await page.goto(`${questions}/new`);
    await page.locator("#question-kind").selectOption("CHOICE");
    await page.locator("form[aria-busy] button[type=submit]").click();
    await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
    await expectNoAxeFindings(page);
  });
}
