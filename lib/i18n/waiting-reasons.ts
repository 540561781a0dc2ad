import type { Temporal } from "temporal-polyfill";
import type { Locale, Localised } from "@/lib/core/localised";
import { formatDate, inLocale } from "./format";
import { translator } from "./translator";

/** Why somebody waits: what of theirs is full, and how free places are offered at the event. */
export type WhyWaiting = {
  readonly full: readonly {
    readonly level: "event" | "category" | "day" | "session" | "voucher";
    readonly name: Localised;
  }[];
  readonly offers:
    | { readonly kind: "in-turn" | "next" | "by-hand" | "paused" | "none" }
    | { readonly kind: "too-late"; readonly deadline: "registration" | "catering"; readonly day: Temporal.PlainDate };
};

/** What is full, a sentence each. Several days or sessions may be. */
export function fullInWords({ full }: Pick<WhyWaiting, "full">, locale: Locale): string[] {
  const t = translator(locale, "registrationErrors");
  return full.map(({ level, name }) =>
    level === "voucher"
      ? translator(locale, "waiting")("fullCode")
      : t("full", { level, name: inLocale(name, locale) }),
  );
}

/** How and when a place may be offered, or why nobody is offered any, for the person who waits. */
export function offersInWords({ offers }: Pick<WhyWaiting, "offers">, locale: Locale): string {
  const t = translator(locale, "waiting");
  switch (offers.kind) {
    case "in-turn":
      return t("placeNext");
    case "next":
      return t("mineNext");
    case "by-hand":
      return t("mineByHand");
    case "paused":
      return t("minePaused");
    case "none":
      return t("mineNone");
    case "too-late": {
      const date = formatDate(offers.day, locale, "with-year");
      return t(offers.deadline === "catering" ? "mineTooLateCatering" : "mineTooLate", { date });
    }
  }
}

/** A day as it stands in such a sentence. */
export function dayInWords(date: Temporal.PlainDate): Localised {
  return { sv: `den ${formatDate(date, "sv")}`, en: formatDate(date, "en") };
}
