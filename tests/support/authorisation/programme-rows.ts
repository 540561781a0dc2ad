import { organisers, type Row } from "./verdicts";

/** The pages on which a programme is made. A co-organiser who hosts sessions sees all of it, and edits its own. */
export const PROGRAMME_ROWS: readonly Row[] = [
  {
    route: "page /organise/[eventSlug]/programme",
    path: ({ event }) => `/organise/${event.slug}/programme`,
    ...organisers({ owner: "allowed", editor: "allowed", host: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/programme/[session]",
    path: ({ event, hostedSessionId }) => `/organise/${event.slug}/programme/${hostedSessionId}`,
    ...organisers({ owner: "allowed", editor: "allowed", host: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/programme/import",
    path: ({ event }) => `/organise/${event.slug}/programme/import`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "GET /organise/[eventSlug]/programme/import/template",
    path: ({ event }) => `/organise/${event.slug}/programme/import/template`,
    ...organisers({
      owner: "allowed",
      editor: "allowed",
      finance: "forbidden",
      viewer: "forbidden",
      door: "forbidden",
      "co-organiser": "forbidden",
      host: "forbidden",
    }),
  },
];
