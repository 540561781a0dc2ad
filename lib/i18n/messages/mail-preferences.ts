/** Which mail somebody wants of an organisation. */
export const sv = {
  letterLine: "Avsluta sådana brev eller välj vilka du vill ha",
  title: "Brev från {organisation}",
  lead: "Här väljer du vilka brev {organisation} skickar till {address}.",
  saved: "Ditt val är sparat.",
  always: "Bekräftelser, ändringar och annat som rör din egen anmälan skickas alltid.",
  stop: "Sluta skicka sådana brev",
  stopWhat: {
    INVITATIONS: "Du kom hit från en inbjudan eller en påminnelse om den.",
    REMINDERS: "Du kom hit från en påminnelse inför ett evenemang.",
    NEWS: "Du kom hit från ett brev med nyheter eller material.",
  },
  stopped: "Du får inga fler sådana brev.",
  choose: "Välj vilka brev du vill ha",
  kind: {
    INVITATIONS: "Inbjudningar och påminnelser om dem",
    REMINDERS: "Påminnelser inför evenemang jag är anmäld till",
    NEWS: "Nyheter, material och utvärderingar",
  },
  save: "Spara valet",
  working: "Sparar …",
  problem: "Valet kunde inte sparas",
  link_invalid: "Länken gäller inte. Öppna den ur det senaste brevet igen.",
};

export const en: typeof sv = {
  letterLine: "Stop such mail or choose which you want",
  title: "Mail from {organisation}",
  lead: "Here you choose which mail {organisation} sends to {address}.",
  saved: "Your choice is saved.",
  always: "Confirmations, changes and whatever else concerns your own registration are always sent.",
  stop: "Stop sending such mail",
  stopWhat: {
    INVITATIONS: "You came here from an invitation or a reminder of it.",
    REMINDERS: "You came here from a reminder of an event.",
    NEWS: "You came here from a mail with news or material.",
  },
  stopped: "You will get no more such mail.",
  choose: "Choose which mail you want",
  kind: {
    INVITATIONS: "Invitations and reminders of them",
    REMINDERS: "Reminders of events I am registered for",
    NEWS: "News, material and evaluations",
  },
  save: "Save the choice",
  working: "Saving …",
  problem: "The choice could not be saved",
  link_invalid: "The link is not valid. Open it from the latest mail again.",
};
