import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { expectNoAxeFindings, SCHEME } from "../support/axe";
import { linkIn, mailsTo } from "../support/mailbox";
import { askForMail, openForum, readList, signIn } from "../support/organiser";

// Each test signs in as somebody else of the demo: they run side by side, and a mail is used once.

test("an organiser signs in by link, lists, filters and takes exactly that along as CSV and Excel @nojs", async ({
  page,
  request,
}) => {
  const mail = await askForMail(page, "organisator@example.org");
  const link = linkIn(mail, "/sign-in/confirm");
  // Mail scanners open every link first, in every way: nothing is used up.
  for (let n = 0; n < 3; n++) expect((await request.get(link)).status()).toBe(200);
  expect((await request.head(link)).status()).toBe(200);
  const direct = link.replace("/sign-in/confirm", "/api/auth/callback/email");
  expect((await request.get(direct, { maxRedirects: 0 })).status()).toBe(303);
  await page.goto(link);
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page).toHaveURL(/\/organise$/);

  const forum = await openForum(page);
  await page.goto(`${forum}/registrations`);
  await expect(page.locator("tbody tr")).toHaveCount(25);
  const columns = "name,organisation,status,email,registered";
  const query = `?status=confirmed&sort=-registered&columns=${columns}`;
  const listed = await readList(page, `${forum}/registrations${query}`);
  expect(listed.length).toBeGreaterThan(25);
  expect(new Set(listed.map((row) => row[2]))).toEqual(new Set(["Bekräftad"]));

  await page.goto(`${forum}/registrations${query}`);
  await page.getByText("Ladda ner", { exact: true }).click();
  const csvDownload = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV för Excel" }).click();
  const csv = await readFile(await (await csvDownload).path(), "utf8");
  const [headings, ...people] = parse(csv, { delimiter: ";", bom: true, recordDelimiter: "\r\n" }) as string[][];
  expect(headings).toEqual(["Namn", "Organisation", "Status", "E-post", "Anmäld"]);
  expect(people).toEqual(listed);

  const excelDownload = page.waitForEvent("download");
  await page.getByRole("button", { name: "Excel (XLSX)" }).click();
  const [sheet] = await readExcel(await (await excelDownload).path());
  expect(sheet?.data).toEqual([headings, ...listed].map((row) => row?.map((cell) => cell || null)));

  await page.getByLabel("Sök namn, e-post eller organisation").fill("lund");
  await page.getByRole("button", { name: "Sök" }).click();
  await expect(page).toHaveURL(/q=lund/);
  await expect(page.locator("tbody tr").first()).toContainText(/lund/i);

  await page.getByText("Konto", { exact: true }).click();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.goto("/organise");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Forganise$/);
});

