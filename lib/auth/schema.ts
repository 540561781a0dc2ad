import { z } from "zod";
import { parseEmailAddress } from "@/lib/core/email-address";
import { LOCALES } from "@/lib/core/localised";
import type { SignInProof } from "./commands/consume-sign-in";
import { onSitePath } from "./on-site-path";

/** An address as users have it: normalised. */
const address = z
  .string()
  .max(1_000)
  .transform((raw, context) => {
    const parsed = parseEmailAddress(raw);
    if (parsed) return parsed.normalised;
    context.addIssue({ code: "custom", message: "email_invalid" });
    return z.NEVER;
  });

/** The six digits as people type them: "123 456" is the same. */
const code = z
  .string()
  .max(50)
  .transform((raw) => raw.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));

/** What the confirm page's button or the code's form posts: an address, with the link's token or the code. */
const proofSchema = z.union([
  z.object({ email: address, token: z.string().regex(/^[\w-]{20,100}$/) }),
  z.object({ email: address, code }),
]);

/** Where a form of these pages leads, whatever else it holds: in which language, and to which page of this site. */
export function parseWay(form: Readonly<Record<string, unknown>>) {
  return {
    locale: z.enum(LOCALES).catch("sv").parse(form["locale"]),
    next: onSitePath(z.string().nullable().catch(null).parse(form["next"])),
  };
}

/** Reads a posted request for a mail. `email` is null when it is no address; `typed` is what to show again. */
export function parseRequest(form: Readonly<Record<string, unknown>>) {
  const typed = z.string().catch("").parse(form["email"]).slice(0, 254);
  return { email: address.nullable().catch(null).parse(form["email"]), typed, ...parseWay(form) };
}

/** Reads a posted sign-in. `proof` is null when it cannot be one; where to go next is always on this site. */
export function parseSignIn(form: Readonly<Record<string, unknown>>) {
  const proof = proofSchema.safeParse(form);
  return {
    proof: proof.success ? (proof.data satisfies SignInProof) : null,
    byCode: !("token" in form),
    ...parseWay(form),
  };
}
