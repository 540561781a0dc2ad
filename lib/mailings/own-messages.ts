const ABOUT_EVENT = ["name", "event", "date", "place", "organiser", "contact"] as const;
const ABOUT_PLACE = [...ABOUT_EVENT, "reference"] as const;
/** What can be said to somebody with a registration. */
export const ABOUT_REGISTRATION = [...ABOUT_PLACE, "category", "days", "sessions"] as const;
