import type { Metadata } from "next";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { doneWords } from "./done-words";

type Props = PageProps<"/[locale]/my">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const done = doneWords((await searchParams)["done"], locale);
  return { title: done?.title ?? translator(locale, "my")("linkTitle"), robots: { index: false } };
}

/**
 * Where a personal link that is unknown or too old ends: how to get a new one. Also where one ends who has just given the
 * registration away, and whose link is dead for that reason.
 */
export default async function LinkPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "my");
  const done = doneWords((await searchParams)["done"], locale);
  return (
    <main id="main" className="page page-letter">
      <h1>{done?.title ?? t("linkTitle")}</h1>
      <p className="page-lead" role={done ? "status" : undefined}>
        {done?.body ?? t("linkBody")}
      </p>
      <ul className="ways-on">
        {!done && (
          <li>
            <a href={localePath(locale, "/resend")}>{translator(locale, "selfService")("resendWay")}</a>
          </li>
        )}
        <li>
          <a href={localePath(locale, "/")}>{translator(locale, "states")("toStart")}</a>
        </li>
      </ul>
    </main>
  );
}
