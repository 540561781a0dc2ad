import { simpleParser } from "mailparser";
import { isEnhancedStatus } from "./rules/enhanced-status";

/** A delivery status notification (RFC 3464), as far as it says what became of a mail of ours. */
export type DeliveryReport = {
  /** Where the report went to: our mail's envelope sender. */
  readonly sentTo: readonly string[];
  /** Its own Message-ID, and that of the mail or the headers that it returns. */
  readonly messageIds: readonly string[];
  /** What it says of each recipient. */
  readonly recipients: readonly { readonly action: string; readonly status: string }[];
};

/** How much of a report is looked through for what it returns, in bytes. */
const HEAD = 256 * 1024;

/** Reads a raw mail as a report on another one; null when it is none. Never throws for what somebody sends. */
export async function readDeliveryReport(raw: Buffer): Promise<DeliveryReport | null> {
  const options = { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };
  const mail = await simpleParser(raw, options).catch(() => null);
  const status = mail?.attachments.find(({ contentType }) => contentType === "message/delivery-status");
  if (!status) return null;
  const text = raw
    .subarray(0, HEAD)
    .toString("latin1")
    .replaceAll(/\r?\n[ \t]+/g, " ");
  const [head = ""] = text.split(/\r?\n\r?\n/, 1);
  const to = [...head.matchAll(/^(?:to|delivered-to|x-original-to|envelope-to):(.{1,2000})$/gim)].map(
    ([, value]) => value,
  );
  return {
    sentTo: to.flatMap((value) => value?.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []).slice(0, 20),
    messageIds: [...text.matchAll(/^message-id:\s*(<[^<>\s]{1,250}>)/gim)].map(([, id = ""]) => id).slice(0, 20),
    recipients: recipientsIn(status.content.toString("latin1")),
  };
}

/** Blocks of fields, the first about the whole report, each other one about a recipient (RFC 3464, 2.1). */
function recipientsIn(text: string): DeliveryReport["recipients"] {
  const unfolded = text.replaceAll(/\r?\n/g, "\n").replaceAll(/\n[ \t]+/g, " ");
  return unfolded.split(/\n{2,}/).flatMap((block) => {
    const action = /^action:\s*([a-z]+)/im.exec(block)?.[1]?.toLowerCase();
    const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})\b/im.exec(block)?.[1];
    return action && status && isEnhancedStatus(status) ? [{ action, status }] : [];
  });
}
