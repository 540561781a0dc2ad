import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

/** What has just been done with a registration that cannot be opened any more, by the word in the address; null for others. */
export function doneWords(
  done: string | readonly string[] | undefined,
  locale: Locale,
): { title: string; body: string } | null {
  const t = translator(locale, "selfService");
  switch (done) {
    case "handed-over":
      return { title: t("handedOverTitle"), body: t("handedOver") };
    case "erased":
      return { title: t("erasedTitle"), body: t("erased") };
    case "booker-erased":
      return { title: translator(locale, "booking")("erasedTitle"), body: translator(locale, "booking")("erased") };
    case "invitation-erased":
      return {
        title: translator(locale, "invitation")("erasedTitle"),
        body: translator(locale, "invitation")("erased"),
      };
    default:
      return null;
  }
}
