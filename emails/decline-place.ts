/** Stands in every letter where it may say how to get no more of its kind. */
export const DECLINE_PLACE = "<!--decline-->";
