/** What can be read of the installation at one moment; seconds and bytes. */
export type Installation = {
  /** Whether the database has every change that this version of the program knows. */
  readonly database: "ok" | "unreachable" | "migration-pending";
  readonly lastMigration: string;
  /** `catcher`: mail goes to the built-in mail catcher and reaches nobody. */
  readonly smtp:
    | "ok"
    | "catcher"
    | "refused_password"
    | "wants_password"
    | "unknown_name"
    | "bad_certificate"
    | "no_answer"
    | "unreachable";
  readonly workerSeenSecondsAgo: number | null;
  /** Whether mail that is due has been touched by anybody in time. */
  readonly queue: "ok" | "stalled" | "unknown";
  readonly oldestQueuedSeconds: number | null;
  readonly failedLastHour: number | null;
  /** How far this machine's clock is ahead of the database's. */
  readonly clockAheadSeconds: number;
  readonly databaseBytes: number;
  /** Where DATA_DIR is; null when that cannot be told. */
  readonly freeBytes: number | null;
  /** Since the last backup that was taken on this machine; null when none is known. */
  readonly backupAgeSeconds: number | null;
};

export type CheckLevel = "ok" | "look" | "wrong";
type Sentence =
  | "database.current"
  | "database.behind"
  | `smtp.${Installation["smtp"]}`
  | "worker.never"
  | "worker.seen"
  | "queue.flows"
  | "queue.late"
  | "queue.stalled"
  | "clock.together"
  | "clock.apart"
  | "storage.usedOnly"
  | "storage.usedAndFree"
  | "backup.none"
  | "backup.taken";
/** One line of the page: how it stands, and which sentence says so with which numbers. */
export type Check = {
  readonly part: "database" | "smtp" | "worker" | "queue" | "clock" | "storage" | "backup";
  readonly level: CheckLevel;
  readonly says: Sentence;
  readonly values: Readonly<Record<string, string | number>>;
};

/** A worker leaves a sign of life every ten seconds. */
const WORKER_SILENT_SECONDS = 60;
const LATE_SECONDS = 5 * 60;
/** Deadlines close at midnight to the second: more than this apart, two processes may disagree about one. */
const CLOCK_SECONDS = 5;
const GIB = 2 ** 30;
const DAY_SECONDS = 24 * 60 * 60;

/** How the installation stands, point by point, in the order in which one would mend it. */
export function installationChecks(installation: Installation): readonly Check[] {
  return [
    database(installation),
    smtp(installation),
    worker(installation),
    queue(installation),
    clock(installation),
    storage(installation),
    backup(installation),
  ];
}

function check(level: CheckLevel, says: Sentence, values: Check["values"] = {}): Check {
  return { part: says.split(".")[0] as Check["part"], level, says, values };
}

function database({ database, lastMigration }: Installation): Check {
  return database === "ok"
    ? check("ok", "database.current", { migration: lastMigration })
    : check("wrong", "database.behind", { migration: lastMigration });
}

function smtp({ smtp }: Installation): Check {
  if (smtp === "ok") return check("ok", "smtp.ok");
  return check(smtp === "catcher" ? "look" : "wrong", `smtp.${smtp}`);
}

function worker({ workerSeenSecondsAgo: seconds }: Installation): Check {
  if (seconds === null) return check("wrong", "worker.never");
  return check(seconds > WORKER_SILENT_SECONDS ? "wrong" : "ok", "worker.seen", { seconds });
}

function queue({ queue, oldestQueuedSeconds, failedLastHour }: Installation): Check {
  const failed = failedLastHour ?? 0;
  const waited = oldestQueuedSeconds ?? 0;
  const values = { minutes: Math.floor(waited / 60), failed };
  if (queue !== "ok") return check("wrong", "queue.stalled", values);
  if (waited > LATE_SECONDS) return check("look", "queue.late", values);
  return check(failed > 0 ? "look" : "ok", "queue.flows", values);
}

function clock({ clockAheadSeconds }: Installation): Check {
  const seconds = Math.round(Math.abs(clockAheadSeconds));
  return seconds > CLOCK_SECONDS ? check("wrong", "clock.apart", { seconds }) : check("ok", "clock.together");
}

function storage({ databaseBytes, freeBytes }: Installation): Check {
  const values = { used: Math.ceil(databaseBytes / 2 ** 20), free: Math.floor((freeBytes ?? 0) / 2 ** 20) };
  if (freeBytes === null) return check("ok", "storage.usedOnly", values);
  if (freeBytes < GIB) return check("wrong", "storage.usedAndFree", values);
  return check(freeBytes < 5 * GIB ? "look" : "ok", "storage.usedAndFree", values);
}

function backup({ backupAgeSeconds }: Installation): Check {
  if (backupAgeSeconds === null) return check("look", "backup.none");
  const hours = Math.floor(backupAgeSeconds / 3600);
  return check(backupAgeSeconds > 2 * DAY_SECONDS ? "look" : "ok", "backup.taken", { hours });
}
