import type { Temporal } from "temporal-polyfill";
import { translator } from "@/lib/i18n/translator";
import type { ClaimedMail, ComposedMail, Composer } from "@/lib/mail/composed";
import { about, inLetter } from "@/lib/registrations/mails";
import { tabOf } from "@/lib/reports/queries/registration-conditions";
import { composed } from "./mails/letter";
import { findMailingInMail } from "./queries/mailing-in-mail";
import { readOwnText } from "./queries/own-text-preview";
import { previewOf } from "./queries/preview";

/** How mailings are composed: with what is true of the recipient when the mail leaves. */
export const mailingMails = {
  // Who is no longer among those it was written to, because they have cancelled or got a place, gets none.
  mailing: about(async (registration, locale, now, params) => {
    const mailing = await findMailingInMail(String(params["mailing"]));
    if (mailing?.state !== "QUEUED") return "obsolete";
    const { status } = mailing.filter;
    if (status !== "all" && tabOf(registration.state) !== status) return "obsolete";
    return composed(mailing, await inLetter(registration, locale, now), locale);
  }),

  "mailing-test": async ({ params, eventId, locale }, now) => {
    const asked = { eventId: eventId ?? "", reference: String(params["reference"]), locale };
    const preview = await tested(params, asked, now);
    if (!preview) return "obsolete";
    return { ...preview, subject: translator(locale, "mailings")("testSubject", { subject: preview.subject }) };
  },
} satisfies Record<string, Composer>;

/** What is tried: a mailing, or a message as the event words it. */
async function tested(
  { mailing, worded }: ClaimedMail["params"],
  asked: Parameters<typeof previewOf>[1],
  now: Temporal.Instant,
): Promise<ComposedMail | null> {
  if (typeof worded !== "string") return previewOf(String(mailing), asked, now);
  const read = await readOwnText({ ...asked, message: worded }, now);
  return read.ok ? read.value.letter : null;
}
