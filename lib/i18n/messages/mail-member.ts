/** The letter that asks somebody to work in an organisation. */
export const sv = {
  subject: "Inbjudan att arbeta med {place}",
  preheader: "{organisation} vill ha dig med som {role}.",
  heading: "Vill du arbeta med {place}?",
  introBy: "{inviter} bjuder in dig att arbeta med {place} i Samling, där anmälningar och deltagare sköts.",
  intro: "{organisation} bjuder in dig att arbeta med {place} i Samling, där anmälningar och deltagare sköts.",
  organisation: "Organisation",
  role: "Din roll",
  action: "Logga in och svara",
  validity: "Gäller till och med {date}. Logga in med {email}; du behöver inget lösenord.",
  notYou:
    "Väntade du inte det här? Då kan du bortse från brevet. Ingenting händer förrän du har loggat in och tackat ja.",
  footer: "Du får brevet för att någon som äger {organisation} i Samling skrev din e-postadress.",
};

export const en: typeof sv = {
  subject: "Invitation to work with {place}",
  preheader: "{organisation} would like you to join as {role}.",
  heading: "Would you like to work with {place}?",
  introBy: "{inviter} invites you to work with {place} in Samling, where registrations and attendees are looked after.",
  intro:
    "{organisation} invites you to work with {place} in Samling, where registrations and attendees are looked after.",
  organisation: "Organisation",
  role: "Your role",
  action: "Sign in and answer",
  validity: "Valid through {date}. Sign in with {email}; you need no password.",
  notYou: "Were you not expecting this? Then you can ignore it. Nothing happens until you have signed in and accepted.",
  footer: "You are getting this mail because an owner of {organisation} in Samling wrote your email address.",
};
