import type { EventRole } from "./scopes";

/** Whether a role may do something at one event. The same predicate hides the button and guards the gate. */
export type Permission = (role: EventRole) => boolean;

const anyOf =
  (...roles: readonly EventRole[]): Permission =>
  (role) =>
    roles.includes(role);

/** Names, organisations and states of those who come: everybody who works with the event, the door included. */
export const canSeeList = anyOf("OWNER", "EDITOR", "FINANCE", "VIEWER", "DOOR", "CO_ORGANISER");

/** Addresses, answers, choices and history of each person, and the event's counts and curve: more than a door needs. */
export const canSeeRegistrations = anyOf("OWNER", "EDITOR", "FINANCE", "VIEWER", "CO_ORGANISER");

/** Who was invited or written to, what was said and what became of it. Whoever minds the money has no errand there. */
export const canSeeCorrespondence = anyOf("OWNER", "EDITOR", "VIEWER", "CO_ORGANISER");

/** The list as a file. */
export const canExport = anyOf("OWNER", "EDITOR", "FINANCE", "VIEWER", "CO_ORGANISER");

/** What each person is to pay, and where the invoice goes. */
export const canSeeBilling = anyOf("OWNER", "EDITOR", "FINANCE");

/** The organisation's own tags and notes about people; another organisation's work with the event is not its business. */
export const canSeeNotes = anyOf("OWNER", "EDITOR", "VIEWER");

/** Diet, allergies and access needs. Each reading is audited. */
export const canSeeNeeds = anyOf("OWNER", "EDITOR");

/** People with protected identity ("skyddade personuppgifter"), hidden from everybody else's lists, searches and files. */
export const canSeeProtected = anyOf("OWNER", "EDITOR");

/** Changing the event and its registrations. */
export const canEdit = anyOf("OWNER", "EDITOR");

/** Changing sessions; a co-organiser's are those that its own organisation hosts. */
export const canEditSessions = anyOf("OWNER", "EDITOR", "CO_ORGANISER");

/** Who did and read what at the event, protected people included. */
export const canReadLog = anyOf("OWNER", "EDITOR");

/** Ticking people off at the door. */
export const canCheckIn = anyOf("OWNER", "EDITOR", "DOOR");

/** What the organisation's other events looked like; who is there for this event alone sees nothing else. */
export const canSeeOtherEditions = anyOf("OWNER", "EDITOR", "FINANCE", "VIEWER");
