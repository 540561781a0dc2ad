import { everybody, open, otherMethods, type Row } from "./verdicts";

/** The addresses for programs, the public API above all. */
export const API: readonly Row[] = [
  { route: "GET /api/health", path: () => "/api/health", ...open },
  ...otherMethods("/api/health", "GET", () => "/api/health"),
  // Only who knows the configured secret.
  ...otherMethods("/api/mail/bounces", "POST", () => "/api/mail/bounces"),
  {
    route: "POST /api/mail/bounces",
    path: () => "/api/mail/bounces",
    own: everybody("sign in"),
    foreign: everybody("sign in"),
  },
  ...otherMethods("/api/v1/events", "GET", () => "/api/v1/events"),
  { route: "GET /api/v1/events", path: () => "/api/v1/events", ...open },
  ...otherMethods("/api/v1/events/[slug]", "GET", ({ event }) => `/api/v1/events/${event.slug}`),
  { route: "GET /api/v1/events/[slug]", path: ({ event }) => `/api/v1/events/${event.slug}`, ...open },
  ...otherMethods(
    "/api/v1/events/[slug]/registrations",
    "POST",
    ({ event }) => `/api/v1/events/${event.slug}/registrations`,
  ),
  {
    route: "POST /api/v1/events/[slug]/registrations",
    path: ({ event }) => `/api/v1/events/${event.slug}/registrations`,
    body: () => ({ json: { name: "Via API", email: `api-${crypto.randomUUID()}@example.org`, consent: true } }),
    ...open,
  },
  ...otherMethods("/api/v1/events/[slug]/bookings", "POST", ({ event }) => `/api/v1/events/${event.slug}/bookings`),
  {
    route: "POST /api/v1/events/[slug]/bookings",
    path: ({ event }) => `/api/v1/events/${event.slug}/bookings`,
    body: () => {
      const email = `api-${crypto.randomUUID()}@example.org`;
      const somebody = { name: "Via API", email };
      return { json: { registrant: somebody, consent: true, people: [somebody] } };
    },
    ...open,
  },
  ...otherMethods("/api/v1/events/[slug]/uploads", "POST", ({ event }) => `/api/v1/events/${event.slug}/uploads`),
  {
    // The world's only question that asks for a file; sent as the bytes they are.
    route: "POST /api/v1/events/[slug]/uploads",
    path: ({ event }) => `/api/v1/events/${event.slug}/uploads?question=cv&name=a.txt`,
    body: () => ({ bytes: "hej" }),
    ...open,
  },
  ...otherMethods("/api/v1/openapi.json", "GET", () => "/api/v1/openapi.json"),
  { route: "GET /api/v1/openapi.json", path: () => "/api/v1/openapi.json", ...open },
];
