import { expect, test } from "@playwright/test";
import { fillIn, newAddress } from "../support/attendee";
import { expectSoundWhenNarrow } from "../support/axe";
import { linkIn, waitForMail } from "../support/mailbox";

test.use({ viewport: { width: 320, height: 640 } });

for (const locale of ["sv", "en"] as const) {
  const prefix = locale === "en" ? "/en" : "";

  test(`a place is handed over, the link sent again, the place cancelled and the person erased (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const [old, come] = [newAddress("gammal"), newAddress("ny")];
    const send = () => page.locator('main button[type="submit"]').last().click();
    await page.goto(`${prefix}/events/demo-open/register`);
    await fillIn(page, locale, { name: "Gammal Gammalsson", email: old });
    await send();
    await page.waitForURL(/\/confirmation\//);
    await page.goto(linkIn(await waitForMail(old), "/r/"));
    const first = new URL(page.url()).pathname;

    await page.goto(`${first}/substitute`);
    await expectSoundWhenNarrow(page, locale);
    await page.locator("#email").fill("ingen adress");
    await send();
    await expect(page.getByRole("alert").filter({ has: page.getByRole("link") })).toBeFocused();
    await expectSoundWhenNarrow(page, locale);
    await page.locator("#name").fill("Ny Nysson");
    await page.locator("#email").fill(come);
    await send();
    await page.waitForURL(/\/my\?done=handed-over$/);
    await expectSoundWhenNarrow(page, locale);
    expect((await page.goto(first))?.status()).toBe(404);

    // The new person's own link, asked for again, leads to a page that asks them to agree.
    await waitForMail(come);
    await page.goto(`${prefix}/resend?event=demo-open`);
    await expectSoundWhenNarrow(page, locale);
    await page.locator("#email").fill(come);
    await send();
    await page.waitForURL(/\/resend\?event=demo-open&sent=1$/);
    await expectSoundWhenNarrow(page, locale);
    await page.goto(linkIn(await waitForMail(come, locale === "sv" ? /^Din länk/ : /^Your link/), "/r/"));
    await expectSoundWhenNarrow(page, locale);
    await page.locator("#consent").check();
    await send();
    await expect(page.locator("#consent")).toHaveCount(0);
    const mine = new URL(page.url()).pathname;
    expect(await (await page.request.get(`${mine}/data`)).json()).toMatchObject({ email: come, state: "CONFIRMED" });

    await page.goto(`${mine}/cancel`);
    await expectSoundWhenNarrow(page, locale);
    await send();
    await page.waitForURL(`**${mine}`);
    await page.goto(`${mine}/erase`);
    await expectSoundWhenNarrow(page, locale);
    await send();
    await page.waitForURL(/\/my\?done=erased$/);
    await expectSoundWhenNarrow(page, locale);
    await waitForMail(come, locale === "sv" ? /^Dina uppgifter är raderade/ : /^Your details are erased/);
    expect((await page.goto(mine))?.status()).toBe(404);
  });
}
