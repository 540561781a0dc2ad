import { fail, ok, type Result } from "@/lib/core/result";
import { safeAddress } from "@/lib/core/safe-address";
import { fileColumns, sizeProblem } from "@/lib/platform/file-columns";
import type { SentCode } from "../errors";

/** The most slides may hold, in bytes: 15 MB, as forms say in words and as the database checks. */
const LARGEST_MATERIAL = 15 * 1024 * 1024;

/** A file that was chosen, or an address that was written instead. */
export type SentMaterial = {
  readonly file: { readonly name: string; readonly content: Uint8Array } | null;
  readonly link: string;
};

export type MaterialContent = { readonly link: string } | { readonly file: StorableFile };
type StorableFile = NonNullable<Awaited<ReturnType<typeof fileColumns>>>;

/** What was sent, judged: a file by what is in it, an address by whether a browser can follow it safely. */
export async function readMaterial({ file, link }: SentMaterial): Promise<Result<MaterialContent, SentCode>> {
  const written = link.trim();
  if (file && written) return fail("file_and_link");
  if (!file) return written ? readLink(written) : fail("nothing_sent");
  const problem = sizeProblem(file.content, LARGEST_MATERIAL);
  if (problem) return fail(problem);
  const columns = await fileColumns(file);
  return columns ? ok({ file: columns }) : fail("file_kind");
}

function readLink(written: string): Result<MaterialContent, SentCode> {
  const link = safeAddress(written);
  return link ? ok({ link }) : fail("link_invalid");
}
