import type { Temporal } from "temporal-polyfill";
import { database } from "@/lib/platform/db";
import { sendFile } from "@/lib/registrations/commands/send-file";
import { PDF } from "./sample-files";

let sent = 0;

/** Adds a question that asks for a file ("cv" unless told otherwise) to an event. */
export function askForFile(event: { readonly id: string }, wishes: object = {}) {
  const label = { sv: "Ladda upp ett intyg", en: "Upload a certificate" };
  return database().question.create({ data: { eventId: event.id, key: "cv", kind: "FILE", label, ...wishes } });
}

/** Sends a file to an event's question, each from a network of its own, and hands out its token. */
export async function upload(
  event: { readonly slug: string },
  now: Temporal.Instant,
  wishes: { readonly question?: string; readonly name?: string; readonly content?: Uint8Array } = {},
): Promise<string> {
  sent += 1;
  const file = { question: "cv", name: "intyg.pdf", content: PDF, ...wishes };
  const kept = await sendFile({ ...file, slug: event.slug, clientIp: `filer-${sent}` }, now);
  if (!kept.ok) throw new Error(kept.code);
  return kept.value.token;
}
