import type { Page } from "@playwright/test";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { site } from "./site";
import { siteDatabase } from "./site-database";

/** Makes the browser one in which a user of the demo has signed in, without the mail that signing in takes. */
export async function comesAs(page: Page, email: string): Promise<void> {
  const token = newToken();
  const { id: userId } = await siteDatabase().user.findFirstOrThrow({ where: { email } });
  const expiresAt = toTimestamp(currentInstant().add({ hours: 1 }));
  await siteDatabase().userSession.create({ data: { tokenHash: hashToken(token), userId, expiresAt } });
  await page.context().addCookies([{ name: "samling-session", value: token, url: site().url }]);
}
