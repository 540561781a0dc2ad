import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { InvitationStatus } from "@/lib/registrations/queries/invitation-row";
import { ShapeMark } from "../../../../_frame/state-mark";

const SHAPES = {
  UNSENT: "ring",
  SENT: "diamond",
  OPENED: "half",
  ACCEPTED: "full",
  DECLINED: "cross",
  WITHDRAWN: "triangle",
} as const satisfies Record<InvitationStatus, string>;

/** Where an invitation stands, by word, shape and colour. */
export function InvitationMark({ status, locale }: { readonly status: InvitationStatus; readonly locale: Locale }) {
  return <ShapeMark shape={SHAPES[status]} word={translator(locale, "invitations")(`status.${status}`)} />;
}
