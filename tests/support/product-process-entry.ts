import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { leaveSessionLine } from "@/lib/registrations/commands/leave-session-line";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { offerEverywhere } from "@/lib/registrations/commands/offer-freed-places";
import { registerAttendee } from "@/lib/registrations/commands/register-attendee";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import type { Deed } from "./product-process";

// A process of the product: one deed a line in, one answer a line out, as soon as it is committed.

type Outcome = { readonly ok: boolean; readonly code?: string; readonly value?: unknown };

function outcomeOf(deed: Deed, now: Temporal.Instant): Promise<Outcome> {
  if (deed.do === "register") {
    const { slug, key, body } = deed;
    const asked = { slug, body, invitation: null, locale: "sv", idempotencyKey: key, clientIp: key } as const;
    return registerAttendee({ ...asked, actor: { kind: "API" } }, now);
  }
  const scope = deed.scope as RegistrationScope;
  switch (deed.do) {
    case "cancel":
      return cancelRegistration(scope, now);
    case "accept":
      return acceptOffer(scope, now);
    case "decline":
      return declineOffer(scope, now);
    case "substitute":
      return substituteAttendee(scope, { body: deed.body, actor: { kind: "ATTENDEE" } }, now);
    case "take":
      return acceptSessionOffer(scope, { sessionId: deed.sessionId }, now);
    case "leave":
      return leaveSessionLine(scope, deed.sessionId, now);
    case "change":
      return changeRegistration(scope, { sessions: deed.sessions }, now);
  }
}

async function answer(deed: Deed): Promise<object> {
  const { key } = deed;
  try {
    const { ok, code, value } = await outcomeOf(deed, currentInstant());
    const { reference, status } = (value ?? {}) as { readonly reference?: string; readonly status?: string };
    return { key, ok, code, reference, status };
  } catch (error) {
    return { key, ok: false, error: String(error) };
  }
}

/** What the worker does about places, over and over. What fails now is done the next time. */
async function work(): Promise<never> {
  for (;;) {
    await letOffersLapse(currentInstant()).catch(() => undefined);
    await offerEverywhere(currentInstant()).catch(() => undefined);
    await pause(20);
  }
}

await database().$queryRaw`SELECT 1`;
process.stdout.write("ready\n");
if (process.argv[2] === "work") await work();
createInterface({ input: process.stdin }).on("line", (line) => {
  void answer(JSON.parse(line) as Deed).then((told) => process.stdout.write(`${JSON.stringify(told)}\n`));
});
