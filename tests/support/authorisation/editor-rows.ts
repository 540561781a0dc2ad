import { organisers, type Row } from "./verdicts";

const PAGES = [
  "edit",
  "edit/texts",
  "edit/days",
  "edit/venue",
  "edit/categories",
  "edit/partners",
  "edit/publish",
  "preview",
  "registrations/new",
  "registrations/bulk",
  "next",
];

/** The pages on which an event or its list is edited, and what visitors will see of it. */
export const EDITOR_ROWS: readonly Row[] = PAGES.map((page) => ({
  route: `page /organise/[eventSlug]/${page}`,
  path: ({ event }) => `/organise/${event.slug}/${page}`,
  ...organisers({ owner: "allowed", editor: "allowed" }),
}));
