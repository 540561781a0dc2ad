/** The letter with an invitation. */
export const sv = {
  subject: "Inbjudan: {event}",
  preheader: "{date}. Svara senast {last}.",
  heading: "Du är inbjuden",
  intro: "{organiser} bjuder in dig till {event}.",
  opens: "Anmälan öppnar {date}. Länken här nedanför fungerar redan, och du kan tacka nej när du vill.",
  ask: "Tacka ja eller nej senast {date}. Du behöver inget konto.",
  guests:
    "Du får ta med dig {guests, plural, one {en gäst} other {upp till # gäster}}. När du har tackat ja anmäler du dem med samma länk.",
  personal: "Inbjudan är personlig och gäller den här e-postadressen.",
  forwardable: "Kan du inte komma själv får du skicka inbjudan vidare till en kollega som anmäler sig i ditt ställe.",
  action: "Svara på inbjudan",
  notePersonal: "Länken är personlig, så skicka den inte vidare.",
  noteForwardable: "Länken räcker till en person.",
};

export const en: typeof sv = {
  subject: "Invitation: {event}",
  preheader: "{date}. Please answer by {last}.",
  heading: "You are invited",
  intro: "{organiser} invites you to {event}.",
  opens: "Registration opens on {date}. The link below works already, and you can decline whenever you like.",
  ask: "Please accept or decline by {date}. You need no account.",
  guests:
    "You may bring {guests, plural, one {one guest} other {up to # guests}}. Once you have accepted you register them with the same link.",
  personal: "The invitation is personal and is meant for this email address.",
  forwardable:
    "If you cannot come yourself you may pass the invitation on to a colleague, who registers in your place.",
  action: "Answer the invitation",
  notePersonal: "The link is personal, so please do not pass it on.",
  noteForwardable: "The link is good for one person.",
};
