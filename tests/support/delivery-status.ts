type Report = {
  /** Where the report is sent: the envelope sender of the mail it is about. */
  readonly to: string;
  readonly action: "failed" | "delayed" | "delivered";
  readonly status: string;
  /** The Message-ID of the mail that comes back. */
  readonly messageId?: string;
};

/** A delivery status notification as mail servers write it (RFC 3464), with the headers of what could not be delivered. */
export function deliveryStatus({ to, action, status, messageId = "<unknown@example.org>" }: Report): string {
  return [
    "Return-Path: <>",
    `To: ${to}`,
    "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>",
    "Subject: Undelivered Mail Returned to Sender",
    "Message-ID: <20261123.4711@mx.example.org>",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b0undary"',
    "",
    "--b0undary",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--b0undary",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.org",
    "Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0100",
    "",
    "Final-Recipient: rfc822; somebody@example.org",
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.org>:",
    "    Recipient address rejected: User unknown",
    "",
    "--b0undary",
    "Content-Type: message/rfc822",
    "",
    "From: Samling <no-reply@samling.example.org>",
    "To: somebody@example.org",
    `Message-ID: ${messageId}`,
    "Subject: =?UTF-8?Q?Du_=C3=A4r_anm=C3=A4ld?=",
    "",
    "Hej!",
    "",
    "--b0undary--",
    "",
  ].join("\r\n");
}
