/** Guests that an invited person may bring. */
export const sv = {
  heading: "Ta med gäster",
  left: "{left, plural, =0 {Inbjudan räcker inte till fler gäster.} one {Du får ta med dig en gäst till.} other {Du får ta med dig # gäster till.}}",
  mayBring:
    "Du får ta med dig {guests, plural, one {en gäst} other {upp till # gäster}}. Tacka ja själv först, så anmäler du dem sedan här.",
  how: "Var och en får en egen plats, en bekräftelse och en länk där de själva skriver om mat och annat. Lämna rader tomma om du är färre.",
  coming: "Dina gäster",
  guest: "{name}: {state}",
  name: "Gäst {number}, namn",
  email: "Gäst {number}, e-post",
  submit: "Anmäl gästerna",
  submitting: "Anmäler …",
  problem: "Allt gick inte igenom",
  done: "Gästerna är anmälda. De får var sin bekräftelse med e-post.",
  partly: "De här fick plats eller står i kö: {placed}. För de här fanns ingen plats: {full}.",
  nobody: "Det finns ingen plats kvar. Ingen av gästerna är anmäld.",
  link: "Ta med gäster",
};

export const en: typeof sv = {
  heading: "Bring guests",
  left: "{left, plural, =0 {The invitation does not stretch to more guests.} one {You may bring one more guest.} other {You may bring # more guests.}}",
  mayBring:
    "You may bring {guests, plural, one {one guest} other {up to # guests}}. Accept yourself first, then register them here.",
  how: "Each of them gets a place, a confirmation and a link for telling about food and so on themselves. Leave rows blank if you are fewer.",
  coming: "Your guests",
  guest: "{name}: {state}",
  name: "Guest {number}, name",
  email: "Guest {number}, email",
  submit: "Register the guests",
  submitting: "Registering …",
  problem: "Not everything went through",
  done: "The guests are registered. Each gets a confirmation by email.",
  partly: "These have a place or are waiting: {placed}. For these there was no place: {full}.",
  nobody: "There is no place left. None of the guests is registered.",
  link: "Bring guests",
};
