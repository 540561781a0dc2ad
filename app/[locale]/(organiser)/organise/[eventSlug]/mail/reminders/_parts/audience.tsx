import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type Addressee, AUDIENCE_PAGE, listAudience } from "@/lib/reminders/queries/audience";
import type { Occasion } from "@/lib/reminders/queries/occasion";
import { EmptyState } from "../../../../../_frame/empty-state";
import { ListPager } from "../../../../../_frame/list-pager";
import tableStyles from "../../../../../_frame/table.module.css";
import toolStyles from "../../../../../_frame/tools.module.css";

type Props = {
  readonly occasion: Occasion;
  readonly shown: "recipients" | "left-out";
  readonly page: number;
  readonly path: string;
  readonly slug: string;
  readonly locale: Locale;
};

/** Exactly who would get a reminder, and who would not and why. */
export async function Audience({ occasion, shown, page, path, slug, locale }: Props) {
  const t = translator(locale, "reminders");
  const audience = await listAudience(occasion, { shown, page });
  const out = Object.values(audience.counts.leftOut).reduce((sum, n) => sum + n, 0);
  const tabs = [
    { name: "recipients", label: t("recipients"), count: audience.counts.count, to: path },
    { name: "left-out", label: t("leftOut"), count: out, to: `${path}?shown=left-out` },
  ] as const;
  return (
    <>
      <nav aria-label={t("whoTabs")}>
        <ul className={toolStyles["tabs"]}>
          {tabs.map(({ name, label, count, to }) => (
            <li key={name}>
              <a href={`${to}#who`} aria-current={name === shown ? "page" : undefined}>
                {label} <span className={toolStyles["count"]}>{formatNumber(count, locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {audience.people.length === 0 ? (
        <EmptyState title={t(shown === "recipients" ? "nobody" : "nobodyLeftOut")}>{null}</EmptyState>
      ) : (
        <>
          <div className={tableStyles["scroll"]}>
            <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
              <caption>{t(shown === "recipients" ? "recipients" : "leftOut")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("person")}</th>
                  <th scope="col">{t("address")}</th>
                  {shown === "left-out" && <th scope="col">{t("why")}</th>}
                </tr>
              </thead>
              <tbody>
                {audience.people.map((person) => (
                  <tr key={person.subject}>
                    <th scope="row">
                      <Name person={person} slug={slug} locale={locale} />
                    </th>
                    <td data-label={t("address")}>{person.email}</td>
                    {person.leftOut && <td data-label={t("why")}>{t(`because.${person.leftOut}`)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ListPager
            {...{ page: audience.page, pages: audience.pages, locale }}
            total={shown === "recipients" ? audience.counts.count : out}
            size={AUDIENCE_PAGE}
            shown={audience.people.length}
            to={(number) => `${path}?${new URLSearchParams({ shown, page: String(number) })}#who`}
          />
        </>
      )}
    </>
  );
}

function Name({ person, slug, locale }: { person: Addressee; slug: string; locale: Locale }) {
  const { name, reference, invitationId } = person;
  const page = reference ? `registrations/${reference}` : invitationId ? `invitations/${invitationId}` : null;
  return page ? <a href={localePath(locale, `/organise/${slug}/${page}`)}>{name}</a> : name;
}
