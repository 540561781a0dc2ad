import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken, newId, newToken } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import { sniffFile } from "@/lib/platform/sniff-file";
import type { UploadFailure } from "../errors";
import { fileKind, LARGEST_FILE } from "../file-kinds";
import { cleanFileName } from "../rules/file-name";

/** The most that files nobody has claimed may hold of one event together, in bytes: a disk is not filled by who only sends. */
const UNCLAIMED_LIMIT = 2 * 1024 ** 3;

export type Upload = {
  readonly eventId: string;
  /** The key of the question it answers. */
  readonly questionKey: string;
  /** As it was sent. */
  readonly name: string;
  readonly content: Uint8Array;
  /** The sender's network address, for the limit per network. */
  readonly clientIp: string;
};

/** `token` is what the answer is sent as; it is known to nobody else and not kept. */
export type KeptUpload = {
  readonly token: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
};

/**
 * Keeps a file that somebody sends as an answer, until a registration claims it or a day has passed. What it is is seen from
 * what is in it. Whether the event takes registrations, and whether the question asks for a file, is the caller's to know.
 */
export async function keepUpload(upload: Upload, now: Temporal.Instant): Promise<Ok<KeptUpload> | UploadFailure> {
  const { eventId, questionKey, content, clientIp } = upload;
  if (content.byteLength === 0) return fail("file_empty");
  if (content.byteLength > LARGEST_FILE) return fail("file_too_large");
  const within = await consumeRateLimit("upload", networkOf(clientIp));
  if (!within.ok) return within;
  const type = await sniffFile(content);
  const kind = type === null ? null : fileKind(type);
  if (!kind) return fail("file_kind");
  if (await isUnclaimedFull(eventId)) return fail("rate_limited", { retryAfterSeconds: 3600 });
  const name = cleanFileName(upload.name, kind);
  const token = newToken();
  const size = content.byteLength;
  await database().storedFile.create({
    data: {
      id: newId(now),
      eventId,
      questionKey,
      tokenHash: hashToken(token),
      name,
      mediaType: kind,
      size,
      digest: createHash("sha256").update(content).update("\0").update(name).digest("hex"),
      content: Uint8Array.from(content),
      uploadedAt: toTimestamp(now),
    },
    select: { id: true },
  });
  return ok({ token, name, size, type: kind });
}

async function isUnclaimedFull(eventId: string): Promise<boolean> {
  const { _sum } = await database().storedFile.aggregate({
    where: { eventId, registrationId: null, bookingId: null },
    _sum: { size: true },
  });
  return (_sum.size ?? 0) > UNCLAIMED_LIMIT;
}
