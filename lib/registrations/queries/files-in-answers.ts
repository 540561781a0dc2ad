import { hashToken, isUuid } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import type { Answer } from "../answers-schema";
import type { FieldErrors } from "../errors";
import { fileAnswer, partsOf } from "../file-answer";

type Answers = Readonly<Record<string, Answer | undefined>>;

type Ground = {
  readonly eventId: string;
  readonly questions: readonly { readonly key: string; readonly kind: string }[];
};
/** Whose files may be kept by their id; nobody's yet where somebody registers. */
export type FileOwner = { readonly registrationId: string } | { readonly bookingId: string } | null;

/** Answers whose files were looked for. */
export type AnswersWithFiles = {
  /** As they are stored: "<id>/<name>" for a file. */
  readonly answers: Answers;
  /** The same with the digest of each file in its place: a file sent twice is the same answer twice. */
  readonly digests: Answers;
  /** Keys of questions whose file is not there, not for that question or not theirs. */
  readonly missing: readonly string[];
};

/**
 * Looks for the files that parsed answers name, each list of answers for itself. An upload is found by its token, at its own
 * event and question only; one that its owner has already, by its id too. A file that is named twice is there once. Whether
 * an upload is still free is for the transaction to see that claims it.
 */
export async function findFiles(
  { eventId, questions }: Ground,
  all: readonly Answers[],
  owner: FileOwner,
): Promise<readonly AnswersWithFiles[]> {
  const keys = questions.filter(({ kind }) => kind === "FILE").map(({ key }) => key);
  const handles = all.flatMap((answers) => keys.flatMap((key) => handleIn(answers[key]) ?? []));
  if (handles.length === 0) return all.map((answers) => ({ answers, digests: answers, missing: [] }));
  const rows = await database().storedFile.findMany({
    where: {
      eventId,
      OR: [
        { tokenHash: { in: handles.map(hashToken) } },
        ...(owner ? [{ ...owner, id: { in: handles.filter(isUuid) } }] : []),
      ],
    },
    select: { id: true, questionKey: true, tokenHash: true, name: true, digest: true },
  });
  const left = new Map(rows.flatMap((row) => [[row.tokenHash, row] as const, [row.id, row] as const]));
  return all.map((answers) => {
    const there: { readonly key: string; readonly row: (typeof rows)[number] }[] = [];
    const missing: string[] = [];
    for (const key of keys) {
      const handle = handleIn(answers[key]);
      if (handle === undefined) continue;
      const row = left.get(isUuid(handle) ? handle : hashToken(handle));
      if (row?.questionKey !== key) {
        missing.push(key);
        continue;
      }
      left.delete(row.id);
      left.delete(row.tokenHash);
      there.push({ key, row });
    }
    return {
      answers: { ...answers, ...Object.fromEntries(there.map(({ key, row }) => [key, fileAnswer(row)])) },
      digests: { ...answers, ...Object.fromEntries(there.map(({ key, row }) => [key, row.digest])) },
      missing,
    };
  });
}

/** The same for a booking: its own answers and those of its people, with every error under its field. */
export async function findFilesOfBooking<B extends BookingAnswers>(
  form: Ground,
  input: B,
): Promise<{ readonly input: B; readonly digested: unknown; readonly errors: FieldErrors }> {
  const { answers = {}, people } = input;
  const [whole, ...each] = await findFiles(form, [answers, ...people.map((person) => person.answers)], null);
  const filled = (part: "answers" | "digests") => ({
    ...input,
    ...(input.answers && { answers: whole?.[part] }),
    people: people.map((person, index) => ({ ...person, answers: each[index]?.[part] })),
  });
  const errors = each.map((files, index) => missingFiles(files, `people.${index}.`));
  return {
    input: filled("answers") as B,
    digested: filled("digests"),
    errors: Object.assign({}, whole && missingFiles(whole), ...errors) as FieldErrors,
  };
}

type BookingAnswers = {
  readonly answers?: Answers;
  readonly people: readonly { readonly answers: Answers }[];
};

function handleIn(answer: Answer | undefined): string | undefined {
  return typeof answer === "string" ? partsOf(answer).handle : undefined;
}

/** The errors of one list of answers whose fields begin with `prefix`. Empty when every file is there. */
export function missingFiles({ missing }: Pick<AnswersWithFiles, "missing">, prefix = ""): FieldErrors {
  return Object.fromEntries(missing.map((key) => [`${prefix}answers.${key}`, [{ code: "file_unknown" as const }]]));
}
