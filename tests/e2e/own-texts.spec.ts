import { expect, test } from "@playwright/test";
import { newAddress } from "../support/attendee";
import { expectNoAxeFindings, expectSoundWhenNarrow } from "../support/axe";
import { comesAs } from "../support/organiser-session";
import { siteEvent } from "../support/site-database";
import { siteRegistration } from "../support/site-registration";

for (const [title, when] of [
  ["", {}],
  [", without JavaScript", { tag: "@nojs" }],
] as const) {
  test(
    `an organiser words a letter anew, is told what cannot be sent, reads it as a real person and goes back${title}`,
    when,
    async ({ page }) => {
      const event = await siteEvent("egen-text");
      await siteRegistration(event, { email: newAddress("rut"), name: "Rut Läsare" });
      await comesAs(page, "organisator@example.org");
      const scripted = title === "";

      await page.goto(`/organise/${event.slug}/mail/texts`);
      if (scripted) await expectNoAxeFindings(page);
      await page.getByRole("link", { name: "Bekräftelse", exact: true }).click();
      const swedish = page.getByRole("region", { name: "På svenska" });
      await expect(swedish.getByText("Standardtexten används.")).toBeVisible();
      await expect(swedish.getByRole("heading", { name: "Så här läser Rut Läsare brevet" })).toBeVisible();
      if (scripted) await expectNoAxeFindings(page);

      await swedish.getByLabel("Ämne").fill("Välkommen, {{namn}}");
      await swedish.getByLabel("Text", { exact: true }).fill("# Vad roligt\n\nVi ses, {{smeknamn}}.");
      await swedish.getByRole("button", { name: "Spara och använd" }).click();
      await expect(swedish.getByRole("alert")).toContainText("{{smeknamn}} kan inte bytas ut");
      await expect(swedish.getByLabel("Ämne")).toHaveValue("Välkommen, {{namn}}");
      if (scripted) await expectNoAxeFindings(page);

      await swedish.getByLabel("Text", { exact: true }).fill("# Vad roligt\n\nVi ses, **{{namn}}**. <b>Hej</b>");
      await swedish.getByRole("button", { name: "Förhandsgranska" }).click();
      await expect(swedish.getByRole("status")).toContainText("Det är inte sparat");
      const letter = swedish.frameLocator("iframe").first();
      await expect(letter.getByRole("heading", { name: "Vad roligt" })).toBeVisible();
      await expect(letter.locator("strong", { hasText: "Rut Läsare" })).toBeVisible();
      await expect(letter.getByText("<b>Hej</b>").last()).toBeVisible();
      await swedish.getByRole("button", { name: "Spara och använd" }).click();
      await expect(page.getByRole("status")).toContainText("Texten är sparad");
      await swedish.getByRole("button", { name: /Skicka ett prov till organisator/ }).click();
      await expect(page.getByRole("status")).toContainText("Ett prov är på väg");
      await page.setViewportSize({ width: 320, height: 640 });
      if (scripted) await expectSoundWhenNarrow(page);
      await swedish.getByRole("button", { name: "Tillbaka till standardtexten" }).click();
      await expect(page.getByRole("status")).toContainText("Standardtexten används igen");
    },
  );
}
