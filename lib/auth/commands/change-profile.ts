import { z } from "zod";
import { LOCALES, type Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import * as written from "@/lib/core/written";
import { database } from "@/lib/platform/db";
import type { UserScope } from "../scopes";

const profileSchema = z.object({ name: written.line(120), locale: z.enum(LOCALES) });

/** Sets one's own name, blank for none, and the language of mail to oneself. */
export async function changeProfile(
  { userId }: UserScope,
  body: unknown,
): Promise<Result<{ locale: Locale }, "wrong_form">> {
  const parsed = profileSchema.safeParse(body);
  if (!parsed.success) return fail("wrong_form");
  const { name, locale } = parsed.data;
  await database().user.update({ where: { id: userId }, data: { name: name || null, locale }, select: { id: true } });
  return ok({ locale });
}
