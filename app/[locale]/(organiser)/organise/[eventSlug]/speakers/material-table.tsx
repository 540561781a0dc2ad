import type { Locale } from "@/lib/core/localised";
import { formatDate, formatMoment } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { EventMaterial } from "@/lib/programme/queries/event-materials";
import tableStyles from "../../../_frame/table.module.css";

type Props = {
  readonly materials: readonly EventMaterial[];
  readonly slug: string;
  readonly timeZone: string;
  readonly canChoose: boolean;
  readonly locale: Locale;
};

/** What has been handed in, each with who may have it; a box to choose it by for who may decide. */
export function MaterialTable({ materials, slug, timeZone, canChoose, locale }: Props) {
  const t = translator(locale, "speakers");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={tableStyles["table"]}>
        <caption>{t("materials.title")}</caption>
        <thead>
          <tr>
            {canChoose && <th scope="col">{t("chosen")}</th>}
            <th scope="col">{t("materials.name")}</th>
            <th scope="col">{t("materials.belongsTo")}</th>
            <th scope="col">{t("materials.file")}</th>
            <th scope="col">{t("materials.uploaded")}</th>
            <th scope="col">{t("materials.public")}</th>
          </tr>
        </thead>
        <tbody>
          {materials.map(({ id, title, session, speaker, link, file, uploadedAt, ...material }) => (
            <tr key={id}>
              {canChoose && (
                <td>
                  <input
                    type="checkbox"
                    name="material"
                    value={id}
                    aria-label={t("choose", { name: [title[locale], speaker].filter(Boolean).join(", ") })}
                  />
                </td>
              )}
              <th scope="row">{title[locale]}</th>
              <td>{[speaker, session?.[locale]].filter(Boolean).join(" · ") || t("materials.wholeEvent")}</td>
              <td>
                {file && <a href={localePath(locale, `/organise/${slug}/materials/${id}`)}>{file.name}</a>}
                {link && <a href={link}>{link}</a>}
              </td>
              <td>{formatMoment(uploadedAt, timeZone, locale)}</td>
              <td>{standing(material, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function standing(
  { isPublished, consent, publicFrom }: Pick<EventMaterial, "isPublished" | "consent" | "publicFrom">,
  locale: Locale,
): string {
  const t = translator(locale, "speakers");
  if (isPublished) return t("materials.from", { date: formatDate(publicFrom, locale, "with-year") });
  return t(consent ? "materials.hidden" : "materials.noConsent");
}
