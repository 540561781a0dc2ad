import { z } from "zod";
import { requiredLine, requiredText } from "./text-fields";

export const TAG_LENGTH = 40;
/** More would not be words any more but a field of its own; the list's filter shows all of them. */
export const MOST_TAGS = 200;

/** A tag as somebody wrote it, one space between words, with the key that tells it from others. A comma would end it in a file. */
export const tagSchema = requiredLine(TAG_LENGTH)
  .refine((name) => !name.includes(","), "control_character")
  .transform((written) => {
    const name = written.replaceAll(/\s+/gu, " ");
    return { name, key: name.toLowerCase() };
  });
export type TagInput = z.output<typeof tagSchema>;

/** What an organiser writes about a registration, for colleagues. */
export const noteSchema = z.strictObject({ text: requiredText(2_000) });
