import type { Temporal } from "temporal-polyfill";
import { fail, type Ok } from "@/lib/core/result";
import { closedBecause, type SendFileFailure } from "../errors";
import { findRegistrationForm } from "../queries/registration-form";
import { openQuestions } from "../registration-form";
import { type KeptUpload, keepUpload } from "./keep-upload";

type Sent = {
  readonly slug: string;
  readonly question: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly clientIp: string;
};

/** Takes a file for a question of an event whose registration is open. The token that comes back is the question's answer. */
export async function sendFile(
  { slug, question, ...file }: Sent,
  now: Temporal.Instant,
): Promise<Ok<KeptUpload> | SendFileFailure> {
  const form = await findRegistrationForm(slug, null, now);
  if (!form) return fail("event_not_found");
  const closed = closedBecause(form);
  if (closed) return fail(closed);
  const asked = openQuestions(form).find(({ key, kind }) => key === question && kind === "FILE");
  if (!asked) return fail("question_unknown");
  return keepUpload({ ...file, eventId: form.eventId, questionKey: asked.key }, now);
}
