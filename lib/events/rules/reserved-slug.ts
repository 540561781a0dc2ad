/** Pages beside the events' own under /organise: an event called so could not be reached there. */
const RESERVED: readonly string[] = ["new", "status", "retention", "team", "account"];

/** Whether the organiser's part has a page of its own by this name. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.includes(slug);
}
