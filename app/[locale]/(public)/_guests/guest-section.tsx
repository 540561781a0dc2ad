import { newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { guestsLeft, type MyInvitation } from "@/lib/registrations/queries/my-invitation";
import { bring } from "./actions";
import { GuestForm } from "./guest-form";

/** So many at a time; whoever may bring more sends the form again. */
const ROWS = 5;

type Props = {
  readonly invitation: MyInvitation;
  readonly isOpen: boolean;
  /** Whose invitation it is: the event's slug, or one's own registration's reference. */
  readonly whose: { readonly event: string } | { readonly reference: string };
  readonly locale: Locale;
};

/** Who comes along with an invited person, and how many more may: nothing where nobody may. */
export function GuestSection({ invitation, isOpen, whose, locale }: Props) {
  const { extraGuests, guests, hasPlace } = invitation;
  if (extraGuests === 0 && guests.length === 0) return null;
  const t = translator(locale, "guests");
  const states = translator(locale, "organiser");
  const left = guestsLeft(invitation);
  return (
    <section aria-labelledby="guests">
      <h2 id="guests">{t("heading")}</h2>
      {guests.length > 0 && (
        <ul aria-label={t("coming")}>
          {guests.map((guest, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two guests may have the same name
            <li key={index}>{t("guest", { name: guest.name, state: states(`state.${guest.state}`) })}</li>
          ))}
        </ul>
      )}
      {!hasPlace && isOpen && <p>{t("mayBring", { guests: extraGuests })}</p>}
      {hasPlace && isOpen && <p>{t("left", { left })}</p>}
      {hasPlace && isOpen && left > 0 && (
        <>
          <p>{t("how")}</p>
          <GuestForm
            action={bring}
            hidden={{ ...whose, language: locale, key: newToken() }}
            rows={Array.from({ length: Math.min(ROWS, left) }, (_, index) => ({
              name: t("name", { number: index + 1 }),
              email: t("email", { number: index + 1 }),
            }))}
            texts={{ problemHeading: t("problem"), submit: t("submit"), submitting: t("submitting") }}
          />
        </>
      )}
    </section>
  );
}
