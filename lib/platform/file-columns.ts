import { createHash } from "node:crypto";
import { type FileKind, fileKind } from "@/lib/core/file-kinds";
import { cleanFileName } from "@/lib/core/file-name";
import { sniffFile } from "./sniff-file";

/** A file as it is handed out to who may have it. */
export type HandedOutFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

/** Why a file is too little or too much, or null; `most` is in bytes. */
export function sizeProblem(content: Uint8Array, most: number): "file_empty" | "file_too_large" | null {
  if (content.byteLength === 0) return "file_empty";
  return content.byteLength > most ? "file_too_large" : null;
}

/**
 * A file as it is stored, whoever sent it and whatever for: judged by its content, its name cleaned. Null for what is of none
 * of these kinds.
 */
export async function fileColumns(
  { name: sent, content }: { readonly name: string; readonly content: Uint8Array },
  isTaken: (kind: FileKind) => boolean = () => true,
) {
  const type = await sniffFile(content);
  const kind = type === null ? null : fileKind(type);
  if (!kind || !isTaken(kind)) return null;
  const name = cleanFileName(sent, kind);
  const digest = createHash("sha256").update(content).update("\0").update(name).digest("hex");
  return { name, mediaType: kind, size: content.byteLength, digest, content: Uint8Array.from(content) };
}
