import type { Locale } from "@/lib/core/localised";
import { formatList, formatMoney } from "@/lib/i18n/format";
import { en as importEn, sv as importSv } from "@/lib/i18n/messages/invitation-import";
import { en as invitationsEn, sv as invitationsSv } from "@/lib/i18n/messages/invitations";
import { en, sv } from "@/lib/i18n/messages/registration-errors";
import { translator } from "@/lib/i18n/translator";
import type {
  AddInvitationFailure,
  AnswerChangeFailure,
  BookFailure,
  CancelFailure,
  ChangeFailure,
  DeclineFailure,
  EraseFailure,
  ExtendFailure,
  FieldError,
  FieldErrors,
  GuestFailure,
  HandOfferFailure,
  ImportFailure,
  InvitationFailure,
  NameFailure,
  OfferFailure,
  RegisterFailure,
  RegistrationErrorCode,
  ResendFailure,
  SendFailure,
  SendFileFailure,
  SessionWaitFailure,
  SubstituteFailure,
} from "./errors";
import type { InvitationColumn } from "./invitation-schema";
import type { RowProblem } from "./rules/invitation-list";

// Every code has its words in both languages, or this does not compile.
sv satisfies Record<RegistrationErrorCode, string>;
en satisfies Record<RegistrationErrorCode, string>;

type AnyFailure =
  | RegisterFailure
  | BookFailure
  | GuestFailure
  | NameFailure
  | SendFileFailure
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

// The organiser's pages about invitations say these themselves.
invitationsSv satisfies Record<InvitationPageCode, string>;
invitationsEn satisfies Record<InvitationPageCode, string>;
invitationsSv.cell satisfies Record<RowProblem["code"], string>;
importSv satisfies Record<ImportFailure["code"], string>;
importEn satisfies Record<ImportFailure["code"], string>;

type InvitationPageCode = (AddInvitationFailure | SendFailure | InvitationFailure)["code"] | "extension_date";

/**
 * What is wrong with the row of somebody to invite, a sentence a problem. `cells`: what was written; `categories`: those there
 * are.
 */
export function invitationProblems(
  problems: readonly RowProblem[],
  written: {
    readonly cells: Partial<Readonly<Record<InvitationColumn, string>>>;
    readonly categories?: readonly string[];
  },
  locale: Locale,
): string[] {
  const t = translator(locale, "invitations");
  return problems.map((problem) => {
    const column = t(problem.column);
    const cell = (written.cells[problem.column] ?? "").slice(0, 60);
    if (problem.code === "duplicate") return t("cell.duplicate", { row: problem.row });
    if (problem.suggestion !== undefined) return t("cell.municipality_near", { cell, suggestion: problem.suggestion });
    return t(`cell.${problem.code}`, { column, cell, known: formatList(written.categories ?? [], locale) });
  });
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
