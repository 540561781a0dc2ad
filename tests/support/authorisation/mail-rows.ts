import { closed, EMAIL, everybody, open, organisers, otherMethods, type Row } from "./verdicts";

/** The addresses of mail: the organiser's list, the recipient's choice, and what mail systems post. */
export const MAIL_ROWS: readonly Row[] = [
  {
    route: "page /organise/[eventSlug]/mail",
    path: ({ event, mailId }) => `/organise/${event.slug}/mail?state=undelivered&mail=${mailId}`,
    ...organisers({ owner: EMAIL, editor: EMAIL, viewer: EMAIL, "co-organiser": EMAIL, host: EMAIL }),
  },
  {
    route: "page /organise/[eventSlug]/mail/messages",
    path: ({ event }) => `/organise/${event.slug}/mail/messages`,
    ...organisers({
      owner: "allowed",
      editor: "allowed",
      viewer: "allowed",
      "co-organiser": "allowed",
      host: "allowed",
    }),
  },
  {
    route: "page /organise/[eventSlug]/mail/messages/[message]",
    path: ({ event }) => `/organise/${event.slug}/mail/messages/registration-confirmed`,
    ...organisers({
      owner: "allowed",
      editor: "allowed",
      viewer: "allowed",
      "co-organiser": "allowed",
      host: "allowed",
    }),
  },
  {
    route: "page /organise/[eventSlug]/mail/changes",
    path: ({ event }) => `/organise/${event.slug}/mail/changes`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mail/reminders",
    path: ({ event }) => `/organise/${event.slug}/mail/reminders`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mail/reminders/new",
    path: ({ event }) => `/organise/${event.slug}/mail/reminders/new?kind=CONFIRMED`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mail/texts",
    path: ({ event }) => `/organise/${event.slug}/mail/texts`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mail/texts/[message]",
    path: ({ event }) => `/organise/${event.slug}/mail/texts/registration-confirmed`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mailings",
    path: ({ event }) => `/organise/${event.slug}/mailings`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/mailings/new",
    path: ({ event }) => `/organise/${event.slug}/mailings/new?status=confirmed`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  // Whoever's calendar program was given the address.
  { route: "GET /calendar/[token]", path: ({ calendarPath }) => calendarPath, ...open },
  { route: "GET /calendar/[token]", path: ({ links }) => `/calendar/${links.registration}`, ...closed },
  // Whoever holds the address from a mail says which mail they want.
  {
    route: "page /u/[token]",
    path: ({ mailToken }) => `/u/${mailToken}`,
    own: everybody("allowed, shows email"),
    foreign: everybody("allowed, shows email"),
  },
  { route: "page /u/[token]", path: ({ links }) => `/u/${links.registration}`, ...closed },
  {
    route: "GET /api/mail/unsubscribe/[token]",
    path: ({ mailToken }) => `/api/mail/unsubscribe/${mailToken}`,
    ...open,
  },
  {
    route: "POST /api/mail/unsubscribe/[token]",
    path: ({ mailToken }) => `/api/mail/unsubscribe/${mailToken}`,
    body: () => ({ form: { "List-Unsubscribe": "One-Click" } }),
    ...open,
  },
  {
    route: "POST /api/mail/unsubscribe/[token]",
    path: ({ links }) => `/api/mail/unsubscribe/${links.registration}`,
    body: () => ({ form: { "List-Unsubscribe": "One-Click" } }),
    ...closed,
  },
  ...otherMethods(
    "/api/mail/unsubscribe/[token]",
    "POST",
    ({ mailToken }) => `/api/mail/unsubscribe/${mailToken}`,
  ).filter(({ route }) => !route.startsWith("GET ")),
  // Only who knows the configured secret.
  ...otherMethods("/api/mail/bounces", "POST", () => "/api/mail/bounces"),
  {
    route: "POST /api/mail/bounces",
    path: () => "/api/mail/bounces",
    own: everybody("sign in"),
    foreign: everybody("sign in"),
  },
];
