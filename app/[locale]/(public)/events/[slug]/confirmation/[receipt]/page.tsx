import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getInvitation, guestsLeft } from "@/lib/registrations/queries/my-invitation";
import { findReceipt } from "@/lib/registrations/queries/receipt";
import { findMyInvitation } from "../../../../_access/my-invitation";
import { PriceTable } from "../../../../_form/price-table";
import { textsOf } from "../../../../_form/price-texts";

type Props = PageProps<"/[locale]/events/[slug]/confirmation/[receipt]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const title = translator(localeOf(locale), "register")("confirmationTitle");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

/** What stands after registering: reload-safe, and the same for an address that was registered already. */
export default async function ConfirmationPage({ params, searchParams }: Props) {
  const { slug, receipt: signed, locale: code } = await params;
  const locale = localeOf(code);
  const { price } = await searchParams;
  const receipt = await findReceipt(slug, signed, typeof price === "string" ? price : "");
  if (!receipt) notFound();
  const invited = await findMyInvitation(slug, currentInstant());
  const guests = invited ? guestsLeft(await getInvitation(invited)) : 0;
  const t = translator(locale, "register");
  const email = receipt.maskedEmail;
  return (
    <main id="main" className="page page-letter">
      <h1>{t("confirmationTitle")}</h1>
      <p className="page-lead">{t("confirmationIntro", { event: receipt.title[locale] })}</p>
      <dl className="facts">
        <div>
          <dt>{t("reference")}</dt>
          <dd className="reference">{receipt.reference}</dd>
        </div>
      </dl>
      {receipt.price && <PriceTable quote={receipt.price} locale={locale} texts={textsOf(receipt.price, locale)} />}
      <p>{t("mailSent", { email })}</p>
      <h2>{t("nextHeading")}</h2>
      <ol>
        <li>{t("nextMail")}</li>
        <li>{t("nextCalendar")}</li>
        <li>{t("nextReminder")}</li>
      </ol>
      <ul className="ways-on">
        {guests > 0 && (
          <li>
            <a href={localePath(locale, `/events/${slug}/invitation`)}>{translator(locale, "guests")("link")}</a>
          </li>
        )}
        <li>
          <a href={localePath(locale, `/events/${slug}/event.ics`)}>{t("putInCalendar")}</a>
        </li>
        <li>
          <a href={localePath(locale, `/events/${slug}`)}>{t("toEvent")}</a>
        </li>
      </ul>
      <p>
        {t("notArrived", { email, name: receipt.contactName })}{" "}
        <a href={`mailto:${receipt.contactEmail}`}>{receipt.contactEmail}</a>
      </p>
    </main>
  );
}
