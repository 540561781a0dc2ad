import { locale } from "next/root-params";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import styles from "./_sheet/sheet.module.css";

/** No link was opened in this browser, or one that is not valid. */
export default async function SpeakerLinkInvalid() {
  const language = localeOf((await locale()) ?? "sv");
  const t = translator(language, "speak");
  return (
    <main id="main" className={styles["sheet"]}>
      <title>{t("invalidTitle")}</title>
      <h1>{t("invalidTitle")}</h1>
      <p>{t("invalidBody")}</p>
      <p>
        <a href={localePath(language, "/")}>{t("allEvents")}</a>
      </p>
    </main>
  );
}
