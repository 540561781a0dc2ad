import type { Database } from "@/lib/platform/db";

/** SQL that locks no rows. Another text than the one that was planned, so it goes without its name. */
export function withoutLock(part: string): string {
  return part.replace(/\s+FOR (NO KEY UPDATE|UPDATE|SHARE)/, "").replace(/-- prepared: .*\n/, "");
}

/** The same client with every row lock taken out of the SQL it reads with: for control experiments. */
export function withoutLocks(client: Database): Database {
  return client.$extends({
    query: {
      $queryRaw({ args, query }) {
        const unlocked = args.strings.map(withoutLock);
        return query(Object.assign(Object.create(Object.getPrototypeOf(args)), args, { strings: unlocked }));
      },
    },
  }) as unknown as Database;
}
