import { closed, open, organisers, type Row, type Some } from "./verdicts";

/** Whoever works with the programme; the host with the sessions it hosts. */
const WHO_WORKS_WITH_IT = {
  ...{ owner: "allowed", editor: "allowed", finance: "allowed", viewer: "allowed" },
  ...{ "co-organiser": "allowed", host: "allowed" },
} as const satisfies Some;

/** Speakers and what they hand in. */
export const SPEAKER_ROWS: readonly Row[] = [
  {
    route: "page /organise/[eventSlug]/speakers",
    path: ({ event }) => `/organise/${event.slug}/speakers`,
    ...organisers(WHO_WORKS_WITH_IT),
  },
  {
    route: "page /organise/[eventSlug]/speakers/[speaker]",
    path: ({ event }) => `/organise/${event.slug}/speakers/new`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/speakers/[speaker]",
    path: ({ event, speakerId }) => `/organise/${event.slug}/speakers/${speakerId}`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "GET /organise/[eventSlug]/materials/[id]",
    path: ({ event, materialId }) => `/organise/${event.slug}/materials/${materialId}`,
    ...organisers(WHO_WORKS_WITH_IT),
  },
  {
    // It belongs to the whole event, and the host has a session.
    route: "GET /organise/[eventSlug]/materials/[id]",
    path: ({ event, wholeEventMaterialId: id }) => `/organise/${event.slug}/materials/${id}`,
    ...organisers({ ...WHO_WORKS_WITH_IT, host: "not found" }),
  },
  {
    route: "GET /events/[slug]/materials/[id]",
    path: ({ event, materialId }) => `/events/${event.slug}/materials/${materialId}`,
    ...open,
  },
  {
    // Nobody has chosen it for publishing.
    route: "GET /events/[slug]/materials/[id]",
    path: ({ event, wholeEventMaterialId: id }) => `/events/${event.slug}/materials/${id}`,
    ...closed,
  },
];
