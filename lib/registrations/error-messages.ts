import type { Locale } from "@/lib/core/localised";
import { formatMoney } from "@/lib/i18n/format";
import { en, sv } from "@/lib/i18n/messages/registration-errors";
import { translator } from "@/lib/i18n/translator";
import type {
  AnswerChangeFailure,
  BookFailure,
  CancelFailure,
  ChangeFailure,
  DeclineFailure,
  EraseFailure,
  ExtendFailure,
  FieldError,
  FieldErrors,
  HandOfferFailure,
  NameFailure,
  OfferFailure,
  RegisterFailure,
  RegistrationErrorCode,
  ResendFailure,
  SessionWaitFailure,
  SubstituteFailure,
} from "./errors";

// Every code has its words in both languages, or this does not compile.
sv satisfies Record<RegistrationErrorCode, string>;
en satisfies Record<RegistrationErrorCode, string>;

type AnyFailure =
  | RegisterFailure
  | BookFailure
  | NameFailure
  | ChangeFailure
  | CancelFailure
  | SubstituteFailure
  | ExtendFailure
  | ResendFailure
  | EraseFailure
  | AnswerChangeFailure
  | DeclineFailure
  | OfferFailure
  | SessionWaitFailure
  | HandOfferFailure;

/** One failure in words. */
export function failureMessage(failure: AnyFailure, locale: Locale): string {
  const t = translator(locale, "registrationErrors");
  if (failure.code === "sessions_overlap") return fieldMessage({ code: failure.code, ...failure.detail }, locale);
  if (failure.code === "full") return t("full", { level: failure.detail.level, name: failure.detail.name[locale] });
  if (failure.code === "price_changed") {
    const { beforeOre, afterOre, currency } = failure.detail;
    const money = (minor: number) => formatMoney({ minor, currency }, locale);
    return t("price_changed", { before: money(beforeOre), after: money(afterOre) });
  }
  return t(failure.code);
}

/** One field's error in words. */
export function fieldMessage(error: FieldError, locale: Locale): string {
  const t = translator(locale, "registrationErrors");
  return t(error.code, { first: error.first?.[locale] ?? "", second: error.second?.[locale] ?? "" });
}

/** All fields' errors in words, by field. */
export function fieldMessages(errors: FieldErrors, locale: Locale): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, found]) => [field, found.map((one) => fieldMessage(one, locale))]),
  );
}
