import { endingsOf, type FileKind } from "./file-kinds";

const LONGEST = 100;
// Control and direction characters, what separates folders, and what some system or header gives a meaning of its own.
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|;%]+/gu;

/**
 * A file's name as it is kept and handed out: the last part of what may be a path, one line, with an ending that says what
 * the file is. "C:\temp\..\cv.PDF" is "cv.pdf"; a picture called "cv.pdf.exe" is "cv.pdf.exe.png". Å, ä and ö stay.
 */
export function cleanFileName(sent: string, kind: FileKind): string {
  const endings = endingsOf(kind);
  const last = sent.normalize("NFC").toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const line = last.replaceAll(NOT_IN_A_NAME, " ").replaceAll(/\s+/gu, " ").trim();
  const dot = line.lastIndexOf(".");
  const ending = dot < 0 ? "" : line.slice(dot + 1).toLowerCase();
  const isItsOwn = endings.includes(ending);
  // No dots at either end: a hidden file on one system, no ending on another.
  const stem = [...(isItsOwn ? line.slice(0, dot) : line)]
    .slice(0, LONGEST)
    .join("")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  return `${stem || "fil"}.${isItsOwn ? ending : endings[0]}`;
}
