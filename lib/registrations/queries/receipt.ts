import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { isSlug } from "@/lib/core/slug";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Quote } from "@/lib/ticketing/quote";
import { quoteOfLines } from "@/lib/ticketing/quote";
import { readPrice } from "../rules/price-receipt";
import { maskAddress, readReceipt } from "../rules/receipt";
import type { RegistrationState } from "../rules/transitions";

/** What the confirmation page shows: only what the sender typed and what the event is. */
export type Receipt = {
  readonly reference: string;
  readonly state: RegistrationState;
  readonly maskedEmail: string;
  readonly eventSlug: string;
  readonly title: Localised;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly summary: Localised | null;
  /** What the sender was told it costs; null when nothing. */
  readonly price: Quote | null;
};

/** What a signed receipt of this event stands for, or null when it was not signed here or is another event's. */
export async function findReceipt(slug: string, receipt: string, price = ""): Promise<Receipt | null> {
  const told = readReceipt(receipt, env().AUTH_SECRET);
  if (!told || !isSlug(slug)) return null;
  const row = await database().registration.findFirst({
    where: { reference: told.reference, event: { slug } },
    select: {
      reference: true,
      email: true,
      event: { select: { slug: true, title: true, summary: true, contactName: true, contactEmail: true } },
    },
  });
  if (!row) return null;
  return {
    reference: row.reference,
    state: told.status,
    maskedEmail: maskAddress(row.email),
    eventSlug: row.event.slug,
    title: localised(row.event.title),
    summary: localisedOrNull(row.event.summary),
    price: quoteOfLines(readPrice(row.reference, price, env().AUTH_SECRET) ?? []),
    contactName: row.event.contactName,
    contactEmail: row.event.contactEmail,
  };
}
