import { parseEmailAddress } from "@/lib/core/email-address";
import { plainName } from "@/lib/core/plain-name";

export type Mailbox = { readonly name: string; readonly address: string };

/** The sender that MAIL_FROM names: "Name <address>" or a bare address. Throws when there is no such address. */
export function parseSender(mailFrom: string): Mailbox {
  const named = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom);
  const parsed = parseEmailAddress(named?.[2] ?? mailFrom);
  if (!parsed) throw new Error("MAIL_FROM holds no valid address");
  return { name: plainName(named?.[1] ?? ""), address: parsed.address };
}
