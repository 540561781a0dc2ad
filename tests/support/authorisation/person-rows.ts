import { EMAIL, NEEDS, organisers, type Row } from "./verdicts";

/** Who sees what of one person at an event. */
export const PERSON_ROWS: readonly Row[] = [
  {
    route: "page /organise/[eventSlug]/registrations/[reference]",
    path: ({ event, reference }) => `/organise/${event.slug}/registrations/${reference}`,
    ...organisers({ owner: EMAIL, editor: EMAIL, finance: EMAIL, viewer: EMAIL, "co-organiser": EMAIL, host: EMAIL }),
  },
  {
    route: "page /organise/[eventSlug]/registrations/[reference]",
    path: ({ event, reference }) => `/organise/${event.slug}/registrations/${reference}?needs=open`,
    ...organisers({ owner: NEEDS, editor: NEEDS, finance: EMAIL, viewer: EMAIL, "co-organiser": EMAIL, host: EMAIL }),
  },
  {
    // A sensitive file: whoever may not read the answer finds none.
    route: "GET /organise/[eventSlug]/registrations/[reference]/files/[id]",
    path: ({ event, reference, fileId }) => `/organise/${event.slug}/registrations/${reference}/files/${fileId}`,
    ...organisers({ owner: "allowed, shows needs", editor: "allowed, shows needs" }),
  },
  {
    // Diet and needs are in it. Whoever may not read those finds none.
    route: "GET /organise/[eventSlug]/registrations/[reference]/data",
    path: ({ event, reference }) => `/organise/${event.slug}/registrations/${reference}/data`,
    ...organisers({ owner: NEEDS, editor: NEEDS }),
  },
];
