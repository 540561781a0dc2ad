import type { Metadata } from "next";
import { currentInstant } from "@/lib/core/clock";
import { isSlug } from "@/lib/core/slug";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { formTexts } from "../_form/form-texts";
import { ServerCheckedForm } from "../_form/server-checked-form";
import { resend } from "./actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Asks for an address and sends the link there again; says the same to everybody. */
export default async function ResendPage({ params, searchParams }: PageProps<"/[locale]/resend">) {
  const locale = localeOf((await params).locale);
  const query = await searchParams;
  const slug = [query["event"]].flat()[0] ?? "";
  const event = isSlug(slug) ? await findPublishedEvent(slug, currentInstant()) : null;
  const t = translator(locale, "selfService");
  const title = event ? t("resendTitleEvent", { event: event.title[locale] }) : t("resendTitle");
  if (query["sent"] === "1")
    return (
      <main id="main" className="page page-letter">
        <title>{t("resentTitle")}</title>
        <h1>{t("resentTitle")}</h1>
        <p className="page-lead" role="status">
          {t("resent")}
        </p>
        <p>{t("resentNothing")}</p>
        <ul className="ways-on">
          <li>
            <a href={localePath(locale, event ? `/events/${event.slug}` : "/")}>
              {event ? translator(locale, "my")("toEvent") : translator(locale, "states")("toStart")}
            </a>
          </li>
        </ul>
      </main>
    );
  return (
    <main id="main" className="page page-form">
      <h1>{title}</h1>
      <p className="page-lead">{t("resendLead")}</p>
      <ServerCheckedForm
        action={resend}
        initial={{
          attempt: 0,
          values: {},
          messages: {},
          problem: null,
          hidden: { event: event?.slug ?? "", language: locale },
        }}
        sections={[
          {
            id: "address",
            fields: [
              {
                kind: "line",
                id: "email",
                name: "email",
                label: t("newEmail"),
                help: t("resendHelp"),
                type: "email",
                autoComplete: "email",
                required: true,
              },
            ],
          },
        ]}
        texts={formTexts(locale, {
          title,
          submit: t("resendSubmit"),
          submitting: t("resending"),
          problemHeading: t("resendProblem"),
        })}
      />
    </main>
  );
}
