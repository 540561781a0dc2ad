import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { type CaughtMail, linkIn, waitForMail } from "./mailbox";

/** Asks for a mail to sign in and waits for it. */
export async function askForMail(page: Page, email: string): Promise<CaughtMail> {
  await page.goto("/sign-in");
  await page.getByLabel("E-postadress").fill(email);
  await page.getByRole("button", { name: "Skicka länk och kod" }).click();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  return waitForMail(email);
}

export async function signIn(page: Page, email: string): Promise<void> {
  const mail = await askForMail(page, email);
  await page.goto(linkIn(mail, "/sign-in/confirm"));
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page).toHaveURL(/\/organise$/);
}

/** The address of the forum ahead that is full of people: its slug ends in its year. */
export async function openForum(page: Page): Promise<string> {
  const events = await page.locator("main a[href*='/organise/']").all();
  const hrefs = await Promise.all(events.map((event) => event.getAttribute("href")));
  const forum = hrefs.find((href) => /strategiska-forum-\d{4}(\/registrations)?$/.test(href ?? ""));
  if (!forum) throw new Error(`no forum among ${hrefs.join(", ")}`);
  return forum.replace(/\/registrations$/, "");
}

/** The rows of a CSV file as texts, the headings first. */
export function csvRows(text: string): string[][] {
  return parse(text, { delimiter: ";", bom: true, recordDelimiter: "\r\n" }) as string[][];
}

/** The cells that say something of the person; the others choose or open the row. */
const SAID = 'th, td:not(:has(input[name="person"], a[href*="edit="]))';

/** All rows of the list as texts, from the first page to the last. */
export async function readList(page: Page, path: string): Promise<string[][]> {
  await page.goto(path);
  const rows: string[][] = [];
  for (;;) {
    for (const row of await page.locator("tbody tr").all())
      rows.push((await row.locator(SAID).allInnerTexts()).map((text) => text.trim()));
    const next = page.getByRole("link", { name: "Nästa" });
    if ((await next.count()) === 0) return rows;
    await next.click();
    // The way on stands below the rows: without it, a page that is still coming would be the last.
    await page.waitForLoadState();
  }
}
