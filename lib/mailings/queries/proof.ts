import type { EventScope } from "@/lib/auth/scopes";
import type { Localised } from "@/lib/core/localised";
import type { ComposedMail } from "@/lib/mail/composed";
import { beside, SAMPLE_GROUPS } from "../mails/sample-groups";
import { sampleLetter } from "../mails/samples";
import { getSampleGround } from "./sample-ground";

type Place = NonNullable<ReturnType<typeof beside>>;

/** A message by its name, with its neighbours in the order of the lifecycle; null for a name that is none. */
export function findSample(name: string): Place | null {
  return beside(name);
}

/** All messages, by when in the life of a registration they come. */
export function listSampleGroups(): typeof SAMPLE_GROUPS {
  return SAMPLE_GROUPS;
}

/** A message with the event's own data and somebody who does not exist, in both languages. */
export async function getProof(
  scope: EventScope,
  { message }: Place,
): Promise<{ readonly title: Localised; readonly sv: ComposedMail; readonly en: ComposedMail }> {
  const ground = await getSampleGround(scope);
  const [sv, en] = [sampleLetter(message, ground, "sv"), sampleLetter(message, ground, "en")];
  return { title: ground.event.title, sv, en };
}
