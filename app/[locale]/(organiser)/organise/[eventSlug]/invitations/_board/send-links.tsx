import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { type InvitationFilter, invitationQuery } from "@/lib/registrations/invitation-schema";
import { countSendable } from "@/lib/registrations/queries/sendable";
import board from "./board.module.css";

type Props = {
  readonly scope: EventScope;
  readonly filter: InvitationFilter;
  readonly now: Temporal.Instant;
  readonly locale: Locale;
  readonly path: string;
};

/** The ways on: import a list, send to those shown who have had nothing, send again to those shown who have not answered. */
export async function SendLinks({ scope, filter, now, locale, path }: Props) {
  const t = translator(locale, "invitations");
  const first = await countSendable(scope, { kind: "shown", filter, again: false }, now);
  const second = await countSendable(scope, { kind: "shown", filter, again: true }, now);
  const unsent = first.ok ? first.value : 0;
  const again = second.ok ? second.value : 0;
  return (
    <ul className={board["do"]}>
      {unsent > 0 && (
        <li>
          <a href={`${path}/send${invitationQuery(filter)}`}>{t("sendFirst", { count: unsent })}</a>
        </li>
      )}
      {again > 0 && (
        <li>
          <a href={`${path}/send${invitationQuery(filter, { again: "yes" })}`}>{t("sendAgain", { count: again })}</a>
        </li>
      )}
      <li>
        <a href={`${path}/import`}>{t("import")}</a>
      </li>
    </ul>
  );
}
