import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { forgetAddress } from "@/lib/mail/commands/suppress-address";
import type { Transaction } from "@/lib/platform/db";
import { erasedAddress } from "../rules/erasure";
import { forgetMails } from "./forget-mails";

type Row = {
  readonly invitationId: string;
  readonly organisationId: string;
  readonly emailNormalised: string;
  readonly answeredAt: Date | null;
};

/** Empties whoever was invited: name, address, organisation, what they wrote, links and the addresses of their mails. Nobody has declined. */
export async function forgetInvited(
  tx: Transaction,
  { invitationId, organisationId, emailNormalised, answeredAt }: Row,
  now: Temporal.Instant,
): Promise<void> {
  const email = erasedAddress(invitationId);
  const nobody = { name: "–", email, emailNormalised: email, organisationName: null, declineReason: null };
  await tx.invitation.update({
    where: { id: invitationId },
    data: { ...nobody, state: "DECLINED", answeredAt: answeredAt ?? toTimestamp(now) },
    select: { id: true },
  });
  await tx.personalLink.deleteMany({ where: { invitationId } });
  await forgetMails(tx, { invitationId }, email);
  await forgetAddress(tx, { organisationId, address: emailNormalised });
}
