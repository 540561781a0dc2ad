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
  rights: "Personens rättigheter",
  dataHelp:
    "Frågar personen vad som finns om dem? Filen innehåller allt, även kost, behov och vad ni har noterat. Att du hämtar den står i loggen.",
  data: "Hämta allt om personen",
  eraseHelp:
    "Ber personen om att bli raderad? Det går när anmälan är avslutad eller evenemanget är över, och går inte att ångra. Kvar blir att någon var anmäld, utan namn. Personen får ett sista mejl.",
  eraseSure: "Radera allt om {name}",
  eraseSubmit: "Radera personen",
  eraseUnsure: "Kryssa i rutan om personen ska raderas.",
  erased: "Personen är raderad.",

  own: "Etiketter och anteckningar",
  ownHelp: "Syns bara för er organisation. Det som står här ingår om personen begär ut sina uppgifter.",
  tag: "Ny etikett",
  tagSubmit: "Sätt etiketten",
  tagRemove: "Ta bort",
  tagRemoveOne: "Ta bort etiketten {tag}",
  noTags: "Inga etiketter.",
  note: "Ny anteckning",
  noteSubmit: "Spara anteckningen",
  noteRemove: "Ta bort",
  noteRemoveOne: "Ta bort anteckningen från {when}",
  noteBy: "{when}, {by}",
  somebody: "någon som inte längre har konto",
  tagInvalid: "Skriv en etikett på högst 40 tecken.",
  tooManyTags: "Evenemanget har redan 200 etiketter. Använd någon av dem.",
  noteInvalid: "Skriv en anteckning på högst 2 000 tecken.",
  tagged: "Etiketten är sparad.",
  noted: "Anteckningen är sparad.",
  removed: "Borttaget.",
  added: "Personen är tillagd.",
  addedWaiting: "Det är fullt: personen står nu på väntelistan.",

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
  rights: "The person’s rights",
  dataHelp:
    "Does the person ask what is known about them? The file holds everything, diet, needs and your notes included. That you downloaded it is in the log.",
  data: "Download everything about the person",
  eraseHelp:
    "Does the person ask to be erased? That can be done once the registration has ended or the event is over, and cannot be undone. What stays is that somebody was registered, without a name. The person gets a last mail.",
  eraseSure: "Erase everything about {name}",
  eraseSubmit: "Erase the person",
  eraseUnsure: "Tick the box if the person is to be erased.",
  erased: "The person has been erased.",

  own: "Tags and notes",
  ownHelp: "Only your organisation sees this. It is included if the person asks for what is stored about them.",
  tag: "New tag",
  tagSubmit: "Set the tag",
  tagRemove: "Remove",
  tagRemoveOne: "Remove the tag {tag}",
  noTags: "No tags.",
  note: "New note",
  noteSubmit: "Save the note",
  noteRemove: "Remove",
  noteRemoveOne: "Remove the note from {when}",
  noteBy: "{when}, {by}",
  somebody: "somebody whose account is gone",
  tagInvalid: "Write a tag of at most 40 characters.",
  tooManyTags: "The event has 200 tags already. Use one of them.",
  noteInvalid: "Write a note of at most 2,000 characters.",
  tagged: "The tag is saved.",
  noted: "The note is saved.",
  removed: "Removed.",
  added: "The person is added.",
  addedWaiting: "It is full: the person is on the waiting list now.",

  working: "Saving …",
};
