import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { LARGEST_FILE } from "@/lib/core/file-kinds";
import { hashToken, newId, newToken } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { fileColumns, sizeProblem } from "@/lib/platform/file-columns";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import type { UploadFailure } from "../errors";

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
  const problem = sizeProblem(content, LARGEST_FILE);
  if (problem) return fail(problem);
  const within = await consumeRateLimit("upload", networkOf(clientIp));
  if (!within.ok) return within;
  const file = await fileColumns({ name: upload.name, content });
  if (!file) return fail("file_kind");
  if (await isUnclaimedFull(eventId)) return fail("rate_limited", { retryAfterSeconds: 3600 });
  const token = newToken();
  const uploadedAt = toTimestamp(now);
  await database().storedFile.create({
    data: { id: newId(now), eventId, questionKey, tokenHash: hashToken(token), ...file, uploadedAt },
    select: { id: true },
  });
  const { name, size, mediaType: type } = file;
  return ok({ token, name, size, type });
}

async function isUnclaimedFull(eventId: string): Promise<boolean> {
  const { _sum } = await database().storedFile.aggregate({
    where: { eventId, registrationId: null, bookingId: null, materialId: null },
    _sum: { size: true },
  });
  return (_sum.size ?? 0) > UNCLAIMED_LIMIT;
}
