import { expect, test } from "@playwright/test";
import { asSlowAsAPerson, fillIn, newAddress } from "../support/attendee";
import { expectNoAxeFindings } from "../support/axe";
import { linkIn, mailsTo, waitForMail } from "../support/mailbox";

const REGISTER = { sv: "/events/demo-open/register", en: "/en/events/demo-open/register" };
const WORDS = {
  sv: {
    submit: "Anmäl mig",
    thanks: "Tack, anmälan är mottagen",
    change: "Ändra anmälan",
    jobTitle: /^Befattning/,
    save: "Spara ändringarna",
    saved: /Ändringarna är sparade/,
    cancel: "Avboka",
    yes: "Ja, avboka min plats",
    cancelled: /avbokad/,
  },
  en: {
    submit: "Register me",
    thanks: "Thank you, we have your registration",
    change: "Change registration",
    jobTitle: /^Job title/,
    save: "Save the changes",
    saved: /Your changes are saved/,
    cancel: "Cancel",
    yes: "Yes, cancel my place",
    cancelled: /is cancelled/,
  },
};

for (const locale of ["sv", "en"] as const) {
  test(`an attendee registers, opens the link in the mail, changes and cancels (${locale})`, async ({ page }) => {
    const words = WORDS[locale];
    const email = newAddress("resan");
    await page.goto(REGISTER[locale]);
    await fillIn(page, locale, { name: "Åsa Öberg", email });
    await page.getByRole("button", { name: words.submit }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.thanks);
    await expectNoAxeFindings(page);
    const reference = await page.locator("dd.reference").innerText();
    await page.reload();
    await expect(page.locator("dd.reference")).toHaveText(reference);

    const mail = await waitForMail(email);
    const link = linkIn(mail, "/r/");
    await page.goto(link);
    await expect(page).toHaveURL(new RegExp(`${locale === "en" ? "/en" : ""}/my/${reference}$`));
    expect(page.url()).not.toContain(link.split("/r/")[1] ?? "/r/");
    await expectNoAxeFindings(page);

    await page.getByRole("link", { name: words.change }).click();
    await expect(page.getByLabel(words.jobTitle)).toBeVisible();
    await expectNoAxeFindings(page);
    await page.getByLabel(words.jobTitle).fill("Integrationsstrateg");
    await page.locator("#diet").fill("Nötter");
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await expect(page.getByText("Integrationsstrateg")).toBeVisible();

    await page.getByRole("link", { name: words.cancel, exact: true }).click();
    await expect(page.getByRole("button", { name: words.yes })).toBeVisible();
    await expectNoAxeFindings(page);
    await page.getByRole("button", { name: words.yes }).click();
    await expect(page.getByText(words.cancelled).first()).toBeVisible();
    await expect(page.getByText("Nötter")).toHaveCount(0);
    await expectNoAxeFindings(page);
  });
}

test("a second registration with the same address is answered as the first one was", async ({ page }) => {
  const email = newAddress("tva-ganger");
  const pages: string[] = [];
  for (const name of ["Ylva Ek", "Någon Annan"]) {
    await page.goto(REGISTER.sv);
    await fillIn(page, "sv", { name, email: email.toUpperCase() });
    await page.getByRole("button", { name: "Anmäl mig" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
    pages.push((await page.getByRole("main").innerText()).replace(/[A-Z0-9]{4}-[A-Z0-9]{4}/g, "REFERENS"));
  }
  expect(pages[1]).toBe(pages[0]);
  await expect.poll(async () => (await mailsTo(email)).length).toBe(2);
});

test("an empty form says what is missing, takes the focus there and keeps what was written", async ({ page }) => {
  await page.goto(REGISTER.sv);
  await page.locator("#jobTitle").fill("Socialchef");
  await page.locator("#email").fill("inte en adress");
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "svar behöver rättas" });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fel: /);
  await expect(summary.getByRole("link")).toHaveText([/^Namn: /, /^E-postadress: /, /^Jag samtycker/]);
  await expectNoAxeFindings(page);
  await summary.getByRole("link", { name: /^Namn: / }).click();
  await expect(page.getByLabel("Namn", { exact: true })).toBeFocused();
  await expect(page.locator("#jobTitle")).toHaveValue("Socialchef");
  await expect(page.locator("#email")).toHaveAccessibleDescription(/fullständig e-postadress/);

  await page.getByLabel("Namn", { exact: true }).fill("Åsa Öberg");
  await page.locator("#email").focus();
  await expect(page.locator("#name-error")).toHaveCount(0);
});

test("the keyboard alone is enough", async ({ page }) => {
  await page.goto(REGISTER.en);
  await asSlowAsAPerson(page);
  await page.locator("#name").focus();
  await page.keyboard.type("Alexander Lesigang");
  await page.keyboard.press("Tab");
  await page.keyboard.type(newAddress("keyboard"));
  const consent = page.getByLabel(/I consent/);
  for (let presses = 0; presses < 15; presses++) {
    await page.keyboard.press("Tab");
    if (await consent.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Register me" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, we have your registration");
});

test("a double click registers once", async ({ page }) => {
  const email = newAddress("dubbelklick");
  await page.goto(REGISTER.sv);
  await fillIn(page, "sv", { name: "Snabb Finger", email });
  await page.getByRole("button", { name: "Anmäl mig" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
  await waitForMail(email);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("a form whose stamp is not ours is handed out again, with everything kept", async ({ page }) => {
  await page.goto(REGISTER.sv);
  await page.route(REGISTER.sv, (route) =>
    route.continue({
      postData:
        route
          .request()
          .postData()
          ?.replace(/\d{13}\.[\w-]{43}/g, "1.made-up") ?? "",
    }),
  );
  await fillIn(page, "sv", { name: "Robot Robotsson", email: newAddress("robot") });
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "behövde förnyas" })).toBeFocused();
  await expect(page.getByLabel("Namn", { exact: true })).toHaveValue("Robot Robotsson");
  await page.unroute(REGISTER.sv);
  await asSlowAsAPerson(page);
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack, anmälan är mottagen");
});

test("without the link, a registration looks like one that does not exist", async ({ page, browser }) => {
  const email = newAddress("hemlig");
  await page.goto(REGISTER.sv);
  await fillIn(page, "sv", { name: "Hemlig Person", email });
  await page.getByRole("button", { name: "Anmäl mig" }).click();
  const reference = await page.locator("dd.reference").innerText();
  const stranger = await (await browser.newContext()).newPage();
  const texts: string[] = [];
  for (const one of [reference, "XXXX-XXXX"]) {
    for (const path of [`/my/${one}`, `/my/${one}/edit`, `/my/${one}/cancel`]) {
      const answer = await stranger.goto(path);
      expect(answer?.status()).toBe(404);
      texts.push(await stranger.getByRole("main").innerText());
    }
    expect((await stranger.request.get(`/my/${one}/registration.ics`)).status()).toBe(404);
  }
  expect(new Set(texts).size).toBe(1);
  await stranger.context().close();
});

test("a link that is wrong leads to a page that says how to get a new one", async ({ page, request }) => {
  const answer = await request.get("/r/not-a-token", { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  await page.goto("/r/not-a-token");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Länken går inte att använda");
});

test("the event's calendar file is for anybody", async ({ request }) => {
  const answer = await request.get("/events/demo-open/event.ics");
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*TZID=Europe\/Stockholm[\s\S]*END:VCALENDAR\r\n/);
});
