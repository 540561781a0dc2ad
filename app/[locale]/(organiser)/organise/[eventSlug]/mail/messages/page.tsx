import type { Metadata } from "next";
import { canSeeCorrespondence } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listSampleGroups } from "@/lib/mailings/queries/proof";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { requireEvent } from "../../../../_access/require";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { MailPages } from "../mail-pages";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "mailSamples")("title"), robots: { index: false } };
}

/** Every message that the product sends about an event, in the order in which somebody may meet it. */
export default async function MessagesPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const path = `/organise/${slug}/mail/messages`;
  const permission = canSeeCorrespondence;
  const { user, scope } = await requireEvent(locale, { slug, permission, path }, currentInstant());
  const { title } = await getEventFacets(scope);
  const t = translator(locale, "mailSamples");
  const names = translator(locale, "eventMail");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "mail" }}
    >
      <MailPages slug={slug} role={scope.role} current="messages" locale={locale} />
      <p>{t("lead")}</p>
      {listSampleGroups().map(({ group, messages }) => (
        <section key={group} className={frameStyles["section"]} aria-labelledby={group}>
          <h2 id={group}>{t(`group.${group}`)}</h2>
          <ul className={frameStyles["links"]}>
            {messages.map((message) => (
              <li key={message}>
                <a href={localePath(locale, `${path}/${message}`)}>{names(`of.${message}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </OrganiserFrame>
  );
}
