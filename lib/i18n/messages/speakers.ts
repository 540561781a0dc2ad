/** The organiser's page about an event's speakers. */
export const sv = {
  title: "Talare",
  intro:
    "En inbjuden talare får ett brev med sina programpunkter, tid, plats och kontakt, och en egen länk till sitt programblad. Ändrar du sedan något som rör talaren får han eller hon veta det efter fem minuter.",
  none: "Inga talare ännu",
  noneNext: "Talare som står på en programpunkt visas här.",
  choose: "Välj {name}",
  chosen: "Välj",
  name: "Namn",
  sessions: "Programpunkter",
  address: "E-post",
  noAddress: "Saknas",
  invited: "Inbjuden",
  notInvited: "Inte än",
  send: "Skicka inbjudan",
  working: "Skickar …",
  errorTitle: "Fel: Talare",
  done: "{count, plural, one {En inbjudan skickas.} other {# inbjudningar skickas.}}",
  problem: {
    nobody_chosen: "Välj minst en talare.",
    speaker_gone: "Någon av talarna finns inte kvar på evenemanget. Ladda om sidan och välj på nytt.",
    no_address: "Någon av dem du valde har ingen e-postadress.",
    event_not_ahead: "Inbjudningar kan bara skickas från ett publicerat evenemang som inte är över.",
  },
};

export const en: typeof sv = {
  title: "Speakers",
  intro:
    "An invited speaker gets a mail with sessions, time, place and contact, and a personal link to a programme sheet. When you later change something that concerns them, they hear of it after five minutes.",
  none: "No speakers yet",
  noneNext: "Speakers who are on a session are shown here.",
  choose: "Choose {name}",
  chosen: "Choose",
  name: "Name",
  sessions: "Sessions",
  address: "E-mail",
  noAddress: "Missing",
  invited: "Invited",
  notInvited: "Not yet",
  send: "Send invitation",
  working: "Sending …",
  errorTitle: "Error: Speakers",
  done: "{count, plural, one {One invitation is being sent.} other {# invitations are being sent.}}",
  problem: {
    nobody_chosen: "Choose at least one speaker.",
    speaker_gone: "One of the speakers is no longer at the event. Reload the page and choose again.",
    no_address: "One of those you chose has no e-mail address.",
    event_not_ahead: "Invitations can only be sent from a published event that is not over.",
  },
};
