import { z } from "zod";
import { isUuid } from "@/lib/core/ids";

/** The states of mails as they are listed. `undelivered`: somebody should look at it. */
export const MAIL_TABS = ["all", "waiting", "sent", "undelivered", "declined", "obsolete"] as const;
export type MailTab = (typeof MAIL_TABS)[number];

/** Which mails are shown. An empty text is no condition. */
export type MailFilter = { readonly state: MailTab; readonly q: string };

const filterSchema = z.object({
  state: z.enum(MAIL_TABS).catch("all"),
  q: z
    .string()
    .max(200)
    .refine((text) => text.isWellFormed() && !text.includes("\0"))
    .catch(""),
});

/** What an address asks for: the filter, the page from 1, and one mail to look at. What cannot be asked for is not asked. */
export function parseMailQuery(raw: Readonly<Record<string, unknown>>) {
  const page = typeof raw["page"] === "string" && /^[1-9]\d{0,4}$/.test(raw["page"]) ? Number(raw["page"]) : 1;
  const mail = typeof raw["mail"] === "string" && isUuid(raw["mail"]) ? raw["mail"] : null;
  return { filter: filterSchema.parse(raw), page, mail };
}

/** The filter as an address says it, without what is no condition. */
export function mailQuery(filter: MailFilter, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...filter, ...more }).filter(
    ([name, value]) => value !== "" && value !== (name === "state" && "all"),
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