test("an editor signs in by code after a wrong one, sees 25 people at once, and opens sensitive data as a step of its own", async ({
  page,
}) => {
  const mail = await askForMail(page, "redaktor@example.org");
  const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
  await page.getByLabel("Sexsiffrig kod").fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page).toHaveTitle(/^Fel: /);
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expectNoAxeFindings(page);
  await page.getByLabel("Sexsiffrig kod").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page).toHaveURL(/\/organise$/);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${await openForum(page)}/registrations`);
  const twentyFifth = await page.locator("tbody tr").nth(24).boundingBox();
  expect(Number(twentyFifth?.y) + Number(twentyFifth?.height)).toBeLessThanOrEqual(800);
  const [head, heading] = [await page.locator(".site-name").boundingBox(), await page.locator("h1").boundingBox()];
  expect(heading?.x).toBe(head?.x);
  await page.locator("tbody th a").first().click();
  await expect(page.getByRole("heading", { name: "Historik" })).toBeVisible();
  await expect(page.getByText("Öppnat och loggat.")).toHaveCount(0);
  await page.getByRole("button", { name: "Visa känsliga uppgifter" }).click();
  await expect(page.getByText("Öppnat och loggat.")).toBeVisible();
});

for (const { locale, prefix, width, user, series } of [
  { locale: "sv", prefix: "", width: 1280, user: "socialchefsdagarna@example.org", series: "socialchefsdagarna" },
  { locale: "en", prefix: "/en", width: 360, user: "integration@example.org", series: "integration-arbetsmarknad" },
] as const) {
  test(`sign-in and every organiser page pass axe, wide in light and narrow in dark (${locale})`, async ({ page }) => {
    test.setTimeout(180_000);
    for (const step of ["/sign-in", "/sign-in/code", "/sign-in/confirm", "/sign-in/confirm?email=a&token=b"]) {
      await page.goto(prefix + step);
      await expectNoAxeFindings(page);
    }
    await signIn(page, user);
    const event = await page.locator(`main a[href*='/organise/${series}']`).first().getAttribute("href");
    const list = `${event}/registrations`;
    await page.goto(list);
    const person = await page.locator("tbody th a").first().getAttribute("href");
    const paths = ["/organise", event, list, `${list}?q=zzzzzz&category=nope`, `${person}?needs=open`, `${event}/log`];
    const reference = person?.split("/").at(-1) ?? "";
    paths.push(
      `${list}?edit=${reference}`,
      `${list}/new`,
      `${list}/bulk?person=${reference}&do=cancel&cancel.tells=yes`,
    );
    await page.emulateMedia({ colorScheme: SCHEME[locale] });
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(prefix + path);
      await expectNoAxeFindings(page);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  });
}

test("a viewer gets no sensitive data and the door no more than the door needs", async ({ page, browser }) => {
  await signIn(page, "lasare@example.org");
  const forum = await openForum(page);
  await page.goto(`${forum}/registrations?columns=name,diet,access`);
  await expect(page.getByRole("status")).toContainText("diet");
  await expect(page.locator("tbody tr").first().locator("td")).toHaveCount(0);
  const person = await page.locator("tbody th a").first().getAttribute("href");
  await page.goto(`${person}?needs=open`);
  await expect(page.getByRole("heading", { name: "Historik" })).toBeVisible();
  await expect(page.getByText("Kost och tillgänglighet")).toHaveCount(0);

  const door = await (await browser.newContext()).newPage();
  await signIn(door, "dorr@example.org");
  await door.goto(`${forum}/registrations`);
  await expect(door.locator("thead th")).toHaveText([/Namn/, /Organisation/, /Status/]);
  for (const path of [person, `${forum}/registrations/export?format=csv`])
    expect([403, 404]).toContain((await door.request.get(String(path))).status());
  await door.context().close();
});

test("an address nobody has gets the same answer and no mail", async ({ page }) => {
  const email = "ingen.alls@example.org";
  await page.goto("/sign-in");
  await page.getByLabel("E-postadress").fill(email);
  await page.getByRole("button", { name: "Skicka länk och kod" }).click();
  await expect(page.getByText("Om adressen finns hos oss är ett mejl på väg.")).toBeVisible();
  expect(await mailsTo(email)).toEqual([]);
});

test("sign-in refuses other sites' forms and leads nowhere else", async ({ request }) => {
  for (const origin of ["https://evil.example", "null"]) {
    for (const path of ["signin", "signout", "callback/email"]) {
      const answer = await request.post(`/api/auth/${path}`, { form: { email: "a@example.org" }, headers: { origin } });
      expect(answer.status(), `${path} from ${origin}`).toBe(403);
    }
  }
  for (const path of ["providers", "csrf", "session", "signin", "error", "_log", "callback/x"])
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  const answer = await request.post("/api/auth/signin", {
    form: { email: "ingen@example.org", next: "//evil.example" },
    maxRedirects: 0,
  });
  expect(answer.headers()["location"]).toBe("/sign-in/code");
});

test("single keys go to the search and along the rows, say what there is, and can be turned off", async ({ page }) => {
  await signIn(page, "lasare@example.org");
  await page.goto(`${await openForum(page)}/registrations`);
  const first = page.locator("tbody tr").first().getByRole("link");
  await expect(page.getByRole("button", { name: "Kortkommandon" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(first).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator("tbody tr").nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("jk?");
  await expect(search).toHaveValue("jk?");
  await first.focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Kortkommandon" });
  await expectNoAxeFindings(page);
  await help.getByRole("checkbox").uncheck();
  await help.getByRole("button", { name: "Stäng" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Kortkommandon" })).toBeVisible();
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await expect(help).toBeHidden();
  await expect(first).not.toBeFocused();
});
