import type { Page } from "@playwright/test";
import { asSlowAsAPerson } from "../../tests/support/attendee";
import { linkIn, waitForMail } from "../../tests/support/mailbox";
import type { Demo } from "./demo";

export type Scene = { readonly name: string; readonly path: string };

const ORGANISER = "organisator@example.org";
const ATTENDEE = "karin.lund@example.org";

/** The pages worth showing. Signs in, registers and opens the speaker's link on the way, as their users do. */
export async function openScenes(page: Page, demo: Demo): Promise<readonly Scene[]> {
  const conference = demo.slug("integration-arbetsmarknad-2");
  const own = demo.slug("strategiska-forum-2");
  const invited = demo.slug("mojligheternas-motesplats");
  await page.goto(demo.speakerPath);
  const { confirmation, mine } = await register(page);
  await signIn(page);
  const mailing = await writeMailing(page, own);
  return [
    { name: "events-sv", path: "/" },
    { name: "events-en", path: "/en" },
    { name: "event-sv", path: `/events/${conference}` },
    { name: "event-en", path: `/en/events/${conference}` },
    { name: "event-by-invitation-sv", path: `/events/${invited}` },
    { name: "event-closed-sv", path: "/events/integration-arbetsmarknad-2018" },
    { name: "register-sv", path: `/events/${conference}/register` },
    { name: "register-group-sv", path: `/events/${conference}/register/group` },
    { name: "confirmation-sv", path: confirmation },
    { name: "my-registration-sv", path: mine },
    { name: "speak-sv", path: "/speak" },
    { name: "organise-sv", path: "/organise" },
    { name: "organise-event-sv", path: `/organise/${own}` },
    { name: "registrations-sv", path: `/organise/${own}/registrations` },
    { name: "invitations-sv", path: `/organise/${own}/invitations` },
    { name: "mailing-sv", path: mailing },
    { name: "mail-sv", path: `/organise/${own}/mail` },
    { name: "questions-sv", path: `/organise/${own}/questions` },
    { name: "settings-sv", path: `/organise/${own}/settings` },
  ];
}

/** Registers for the open demo event; where the confirmation is, and the attendee's own page from the mail's link. */
async function register(page: Page) {
  await page.goto("/events/demo-open/register");
  await page.locator('[name="name"]').fill("Karin Lund");
  await page.locator('[name="email"]').fill(ATTENDEE);
  await page.locator('[name="consent"]').check();
  await asSlowAsAPerson(page);
  await page.locator('main form button[type="submit"]').last().click();
  await page.waitForURL(/\/confirmation\//);
  const confirmation = new URL(page.url()).pathname;
  await page.goto(linkIn(await waitForMail(ATTENDEE), "/r/"));
  return { confirmation, mine: new URL(page.url()).pathname };
}

/** Writes a draft to everybody with a place; where it is. */
async function writeMailing(page: Page, slug: string): Promise<string> {
  await page.goto(`/organise/${slug}/mailings/new?status=confirmed`);
  await page.locator('[name="subjectSv"]').fill("Praktiskt inför {{evenemang}}");
  const text =
    "Vi ses {{datum}} på {{plats}}.\n\nKaffe serveras från halv nio. Kom gärna i tid: programmet börjar på slaget.";
  await page.locator('[name="bodySv"]').fill(text);
  await page.locator('form:has([name="bodySv"]) button').click();
  await page.locator("iframe").waitFor();
  return new URL(page.url()).pathname;
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('[name="email"]').fill(ORGANISER);
  await page.locator('main form button[type="submit"]').last().click();
  await page.waitForURL(/sign-in\/code/);
  await page.goto(linkIn(await waitForMail(ORGANISER), "/sign-in/confirm"));
  await page.locator('main form button[type="submit"]').last().click();
  await page.waitForURL(/\/organise/);
}
