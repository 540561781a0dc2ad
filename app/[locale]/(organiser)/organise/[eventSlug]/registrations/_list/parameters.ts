import type { RawParameters } from "@/lib/reports/schema";

/** Search parameters as a page is handed them: what is repeated is a list. */
export function parametersOf(search: URLSearchParams): RawParameters {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
