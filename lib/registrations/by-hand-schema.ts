import { z } from "zod";
import { questionsOf } from "./booking-schema";
import type { RegistrationForm } from "./registration-form";
import { colleagueSchema } from "./schema";
import { optionalLine, requiredLine } from "./text-fields";

/** Somebody whom an organiser registers, by telephone say: who they are and what they come to; questions are theirs to answer. */
export function byHandSchema(form: RegistrationForm) {
  return colleagueSchema({ ...form, questions: questionsOf(form, "ATTENDEE") }, false);
}

/** What an organiser changes in a row of the list, and the revision that was shown. */
export const editSchema = z.strictObject({
  name: requiredLine(200),
  organisationName: optionalLine(200),
  category: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  revision: z.string().regex(/^\d{1,16}$/),
});
