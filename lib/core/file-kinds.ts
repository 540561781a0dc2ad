/** The most one file may hold, in bytes: 5 MB, as forms say in words. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/**
 * The files that can be an answer, by what is in them, each with the endings its name may have, the usual one first. Left out
 * on purpose: what a browser would run (HTML, SVG), what a computer would run, office files with macros, and archives, which
 * hide what they hold.
 */
const ENDINGS = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "text/plain": ["txt", "csv", "md"],
} as const;

export type FileKind = keyof typeof ENDINGS;

/** The kind a media type stands for, or null for what is not taken. */
export function fileKind(mediaType: string): FileKind | null {
  return mediaType in ENDINGS ? (mediaType as FileKind) : null;
}

/** The endings a name of this kind may have, the usual one first. */
export function endingsOf(kind: FileKind): readonly [string, ...string[]] {
  return ENDINGS[kind];
}

/** What a file chooser is told to offer. */
export const CHOOSABLE = Object.values(ENDINGS)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");
