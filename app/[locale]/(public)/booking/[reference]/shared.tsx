import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyBooking } from "@/lib/registrations/queries/my-booking";
import { shownAnswer } from "../../my/[reference]/stored";

type Props = { readonly booking: MyBooking; readonly locale: Locale; readonly home: string };

/** What is said once for the whole booking, and the way to change it. */
export function Shared({ booking, locale, home }: Props) {
  const t = translator(locale, "booking");
  const { registrantName, registrantEmail, registrantPhone, shared } = booking;
  const asked = shared.questions.filter(({ key, isClosed }) => !isClosed || shared.answers[key] !== undefined);
  const rows: [term: string, text: React.ReactNode][] = [
    [t("contact"), [registrantName, registrantEmail, registrantPhone].filter(Boolean).join(", ")],
    ...asked.map((question): [string, React.ReactNode] => [
      question.label[locale],
      shownAnswer(shared.answers[question.key], question, { home, locale }),
    ]),
    ...(shared.isPaymentDue ? [[t("payer"), shared.billing?.payerName ?? null] satisfies [string, string | null]] : []),
  ];
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{t("detailsHeading")}</h2>
      <dl className="facts facts-quiet">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text ?? <span className="quiet">{translator(locale, "my")("notGiven")}</span>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`${home}/details`}>{t("changeDetails")}</a>
      </p>
    </section>
  );
}
