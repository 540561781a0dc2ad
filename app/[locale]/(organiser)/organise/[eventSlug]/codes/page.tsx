import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listVouchers } from "@/lib/ticketing/queries/list-vouchers";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import { EmptyState } from "../../../_frame/empty-state";
import frameStyles from "../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { make } from "./actions";
import { CodeTable } from "./code-table";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "codes")("title"), robots: { index: false } };
}

/** The event's codes: how often each is used, until when it counts, and a new one. */
export default async function CodesPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/codes`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const { title, categories, vouchers } = await listVouchers(scope);
  const t = translator(locale, "codes");
  const { made, ended } = await searchParams;
  const done = vouchers.find(({ code }) => code === made || code === ended);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "codes" }}
    >
      {done && <p role="status">{t(done.code === made ? "made" : "ended", { code: done.code })}</p>}
      {vouchers.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <CodeTable vouchers={vouchers} slug={slug} locale={locale} />
      )}
      <section className={frameStyles["section"]} aria-labelledby="new-code">
        <h2 id="new-code">{t("new")}</h2>
        <p>{t("newHelp")}</p>
        <ToolForm
          action={make}
          hidden={{ event: slug, language: locale }}
          fields={[
            { name: "code", label: t("code"), type: "text" },
            {
              name: "category",
              label: t("category"),
              type: "choice",
              options: [
                { value: "", label: t("everyCategory") },
                ...categories.map(({ key, name, hidden }) => ({
                  value: key,
                  label: hidden ? t("hidden", { name: name[locale] }) : name[locale],
                })),
              ],
            },
            { name: "percent", label: t("percent"), type: "text" },
            { name: "amount", label: t("amount"), type: "text" },
            { name: "uses", label: t("uses"), type: "text" },
            { name: "validThrough", label: t("validThrough"), type: "date" },
            { name: "note", label: t("note"), type: "text" },
          ]}
          texts={{ submit: t("make"), working: t("working"), errorTitle: t("errorTitle") }}
        />
      </section>
    </OrganiserFrame>
  );
}
