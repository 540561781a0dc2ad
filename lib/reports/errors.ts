/** Why diet and access needs stay closed. */
export type ReadNeedsFailure = "needs_forbidden" | "registration_not_found";
