import { describe, expect, it } from "vitest";
import { type Installation, installationChecks } from "@/lib/reports/rules/installation-checks";

const GIB = 2 ** 30;
const WELL: Installation = {
  database: "ok",
  lastMigration: "20261122000000_foundation",
  smtp: "ok",
  workerSeenSecondsAgo: 4,
  queue: "ok",
  oldestQueuedSeconds: null,
  failedLastHour: 0,
  clockAheadSeconds: 0.2,
  databaseBytes: 40 * 2 ** 20,
  freeBytes: 20 * GIB,
  backupAgeSeconds: 3_600,
};

/** The lines that are not in order. */
const found = (changed: Partial<Installation>) =>
  installationChecks({ ...WELL, ...changed })
    .filter(({ level }) => level !== "ok")
    .map(({ level, says, values }) => [level, says, values]);

describe("whether the installation works", () => {
  it("finds nothing where all is well, and says each part once", () => {
    expect(found({})).toEqual([]);
    const parts = installationChecks(WELL).map(({ part }) => part);
    expect(parts).toEqual(["database", "smtp", "worker", "queue", "clock", "storage", "backup"]);
  });

  it("tells a mail catcher from a mail server, and both from one that refuses", () => {
    expect(found({ smtp: "catcher" })).toEqual([["look", "smtp.catcher", {}]]);
    expect(found({ smtp: "refused_password" })).toEqual([["wrong", "smtp.refused_password", {}]]);
  });

  it("misses a worker after a minute", () => {
    expect(found({ workerSeenSecondsAgo: 60 })).toEqual([]);
    expect(found({ workerSeenSecondsAgo: 61 })).toEqual([["wrong", "worker.seen", { seconds: 61 }]]);
    expect(found({ workerSeenSecondsAgo: null })).toEqual([["wrong", "worker.never", {}]]);
  });

  it("tells a slow queue from one that stands still, and from mail that was refused", () => {
    expect(found({ oldestQueuedSeconds: 300 })).toEqual([]);
    expect(found({ oldestQueuedSeconds: 301 })).toEqual([["look", "queue.late", { minutes: 5, failed: 0 }]]);
    expect(found({ queue: "stalled", oldestQueuedSeconds: 1_000 })).toEqual([
      ["wrong", "queue.stalled", { minutes: 16, failed: 0 }],
    ]);
    expect(found({ failedLastHour: 3 })).toEqual([["look", "queue.flows", { minutes: 0, failed: 3 }]]);
  });

  it("sees clocks that disagree in either direction, little room, and old or no backups", () => {
    expect(found({ clockAheadSeconds: -6 })).toEqual([["wrong", "clock.apart", { seconds: 6 }]]);
    expect(found({ clockAheadSeconds: 6 })).toEqual([["wrong", "clock.apart", { seconds: 6 }]]);
    expect(found({ freeBytes: 4 * GIB })).toEqual([["look", "storage.usedAndFree", { used: 40, free: 4_096 }]]);
    expect(found({ freeBytes: GIB - 1 })).toEqual([["wrong", "storage.usedAndFree", { used: 40, free: 1_023 }]]);
    expect(found({ freeBytes: null })).toEqual([]);
    expect(found({ backupAgeSeconds: null })).toEqual([["look", "backup.none", {}]]);
    expect(found({ backupAgeSeconds: 49 * 3_600 })).toEqual([["look", "backup.taken", { hours: 49 }]]);
  });

  it("calls a database that is older than the program wrong", () => {
    expect(found({ database: "migration-pending" })).toEqual([
      ["wrong", "database.behind", { migration: "20261122000000_foundation" }],
    ]);
  });
});
