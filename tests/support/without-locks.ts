import type { Database } from "@/lib/platform/db";

/** The same client with every row lock taken out of the SQL it reads with: for control experiments. */
export function withoutLocks(client: Database): Database {
  return client.$extends({
    query: {
      $queryRaw({ args, query }) {
        const unlocked = args.strings.map((part) => part.replace(/\s+FOR UPDATE/, ""));
        return query(Object.assign(Object.create(Object.getPrototypeOf(args)), args, { strings: unlocked }));
      },
    },
  }) as unknown as Database;
}
