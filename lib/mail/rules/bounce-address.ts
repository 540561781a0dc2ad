import { isUuid } from "@/lib/core/ids";

/**
 * The envelope sender of one mail: the configured address with the mail's id after a plus, so that a report about it names it
 * (variable envelope return path).
 */
export function bounceAddress(configured: string, mailId: string): string {
  const at = configured.lastIndexOf("@");
  return `${configured.slice(0, at)}+${mailId}${configured.slice(at)}`;
}

/** The id of the mail that a report sent to one of these addresses is about; null when none of them is such an address. */
export function mailOfBounceAddress(addresses: readonly string[], configured: string): string | null {
  const at = configured.lastIndexOf("@");
  const [start, end] = [`${configured.slice(0, at)}+`.toLowerCase(), configured.slice(at).toLowerCase()];
  for (const address of addresses.map((each) => each.toLowerCase())) {
    const id = address.slice(start.length, address.length - end.length);
    if (address.startsWith(start) && address.endsWith(end) && isUuid(id)) return id;
  }
  return null;
}

/** The id of the mail with this Message-ID of ours; null when it is somebody else's. */
export function mailOfMessageId(messageId: string, host: string): string | null {
  const [id = "", at = ""] = messageId.trim().replace(/^<|>$/g, "").toLowerCase().split("@");
  return at === host.toLowerCase() && isUuid(id) ? id : null;
}
