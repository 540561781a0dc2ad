import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { municipalityName } from "@/lib/core/municipalities";
import { formatDate, formatMoment, formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { readFileAnswer } from "@/lib/registrations/file-answer";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";

/** Everything stored about the attendee that the letter has not said already. */
export function Stored({ mine, locale, home }: { mine: MyRegistration; locale: Locale; home: string }) {
  const t = translator(locale, "my");
  const { form } = mine;
  // A question that was never this person's to answer is not among what is missing.
  const isForMe = ({ key, isClosed }: { key: string; isClosed: boolean }) =>
    !isClosed || mine.answers[key] !== undefined;
  const rows: [term: string, text: React.ReactNode][] = [
    [t("name"), mine.name],
    [t("email"), mine.email],
    [t("organisation"), mine.organisationName],
    [t("jobTitle"), mine.jobTitle],
    ...form.questions
      .filter(isForMe)
      .map((question): [string, React.ReactNode] => [
        question.label[locale],
        shownAnswer(mine.answers[question.key], question, { home, locale }),
      ]),
    [t("diet"), mine.diet],
    [t("access"), mine.access],
    [t("registeredAt"), formatMoment(mine.createdAt, form.timeZone, locale)],
  ];
  const date = formatDate(Temporal.PlainDate.from(form.needsDeletedOn), locale, "with-year");
  return (
    <section aria-labelledby="stored">
      <h2 id="stored">{t("stored")}</h2>
      <dl className="facts facts-quiet">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text ?? <span className="quiet">{t("notGiven")}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t("needsDeleted", { date })}</p>
    </section>
  );
}

type Answered = MyRegistration["answers"][string] | undefined;

/** An answer as it is read, a file as a link to it below `home`; null where there is none. */
export function shownAnswer(
  answer: Answered,
  question: MyRegistration["form"]["questions"][number],
  { home, locale }: { readonly home: string; readonly locale: Locale },
): React.ReactNode {
  const file = question.kind === "FILE" ? readFileAnswer(answer) : null;
  if (file) return <a href={`${home}/files/${file.id}`}>{file.name}</a>;
  return answerInWords(answer, question, locale);
}

function answerInWords(
  answer: Answered,
  { kind, options, retiredOptions }: MyRegistration["form"]["questions"][number],
  locale: Locale,
): string | null {
  if (answer === undefined) return null;
  if (typeof answer === "boolean") return translator(locale, "register")(answer ? "yes" : "no");
  if (kind === "DATE") return formatDate(Temporal.PlainDate.from(String(answer)), locale, "with-year");
  if (typeof answer === "number") return formatNumber(answer, locale);
  if (kind === "MUNICIPALITY") return municipalityName(String(answer)) ?? String(answer);
  const values = typeof answer === "string" ? [answer] : answer;
  const known = [...options, ...retiredOptions];
  return values.map((value) => known.find((one) => one.value === value)?.label[locale] ?? value).join(", ");
}
