/** Which wording of the consent was agreed to; raised whenever the wording changes. */
export const CONSENT_VERSION = "2026-11";
