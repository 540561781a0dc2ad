import type { Locale } from "@/lib/core/localised";
import { formatFileSize } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { PublicMaterial } from "@/lib/programme/queries/public-materials";

type Props = { readonly materials: readonly PublicMaterial[]; readonly slug: string; readonly locale: Locale };

/** What the event hands out, each as one link: whose it is and how much it is to download. Nothing while there is nothing. */
export function Materials({ materials, slug, locale }: Props) {
  const t = translator(locale, "event");
  if (materials.length === 0) return null;
  return (
    <section className="event-part" aria-labelledby="materials">
      <h2 id="materials">{t("materials")}</h2>
      <ul className="materials">
        {materials.map(({ id, title, speaker, link, file }) => (
          <li key={id}>
            <a href={link ?? localePath(locale, `/events/${slug}/materials/${id}`)}>{title[locale]}</a>
            {speaker && `, ${speaker}`}
            <span className="fact-detail">
              {file ? `${file.name}, ${formatFileSize(file.size, locale)}` : t("materialElsewhere")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
