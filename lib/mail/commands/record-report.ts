import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { parseEmailAddress } from "@/lib/core/email-address";
import type { Transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/platform/transaction";
import { readDeliveryReport } from "../delivery-report";
import { mailOfBounceAddress, mailOfMessageId } from "../rules/bounce-address";
import { isAboutAddress } from "../rules/enhanced-status";
import { suppressAddress } from "./suppress-address";

/** What came of a report. `ignored`: it is none, or about no mail that we know to have sent. */
export type Reported = "failed" | "delayed" | "ignored";

/** Where our mails can be recognised by: the envelope sender of MAIL_ENVELOPE, and the host of our Message-IDs. */
export type OwnMail = { readonly envelope: string | null; readonly host: string };

/**
 * Takes in a raw mail that reports on one of ours (RFC 3464). A final failure marks that mail as failed and, when it is about the
 * address, sends the address no more of that organisation's mail. A delay is noted on the mail. Whoever makes a report up
 * has to know the id of a mail, which its recipient alone does: it can do no more than stop mail to that very address. The same report
 * may come several times.
 */
export async function recordReport(raw: Buffer, own: OwnMail, now: Temporal.Instant): Promise<Reported> {
  const report = await readDeliveryReport(raw);
  const id =
    report &&
    ((own.envelope && mailOfBounceAddress(report.sentTo, own.envelope)) ??
      report.messageIds.map((each) => mailOfMessageId(each, own.host)).find((found) => found !== null));
  const failed = report?.recipients.find(({ action, status }) => action === "failed" && status.startsWith("5."));
  const delayed = report?.recipients.find(({ action }) => action === "delayed");
  const said = failed ?? delayed;
  const reported = id && said ? await inTransaction((tx) => write(tx, { id, ...said }, now)) : "ignored";
  log.info({ reported, ...(id && { mail: id }), ...(said && { status: said.status }) }, "delivery report");
  return reported;
}

type Said = { readonly id: string; readonly action: string; readonly status: string };

async function write(tx: Transaction, { id, action, status }: Said, now: Temporal.Instant): Promise<Reported> {
  await tx.$executeRaw`SELECT 1 FROM outbox_mail WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const mail = await tx.outboxMail.findUnique({
    where: { id },
    select: { state: true, toEmail: true, organisationId: true, event: { select: { organisationId: true } } },
  });
  // What has not been handed over cannot come back; what has failed already is not told anew.
  if (mail?.state !== "SENT") return "ignored";
  if (action === "delayed") {
    await tx.outboxMail.update({ where: { id }, data: { lastError: `DSN delayed ${status}` }, select: { id: true } });
    return "delayed";
  }
  const failedAt = toTimestamp(now);
  await tx.outboxMail.update({
    where: { id },
    data: { state: "FAILED", sentAt: null, failedAt, lastError: `DSN ${status}` },
    select: { id: true },
  });
  const organisationId = mail.organisationId ?? mail.event?.organisationId;
  const address = parseEmailAddress(mail.toEmail)?.normalised;
  if (organisationId && address && !address.endsWith(".invalid") && isAboutAddress(status))
    await suppressAddress(tx, { organisationId, address, reason: status, source: "DSN" }, now);
  return "failed";
}
