import { createPublicKey } from "node:crypto";
import type { Resolver } from "node:dns/promises";
import { type Finding, isAligned, judgeDkim, judgeDmarc, judgeSpf } from "@/lib/mail/rules/mail-records";
import type { MailSigning } from "@/lib/platform/mail-signing";

type Names = Pick<Resolver, "resolveTxt" | "resolveMx">;
type Looked = {
  /** The domain in From. */
  readonly from: string;
  /** The domain of the envelope sender, and whether it is one of its own for reports. */
  readonly envelope: string;
  readonly takesReports: boolean;
  readonly signing: MailSigning | null;
};

/** Looks up what receivers look up about mail from here. What cannot be looked up is said to be unknown, not wrong. */
export async function checkDns(names: Names, { from, envelope, takesReports, signing }: Looked): Promise<Finding[]> {
  const findings = [await look("SPF", envelope, async () => judgeSpf(envelope, await txt(names, envelope)))];
  if (signing) {
    const name = `${signing.selector}._domainkey.${signing.domain}`;
    const key = createPublicKey(signing.privateKey).export({ type: "spki", format: "der" }).toString("base64");
    findings.push(await look("DKIM", name, async () => judgeDkim(name, await txt(names, name), key)));
  } else
    findings.push({
      level: "warning",
      text: "DKIM: mail is not signed here (DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY). That is right only if your mail server signs it.",
    });
  findings.push(await look("DMARC", from, () => dmarc(names, from)));
  if (!isAligned(envelope, from) && !(signing && isAligned(signing.domain, from)))
    findings.push({
      level: "error",
      text: `DMARC: neither the envelope sender (${envelope}) nor the signature${signing ? ` (${signing.domain})` : ""} belongs to ${from}, the domain in From. Receivers will take the mail for forged.`,
    });
  if (takesReports)
    findings.push(
      await look("Reports", envelope, async () => {
        const servers = await none(names.resolveMx(envelope));
        return servers.length > 0
          ? { level: "ok", text: `Reports: ${envelope} takes mail, so reports of undelivered mail can arrive.` }
          : {
              level: "error",
              text: `Reports: ${envelope} has no MX record, so no report of undelivered mail arrives.`,
            };
      }),
    );
  return findings;
}

/** The policy of the domain itself, else of the ones it stands below. */
async function dmarc(names: Names, from: string): Promise<Finding> {
  const labels = from.split(".");
  for (let first = 0; first < labels.length - 1; first++) {
    const domain = labels.slice(first).join(".");
    const records = await txt(names, `_dmarc.${domain}`);
    if (records.length > 0) return judgeDmarc(domain, records);
  }
  return judgeDmarc(from, []);
}

/** A long record comes in several strings that belong together. */
async function txt(names: Names, name: string): Promise<string[]> {
  return (await none(names.resolveTxt(name))).map((parts) => parts.join(""));
}

/** Nothing there is an answer as well. */
async function none<T>(answer: Promise<T[]>): Promise<T[]> {
  return answer.catch((error: unknown) => {
    const code = (error as { code?: unknown }).code;
    if (code === "ENODATA" || code === "ENOTFOUND") return [];
    throw error;
  });
}

async function look(what: string, name: string, judge: () => Promise<Finding>): Promise<Finding> {
  return judge().catch((error: unknown) => ({
    level: "unknown" as const,
    text: `${what}: ${name} could not be looked up (${String((error as { code?: unknown }).code ?? error)}).`,
  }));
}
