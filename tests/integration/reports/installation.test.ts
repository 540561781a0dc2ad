import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { UserScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { beat } from "@/lib/platform/heartbeat";
import { noteBackup } from "@/lib/platform/last-backup";
import { findInstallation } from "@/lib/reports/queries/installation";
import { createMember } from "../../support/factories/member";
import { createOrganisation } from "../../support/factories/organisation";
import { startSmtp, type TestSmtp } from "../../support/smtp-server";

const db = database();
let smtp: TestSmtp;
let folder: string;

beforeAll(async () => {
  smtp = await startSmtp();
  folder = await mkdtemp(join(tmpdir(), "samling-data-"));
  vi.stubEnv("SMTP_URL", smtp.url);
  vi.stubEnv("DATA_DIR", folder);
});
afterAll(async () => {
  await smtp.stop();
  await rm(folder, { recursive: true });
});

async function signedIn(role: MemberRole): Promise<UserScope> {
  const now = currentInstant();
  const { id } = await createOrganisation(db);
  const { id: userId, email } = await createMember(db, id, role);
  const expiresAt = toTimestamp(now.add({ hours: 1 }));
  await db.userSession.create({ data: { tokenHash: hashToken(email), userId, expiresAt } });
  const user = await openUser(email, now);
  if (!user.ok) throw new Error(user.code);
  return user.value;
}

describe("how the installation stands", () => {
  it("is told to owners and to nobody else", async () => {
    for (const role of ["EDITOR", "VIEWER", "DOOR"] as const)
      expect(await findInstallation(await signedIn(role), currentInstant())).toBeNull();
    expect(await findInstallation(await signedIn("OWNER"), currentInstant())).not.toBeNull();
  });

  it("comes from the mail server, the database, the worker and the disk as they are now", async () => {
    const owner = await signedIn("OWNER");
    const now = currentInstant();
    const lines = async (at: Temporal.Instant) =>
      (await findInstallation(owner, at))?.checks.map(({ level, says, values }) => [level, says, values]);
    const whatever = expect.any(Number);
    expect(await lines(now)).toEqual([
      ["ok", "database.current", { migration: expect.stringMatching(/^\d{14}_/) }],
      ["ok", "smtp.ok", {}],
      ["wrong", "worker.never", {}],
      ["ok", "queue.flows", { minutes: 0, failed: 0 }],
      ["ok", "clock.together", {}],
      [expect.any(String), "storage.usedAndFree", { used: whatever, free: whatever }],
      ["look", "backup.none", {}],
    ]);

    await beat("worker-1", now);
    await noteBackup(folder, now.subtract({ hours: 3 }));
    smtp.behave = { connect: () => 554 };
    const later = await lines(now.add({ seconds: 30 }));
    expect(later?.slice(1, 3)).toEqual([
      ["wrong", "smtp.unreachable", {}],
      ["ok", "worker.seen", { seconds: 30 }],
    ]);
    expect(later?.slice(4, 5)).toEqual([["wrong", "clock.apart", { seconds: 30 }]]);
    expect(later?.at(-1)).toEqual(["ok", "backup.taken", { hours: 3 }]);
    expect(smtp.mails).toEqual([]);
  });
});
