import { API } from "./api-rows";
import { EDITOR_ROWS } from "./editor-rows";
import { MAIL_ROWS } from "./mail-rows";
import { PERSON_ROWS } from "./person-rows";
import { PROGRAMME_ROWS } from "./programme-rows";
import { SIGNED_IN } from "./roles";
import { SPEAKER_ROWS } from "./speaker-rows";
import { TEAM_ROWS } from "./team-rows";
import { closed, EMAIL, guarded, holder, NAME, NEEDS, open, organisers, type Row, type Some } from "./verdicts";

/** Every address of the product and who gets what there, at their own event and at another organisation's. */
export const TABLE: readonly Row[] = [
  // For everybody
  { route: "page /", path: () => "/", ...open },
  { route: "page /[...rest]", path: () => "/finns-inte/alls", ...closed },
  { route: "page /series/[slug]", path: ({ series }) => `/series/${series.slug}`, ...open },
  { route: "page /events/[slug]", path: ({ event }) => `/events/${event.slug}`, ...open },
  { route: "GET /events/[slug]/event.ics", path: ({ event }) => `/events/${event.slug}/event.ics`, ...open },
  { route: "page /events/[slug]/register", path: ({ event }) => `/events/${event.slug}/register`, ...open },
  {
    route: "page /events/[slug]/register/group",
    path: ({ event }) => `/events/${event.slug}/register/group`,
    ...open,
  },
  { route: "page /my", path: () => "/my", ...open },
  { route: "page /resend", path: ({ event }) => `/resend?event=${event.slug}`, ...open },
  { route: "page /sign-in", path: () => "/sign-in", ...open },
  { route: "page /sign-in/code", path: () => "/sign-in/code", ...open },
  { route: "page /sign-in/confirm", path: () => "/sign-in/confirm?email=a@example.org&token=b", ...open },

  // For whoever holds the address: the secret is in it
  {
    route: "page /events/[slug]/confirmation/[receipt]",
    path: ({ event, receipt }) => `/events/${event.slug}/confirmation/${receipt}`,
    ...open,
  },
  {
    route: "page /events/[slug]/confirmation/[receipt]",
    path: ({ event, reference }) => `/events/${event.slug}/confirmation/${reference}`,
    ...closed,
  },
  { route: "GET /r/[token]", path: ({ links }) => `/r/${links.registration}`, ...open },
  { route: "GET /r/[token]", path: ({ links }) => `/r/${links.speaker}`, ...closed },
  { route: "GET /i/[token]", path: ({ links }) => `/i/${links.invitation}`, ...open },
  { route: "GET /i/[token]", path: ({ links }) => `/i/${links.registration}`, ...closed },
  { route: "GET /b/[token]", path: ({ links }) => `/b/${links.booking}`, ...open },
  { route: "GET /b/[token]", path: ({ links }) => `/b/${links.registration}`, ...closed },
  { route: "GET /s/[token]", path: ({ links }) => `/s/${links.speaker}`, ...open },
  { route: "GET /s/[token]", path: ({ links }) => `/s/${links.invitation}`, ...closed },

  // For the browser in which a personal link was opened
  { route: "page /my/[reference]", path: ({ reference }) => `/my/${reference}`, ...holder({ attendee: NEEDS }) },
  {
    route: "page /my/[reference]/edit",
    path: ({ reference }) => `/my/${reference}/edit`,
    ...holder({ attendee: "allowed, shows needs" }),
  },
  {
    route: "page /my/[reference]/cancel",
    path: ({ reference }) => `/my/${reference}/cancel`,
    ...holder({ attendee: "allowed" }),
  },
  {
    route: "page /my/[reference]/substitute",
    path: ({ reference }) => `/my/${reference}/substitute`,
    ...holder({ attendee: "allowed" }),
  },
  {
    // As long as the registration counts one is sent back to it.
    route: "page /my/[reference]/erase",
    path: ({ reference }) => `/my/${reference}/erase`,
    ...holder({ attendee: "allowed" }),
  },
  {
    route: "GET /my/[reference]/data",
    path: ({ reference }) => `/my/${reference}/data`,
    ...holder({ attendee: NEEDS }),
  },
  {
    route: "GET /my/[reference]/files/[id]",
    path: ({ reference, fileId }) => `/my/${reference}/files/${fileId}`,
    ...holder({ attendee: "allowed, shows needs" }),
  },
  {
    route: "GET /my/[reference]/registration.ics",
    path: ({ reference }) => `/my/${reference}/registration.ics`,
    ...holder({ attendee: "allowed" }),
  },
  {
    route: "page /booking/[reference]",
    path: ({ bookingReference }) => `/booking/${bookingReference}`,
    ...holder({ booker: EMAIL }),
  },
  {
    route: "GET /booking/[reference]/data",
    path: ({ bookingReference }) => `/booking/${bookingReference}/data`,
    ...holder({ booker: EMAIL }),
  },
  {
    // What a colleague sent is not the booker's to fetch.
    route: "GET /booking/[reference]/files/[id]",
    path: ({ bookingReference, fileId }) => `/booking/${bookingReference}/files/${fileId}`,
    ...closed,
  },
  {
    // While somebody in it still comes, the way leads back to the booking.
    route: "page /booking/[reference]/erase",
    path: ({ bookingReference }) => `/booking/${bookingReference}/erase`,
    ...holder({ booker: "allowed" }),
  },
  {
    route: "page /booking/[reference]/details",
    path: ({ bookingReference }) => `/booking/${bookingReference}/details`,
    ...holder({ booker: EMAIL }),
  },
  {
    route: "page /booking/[reference]/add",
    path: ({ bookingReference }) => `/booking/${bookingReference}/add`,
    ...holder({ booker: "allowed" }),
  },
  {
    route: "page /booking/[reference]/[place]",
    path: ({ bookingReference, reference }) => `/booking/${bookingReference}/${reference}`,
    ...holder({ booker: NAME }),
  },
  {
    route: "page /booking/[reference]/[place]/cancel",
    path: ({ bookingReference, reference }) => `/booking/${bookingReference}/${reference}/cancel`,
    ...holder({ booker: NAME }),
  },
  {
    route: "page /events/[slug]/invitation",
    path: ({ event }) => `/events/${event.slug}/invitation`,
    ...holder({ invited: "allowed" }),
  },
  {
    route: "page /events/[slug]/invitation/erase",
    path: ({ event }) => `/events/${event.slug}/invitation/erase`,
    ...holder({ invited: "allowed" }),
  },
  {
    route: "GET /events/[slug]/invitation/data",
    path: ({ event }) => `/events/${event.slug}/invitation/data`,
    ...holder({ invited: "allowed" }),
  },
  // The address names nobody: the speaker sees the same sheet, whatever organisation is asked about.
  {
    route: "page /speak",
    path: () => "/speak",
    own: { ...closed.own, speaker: "allowed" },
    foreign: { ...closed.own, speaker: "allowed" },
  },
  {
    route: "GET /speak/sessions.ics",
    path: () => "/speak/sessions.ics",
    own: { ...closed.own, speaker: "allowed" },
    foreign: { ...closed.own, speaker: "allowed" },
  },

  // For organisers
  {
    route: "page /organise",
    path: () => "/organise",
    own: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
  },
  ...TEAM_ROWS,
  {
    // Who edits no organisation is told whom to ask.
    route: "page /organise/new",
    path: () => "/organise/new",
    own: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
  },
  ...EDITOR_ROWS,
  {
    route: "page /organise/[eventSlug]",
    path: ({ event }) => `/organise/${event.slug}`,
    ...organisers({
      owner: "allowed",
      editor: "allowed",
      finance: "allowed",
      viewer: "allowed",
      // Sent on to the list: that is all there is for the door.
      door: "allowed",
      "co-organiser": "allowed",
      host: "allowed",
    }),
  },
  {
    route: "page /organise/[eventSlug]/line",
    path: ({ event }) => `/organise/${event.slug}/line`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    // Who only hosts sessions finds nobody on it.
    route: "page /organise/[eventSlug]/invitations",
    path: ({ event }) => `/organise/${event.slug}/invitations`,
    ...organisers({
      owner: "allowed",
      editor: "allowed",
      viewer: "allowed",
      "co-organiser": "allowed",
      host: "allowed",
    }),
  },
  {
    route: "page /organise/[eventSlug]/invitations/[id]",
    path: ({ event, invitationId }) => `/organise/${event.slug}/invitations/${invitationId}`,
    ...organisers({ owner: "allowed", editor: "allowed", viewer: "allowed", "co-organiser": "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/invitations/send",
    path: ({ event }) => `/organise/${event.slug}/invitations/send`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/invitations/import",
    path: ({ event }) => `/organise/${event.slug}/invitations/import`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/registrations",
    path: ({ event }) => `/organise/${event.slug}/registrations`,
    ...organisers({
      owner: NAME,
      editor: NAME,
      finance: NAME,
      viewer: NAME,
      door: NAME,
      "co-organiser": NAME,
      host: NAME,
    }),
  },
  {
    route: "page /organise/[eventSlug]/registrations",
    path: ({ event }) => `/organise/${event.slug}/registrations?columns=name,email,diet,access`,
    ...organisers({
      owner: EMAIL,
      editor: EMAIL,
      finance: EMAIL,
      viewer: EMAIL,
      door: NAME,
      "co-organiser": EMAIL,
      host: EMAIL,
    }),
  },
  ...PERSON_ROWS,
  {
    route: "page /organise/[eventSlug]/change-requests",
    path: ({ event }) => `/organise/${event.slug}/change-requests`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  ...PROGRAMME_ROWS,
  {
    route: "page /organise/[eventSlug]/settings",
    path: ({ event }) => `/organise/${event.slug}/settings`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  ...SPEAKER_ROWS,
  {
    route: "page /organise/[eventSlug]/meals",
    path: ({ event }) => `/organise/${event.slug}/meals`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "GET /organise/[eventSlug]/meals/export",
    path: ({ event }) => `/organise/${event.slug}/meals/export`,
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
  {
    route: "GET /organise/[eventSlug]/registrations/export",
    path: ({ event }) => `/organise/${event.slug}/registrations/export?format=csv&columns=name,email`,
    ...organisers({
      owner: EMAIL,
      editor: EMAIL,
      finance: EMAIL,
      viewer: EMAIL,
      door: "forbidden",
      "co-organiser": EMAIL,
      host: EMAIL,
    }),
  },
  {
    route: "GET /organise/[eventSlug]/registrations/export",
    path: ({ event }) => `/organise/${event.slug}/registrations/export?format=csv&columns=name,email,diet`,
    ...organisers({
      owner: NEEDS,
      editor: NEEDS,
      finance: "forbidden",
      viewer: "forbidden",
      door: "forbidden",
      "co-organiser": "forbidden",
      host: "forbidden",
    }),
  },
  {
    // What is packed in a workbook is not read here: the rows and columns are those of the CSV file.
    route: "GET /organise/[eventSlug]/registrations/export",
    path: ({ event }) => `/organise/${event.slug}/registrations/export?format=xlsx&columns=name,diet`,
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

  {
    route: "page /organise/[eventSlug]/codes",
    path: ({ event }) => `/organise/${event.slug}/codes`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },

  {
    // Who would get it, and who is left out because the address takes no mail, is told there.
    route: "page /organise/[eventSlug]/mail/reminders/[id]",
    path: ({ event, reminderId }) => `/organise/${event.slug}/mail/reminders/${reminderId}?shown=left-out`,
    ...organisers({ owner: EMAIL, editor: EMAIL }),
  },

  {
    route: "page /organise/[eventSlug]/cancel",
    path: ({ event }) => `/organise/${event.slug}/cancel`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },

  {
    // To whom it went is told there.
    route: "page /organise/[eventSlug]/mailings/[id]",
    path: ({ event, mailingId }) => `/organise/${event.slug}/mailings/${mailingId}`,
    ...organisers({ owner: EMAIL, editor: EMAIL }),
  },

  {
    route: "page /organise/[eventSlug]/questions",
    path: ({ event }) => `/organise/${event.slug}/questions`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/questions/new",
    path: ({ event }) => `/organise/${event.slug}/questions/new`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/questions/[key]",
    path: ({ event, questionKey }) => `/organise/${event.slug}/questions/${questionKey}`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },
  {
    route: "page /organise/[eventSlug]/questions/preview",
    path: ({ event }) => `/organise/${event.slug}/questions/preview`,
    ...organisers({ owner: "allowed", editor: "allowed" }),
  },

  {
    route: "page /organise/[eventSlug]/log",
    path: ({ event }) => `/organise/${event.slug}/log`,
    ...organisers({ owner: NAME, editor: NAME }),
  },

  // Signing in and out
  { route: "GET /api/auth/[...nextauth]", path: () => "/api/auth/callback/email?email=a@example.org&token=b", ...open },
  { route: "GET /api/auth/[...nextauth]", path: () => "/api/auth/session", ...closed },
  {
    route: "POST /api/auth/[...nextauth]",
    path: () => "/api/auth/signin",
    body: () => ({ form: { email: "ingen-alls@example.org" } }),
    ...open,
  },

  ...API,
  ...MAIL_ROWS,
];
