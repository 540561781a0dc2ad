import type { z } from "zod";
import { type EmailAddress, parseEmailAddress } from "@/lib/core/email-address";
import { LOCALES, type Locale, type Localised } from "@/lib/core/localised";
import { knownMunicipality, matchMunicipality, municipalityName } from "@/lib/core/municipalities";
import { INVITATION_COLUMNS, type InvitationColumn } from "../invitation-schema";
import { optionalLine, requiredLine } from "../text-fields";

/** The headings each column is known by, in Swedish and English. */
export const INVITATION_HEADINGS: Readonly<Record<InvitationColumn, readonly string[]>> = {
  name: ["namn", "för- och efternamn", "name", "full name"],
  email: ["e-post", "epost", "e-postadress", "mejl", "mail", "email", "email address"],
  organisation: ["organisation", "arbetsplats", "myndighet", "företag", "organization", "workplace"],
  municipality: ["kommun", "region", "kommun eller region", "municipality"],
  group: ["grupp", "målgrupp", "group"],
  category: ["kategori", "deltagarkategori", "category"],
  language: ["språk", "language"],
  guests: ["extra gäster", "gäster", "antal gäster", "extra guests", "guests"],
};

/** The most extra guests one invitation can bring; the database refuses more. */
export const MOST_GUESTS = 50;

/** What can be wrong with one cell. */
export type CellProblemCode =
  | "required"
  | "too_long"
  | "control_character"
  | "email_invalid"
  | "municipality_unknown"
  | "category_unknown"
  | "language_unknown"
  | "guests_invalid";
export type CellProblem = {
  readonly column: InvitationColumn;
  readonly code: CellProblemCode;
  /** What may have been meant. */
  readonly suggestion?: string;
};

/** The categories one can be invited to. */
export type InvitableCategory = { readonly id: string; readonly key: string; readonly name: Localised };

/** One person to invite. Empty is what the list does not say. */
export type InvitationEntry = {
  readonly name: string;
  readonly email: EmailAddress;
  readonly organisationName: string | null;
  readonly municipalityCode: string | null;
  readonly groupName: string | null;
  readonly categoryId: string | null;
  readonly locale: Locale | null;
  readonly extraGuests: number | null;
};

type Read<T> = { readonly value: T } | { readonly problem: Omit<CellProblem, "column"> };

const LANGUAGES: Readonly<Record<string, Locale>> = {
  svenska: "sv",
  swedish: "sv",
  engelska: "en",
  english: "en",
  ...Object.fromEntries(LOCALES.map((locale) => [locale, locale])),
};

/** Reads one person's cells. Every cell that is wrong is told, not only the first. */
export function invitationEntry(
  cells: Readonly<Record<InvitationColumn, string>>,
  categories: readonly InvitableCategory[],
): { readonly entry: InvitationEntry } | { readonly problems: readonly CellProblem[] } {
  const read = {
    name: line(requiredLine(200), cells.name),
    email: readAddress(cells.email),
    organisation: line(optionalLine(200), cells.organisation),
    municipality: readMunicipality(cells.municipality),
    group: line(optionalLine(100), cells.group),
    category: readCategory(cells.category, categories),
    language: readLanguage(cells.language),
    guests: readGuests(cells.guests),
  };
  const { name, email, organisation, municipality, group, category, language, guests } = read;
  if (
    !("value" in name && "value" in email && "value" in organisation && "value" in municipality) ||
    !("value" in group && "value" in category && "value" in language && "value" in guests)
  ) {
    const problems = INVITATION_COLUMNS.flatMap((column) => {
      const cell = read[column];
      return "problem" in cell ? [{ column, ...cell.problem }] : [];
    });
    return { problems };
  }
  const organisationName = organisation.value ?? null;
  return {
    entry: {
      name: name.value,
      email: email.value,
      organisationName,
      // As for those who register: an organisation that is a municipality says where somebody comes from.
      municipalityCode: municipality.value ?? (organisationName === null ? null : matchMunicipality(organisationName)),
      groupName: group.value ?? null,
      categoryId: category.value,
      locale: language.value,
      extraGuests: guests.value,
    },
  };
}

function line<T>(schema: z.ZodType<T>, cell: string): Read<T> {
  const parsed = schema.safeParse(cell);
  if (parsed.success) return { value: parsed.data };
  return { problem: { code: (parsed.error.issues[0]?.message ?? "required") as CellProblemCode } };
}

function readAddress(cell: string): Read<EmailAddress> {
  if (cell.trim() === "") return { problem: { code: "required" } };
  const value = parseEmailAddress(cell);
  return value ? { value } : { problem: { code: "email_invalid" } };
}

/** Nothing is guessed: what only resembles a municipality is proposed. A code of the register counts as its name. */
function readMunicipality(cell: string): Read<string | null> {
  if (cell === "") return { value: null };
  const value = municipalityName(cell) === null ? knownMunicipality(cell) : cell;
  if (value) return { value };
  const near = matchMunicipality(cell);
  const suggestion = near === null ? null : municipalityName(near);
  return { problem: { code: "municipality_unknown", ...(suggestion && { suggestion }) } };
}

function readCategory(cell: string, categories: readonly InvitableCategory[]): Read<string | null> {
  if (cell === "") return { value: null };
  const wanted = cell.toLowerCase();
  const found = categories.find(({ key, name }) =>
    [key, ...LOCALES.map((locale) => name[locale])].some((one) => one.toLowerCase() === wanted),
  );
  return found ? { value: found.id } : { problem: { code: "category_unknown" } };
}

function readLanguage(cell: string): Read<Locale | null> {
  if (cell === "") return { value: null };
  const value = LANGUAGES[cell.toLowerCase()];
  return value ? { value } : { problem: { code: "language_unknown" } };
}

function readGuests(cell: string): Read<number | null> {
  if (cell === "") return { value: null };
  const isNumber = /^\d{1,2}$/.test(cell) && Number(cell) <= MOST_GUESTS;
  return isNumber ? { value: Number(cell) } : { problem: { code: "guests_invalid" } };
}
