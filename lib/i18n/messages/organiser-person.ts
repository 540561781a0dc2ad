/** What an organiser can do with one person's registration. */
export const sv = {
  errorTitle: "Fel: {title}",
  problem: "Det gick inte",
  gone: "Anmälan har ändrats under tiden. Ladda om sidan.",
  actions: "Åtgärder",
  optional: "valfritt",

  extend: "Senare sista dag för den här personen",
  extendHelp:
    "Personen får ändra och avboka kostnadsfritt till och med den dagen, även om sista dagen för alla andra har passerat. Maten följer alltid kökets sista dag. Lämna tomt för att ta tillbaka.",
  extendThrough: "Till och med",
  extendSubmit: "Spara dagen",
  extended: "Den senare sista dagen är sparad.",

  handOver: "Lämna över platsen till någon annan",
  handOverHelp:
    "Plats, dagar, programpunkter, bokning och pris behålls. Svar, specialkost och samtycke rensas, den gamla länken slutar gälla och båda får brev.",
  newName: "Namn",
  newEmail: "E-postadress",
  handOverSubmit: "Lämna över platsen",
  handedOver: "Platsen är överlåten. Det här är den nya personens anmälan.",

  cancel: "Avboka",
  cancelHelp:
    "Platsen blir ledig, specialkost och behov raderas och personen får brev. Avgiften faller bort till och med sista dagen för kostnadsfri avbokning.",
  cancelSubmit: "Avboka personen",
  cancelled: "Anmälan är avbokad.",

  protect: "Skyddade personuppgifter",
  protectHelp:
    "Gäller personen sekretessmarkering eller skyddad folkbokföring? Då visas hen bara för ägare och redaktörer: inte i listor, sökningar, antal eller filer för någon annan.",
  protectSubmit: "Skydda uppgifterna",
  protectedNow: "Uppgifterna är skyddade.",
  unprotectHelp: "Uppgifterna visas bara för ägare och redaktörer. Häver du skyddet syns personen som alla andra.",
  unprotectSubmit: "Häv skyddet",
  unprotectedNow: "Skyddet är hävt.",

  working: "Sparar …",
};

export const en: typeof sv = {
  errorTitle: "Error: {title}",
  problem: "That did not work",
  gone: "The registration has changed in the meantime. Reload the page.",
  actions: "Actions",
  optional: "optional",

  extend: "A later last day for this person",
  extendHelp:
    "The person may change, and cancel free of charge, through that day, even if the last day for everybody else has passed. Meals always follow the caterer's last day. Leave empty to take it back.",
  extendThrough: "Through",
  extendSubmit: "Save the day",
  extended: "The later last day is saved.",

  handOver: "Hand the place over to somebody else",
  handOverHelp:
    "Place, days, sessions, booking and price are kept. Answers, special diets and consent are cleared, the old link stops working, and both get a mail.",
  newName: "Name",
  newEmail: "Email address",
  handOverSubmit: "Hand over the place",
  handedOver: "The place has been handed over. This is the new person's registration.",

  cancel: "Cancel",
  cancelHelp:
    "The place becomes free, special diets and needs are deleted, and the person gets a mail. The fee is waived through the last day for free cancellation.",
  cancelSubmit: "Cancel this person",
  cancelled: "The registration is cancelled.",

  protect: "Protected personal data",
  protectHelp:
    "Is the person's identity protected by law? Then only owners and editors see them: nobody else does in lists, searches, counts or files.",
  protectSubmit: "Protect the data",
  protectedNow: "The data is protected.",
  unprotectHelp:
    "Only owners and editors see the data. Without the protection the person is shown like everybody else.",
  unprotectSubmit: "End the protection",
  unprotectedNow: "The protection has ended.",

  working: "Saving …",
};
