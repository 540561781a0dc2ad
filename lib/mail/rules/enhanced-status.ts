/**
 * Whether a permanent status (RFC 3463) says that the address itself takes no mail, whatever is sent: no such mailbox or domain
 * (5.1.0 to 5.1.4, 5.1.6), a domain that takes none (5.1.10, RFC 7505), a mailbox that is shut (5.2.0, 5.2.1) or a host that is not
 * found (5.4.4). 5.1.5 says the address is good; 5.1.7 to 5.1.9 are about the sender; 5.2.2 and on about a full box or a large mail;
 * 5.6 and 5.7 about what was sent and what is allowed.
 */
export function isAboutAddress(status: string): boolean {
  return /^5\.(1\.([0-4]|6|10)|2\.[01]|4\.4)$/.test(status);
}

/** Whether a text is an enhanced status code at all: class, subject and detail (RFC 3463, 2). */
export function isEnhancedStatus(text: string): boolean {
  return /^[245]\.\d{1,3}\.\d{1,3}$/.test(text);
}
