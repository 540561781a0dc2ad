/** The pages on which organisers read every message as it is at their event, and the way between the pages of mail. */
export const sv = {
  title: "Alla brev",
  lead: "Så här lyder varje brev som Samling skickar från evenemanget, med evenemangets egna uppgifter och en påhittad mottagare. Läs korrektur här innan någon annan läser dem.",
  group: {
    invited: "Inbjudan",
    registered: "Anmälan",
    waiting: "Besked och kö",
    before: "Inför evenemanget",
    leaving: "Avbokning och inställt",
    organisers: "Till er själva",
  },
  turn: "Bläddra bland breven",
  all: "Brev {number} av {count}",
  sample: "Mottagaren är påhittad. Länkarna leder till evenemangets sida.",
  language: { sv: "På svenska", en: "På engelska" },
  subject: "Ämne:",
  frame: "Brevet {language}",
  plain: "Som ren text",
  written: {
    reason: "Konferensen är för dem som arbetar i länet.",
    answer: "Köket hann få med ändringen.",
    message: "Vi hoppas kunna ses till våren i stället.",
    subject: "Ett utskick",
    text: "Här står det ni själva skriver i ett utskick.\nVarje rad blir ett stycke.",
  },
};

export const en: typeof sv = {
  title: "All letters",
  lead: "This is how every letter that Samling sends from the event reads, with the event’s own details and a recipient who does not exist. Proof-read them here before anybody else does.",
  group: {
    invited: "Invitation",
    registered: "Registration",
    waiting: "Answers and lines",
    before: "Before the event",
    leaving: "Leaving and cancelled",
    organisers: "To yourselves",
  },
  turn: "Turn the letters",
  all: "Letter {number} of {count}",
  sample: "The recipient does not exist. The links lead to the event’s page.",
  language: { sv: "In Swedish", en: "In English" },
  subject: "Subject:",
  frame: "The letter {language}",
  plain: "As plain text",
  written: {
    reason: "The conference is for those who work in the county.",
    answer: "The kitchen had time for the change.",
    message: "We hope to meet in the spring instead.",
    subject: "A mailing",
    text: "Here stands what you write yourselves in a mailing.\nEvery line becomes a paragraph.",
  },
};
