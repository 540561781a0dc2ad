import type { Temporal } from "temporal-polyfill";
import type { InvitationScope } from "@/lib/auth/scopes";
import { coalesced } from "@/lib/core/coalesce";
import { localDate } from "@/lib/core/local-date";
import { isSlug } from "@/lib/core/slug";
import { database } from "@/lib/platform/db";
import { findVoucher } from "@/lib/ticketing/queries/find-voucher";
import { checkVoucher } from "@/lib/ticketing/rules/voucher";
import type { RegistrationForm } from "../registration-form";
import { type FormEvent, formOf, formSelect, type GivenCode, type Invited } from "../rules/form-of-event";

/**
 * Show a form: with how many places are left, and without a code that is expired or used up. Or answer a submit, which asks
 * for neither: places are counted under lock.
 */
export type CodePurpose = "show" | "answer";

/**
 * The registration form of a published event as it is now, or null. Drafts are not found. An invitation to this event opens
 * an invitation-only event and its own, otherwise hidden category; one to another event counts for nothing. So does a code
 * somebody typed; `form.code` tells why when it does not count.
 */
export async function findRegistrationForm(
  slug: string,
  invitation: InvitationScope | null,
  now: Temporal.Instant,
  typed: string | null = null,
  purpose: CodePurpose = "show",
): Promise<RegistrationForm | null> {
  const event = isSlug(slug) ? await (purpose === "answer" ? currentFormEvent(slug) : findFormEvent(slug)) : null;
  if (!event || event.status === "DRAFT") return null;
  const invited = await invitedTo(event.id, invitation);
  const code = typed === null ? null : await givenCode(event, { typed, purpose }, now);
  return invited || code ? formOf(event, invited, now, code) : publicForm(event, now);
}

async function givenCode(
  { id, timeZone }: FormEvent,
  { typed, purpose }: { readonly typed: string; readonly purpose: CodePurpose },
  now: Temporal.Instant,
): Promise<GivenCode> {
  const found = await findVoucher(id, typed);
  const checked = checkVoucher(found, localDate(now, timeZone).toString());
  const voucher = checked.ok || purpose === "answer" ? found : null;
  return { typed, voucher, voucherId: voucher?.id ?? null, failure: checked.ok ? null : checked.code };
}

const publicForms = new WeakMap<FormEvent, { readonly second: number; readonly form: RegistrationForm }>();

/** The form for everybody, made once for callers who share a read: deadlines are local midnights, so none falls within a second. */
function publicForm(event: FormEvent, now: Temporal.Instant): RegistrationForm {
  const second = Math.floor(now.epochMilliseconds / 1000);
  const made = publicForms.get(event);
  if (made?.second === second) return made.form;
  const form = formOf(event, null, now);
  publicForms.set(event, { second, form });
  return form;
}

const findFormEvent = coalesced(
  (slug): Promise<FormEvent | null> => database().event.findUnique({ where: { slug }, select: formSelect }),
);

type Revision = Pick<FormEvent, "id" | "revision">;

const revisionOf = coalesced(async (slug): Promise<Revision | null> => {
  const [row] = await database().$queryRaw<Revision[]>`SELECT id, revision FROM event WHERE slug = ${slug}`;
  return row ?? null;
});

const EVENTS_KEPT = 100;
const lastRead = new Map<string, FormEvent>();

/** The event as it is now, but for the places taken: read anew only when something else has changed since the last time. */
async function currentFormEvent(slug: string): Promise<FormEvent | null> {
  const now = await revisionOf(slug);
  const known = lastRead.get(slug);
  const stands = known && known.id === now?.id && known.revision === now.revision;
  const event = stands ? known : await findFormEvent(slug);
  lastRead.delete(slug);
  if (event) lastRead.set(slug, event);
  const [oldest] = lastRead.keys();
  if (lastRead.size > EVENTS_KEPT && oldest !== undefined) lastRead.delete(oldest);
  return event;
}

async function invitedTo(eventId: string, invitation: InvitationScope | null): Promise<Invited | null> {
  if (invitation?.eventId !== eventId) return null;
  return database().invitation.findFirst({
    where: { id: invitation.invitationId, eventId },
    select: { name: true, email: true, organisationName: true, categoryId: true, extendedThrough: true },
  });
}
