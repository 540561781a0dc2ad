/** What attendees do by themselves with their registration. */
export const sv = {
  leave: "Ta tillbaka anmälan",
  leaveTitle: "Ta tillbaka din anmälan till {event}",
  leaveConfirm: "Ja, ta tillbaka min anmälan",
  leaveKeep: "Nej, jag väntar vidare",
  cateringUntil:
    "Till och med {date} ändrar du dagar, måltider och specialkost direkt. Efter det behöver arrangören säga ja.",
  cateringClosed:
    "Maten beställdes den {date}. Ändrar du dagar, måltider eller specialkost nu blir det en önskan som arrangören svarar på.",
  freeUntil: "Avbokningen kostar ingenting till och med {date}.",
  freeClosed: "Sista dagen att avboka kostnadsfritt var {date}.",
  topicsUntil: "Ämnesförslag tas emot till och med {date}.",

  handOver: "Lämna över platsen",
  handOverUntil: "Kan någon annan komma i ditt ställe kan du lämna över platsen till och med {date}.",
  handOverTitle: "Lämna över din plats på {event}",
  handOverLead:
    "Platsen går direkt till den du anger, med samma dagar, programpunkter och bokning. Den blir aldrig ledig däremellan.",
  handOverConsequences: "Det här händer:",
  handOverLink: "Din länk slutar gälla, och du får ett brev som tar bort posten i din kalender.",
  handOverCleared:
    "Dina svar på frågor och det du skrivit om specialkost och behov raderas. Den nya personen får fylla i sina egna.",
  handOverMail: "Den nya personen får en bekräftelse med en egen länk.",
  handOverPrice: "Priset och fakturan ändras inte.",
  handOverWho: "Vem kommer i stället?",
  newName: "Namn",
  newEmail: "E-postadress",
  newEmailHelp: "Dit skickar vi bekräftelsen och den personliga länken.",
  handOverSubmit: "Lämna över platsen",
  handOverSubmitting: "Lämnar över …",
  handOverProblem: "Platsen lämnades inte över",
  handedOverTitle: "Platsen är överlåten",
  handedOver: "Den nya personen får ett brev med sin egen länk, och du får en bekräftelse.",

  consentHeading: "Du har tagit över platsen",
  consentBody:
    "Du har fått platsen av någon annan. {organiser} sparar ditt namn, din e-postadress och dina svar för att kunna ordna {event}. Svara också på frågorna i anmälan och säg till om specialkost.",
  consentTick: "Jag samtycker till att uppgifterna sparas.",
  consentSubmit: "Spara",
  consentSubmitting: "Sparar …",
  consentProblem: "Samtycket kunde inte sparas",
  consentMissing: "Kryssa i rutan om du samtycker.",
};

export const en: typeof sv = {
  leave: "Withdraw the registration",
  leaveTitle: "Withdraw your registration for {event}",
  leaveConfirm: "Yes, withdraw my registration",
  leaveKeep: "No, I will go on waiting",
  cateringUntil:
    "Until {date} you change days, meals and special diets directly. After that the organiser has to agree.",
  cateringClosed:
    "The food was ordered on {date}. If you change days, meals or special diets now, the organiser answers your request.",
  freeUntil: "Cancelling costs nothing until {date}.",
  freeClosed: "The last day to cancel free of charge was {date}.",
  topicsUntil: "Topics can be proposed until {date}.",

  handOver: "Hand over the place",
  handOverUntil: "If somebody else can come instead of you, you can hand over the place until {date}.",
  handOverTitle: "Hand over your place at {event}",
  handOverLead:
    "The place goes directly to the person you name, with the same days, sessions and booking. It is never free in between.",
  handOverConsequences: "This is what happens:",
  handOverLink: "Your link stops working, and you get a mail that removes the entry from your calendar.",
  handOverCleared:
    "Your answers and what you wrote about diet and access needs are deleted. The new person fills in their own.",
  handOverMail: "The new person gets a confirmation with a link of their own.",
  handOverPrice: "The price and the invoice do not change.",
  handOverWho: "Who is coming instead?",
  newName: "Name",
  newEmail: "Email address",
  newEmailHelp: "This is where we send the confirmation and the personal link.",
  handOverSubmit: "Hand over the place",
  handOverSubmitting: "Handing over …",
  handOverProblem: "The place was not handed over",
  handedOverTitle: "The place has been handed over",
  handedOver: "The new person gets a mail with their own link, and you get a confirmation.",

  consentHeading: "You have taken over this place",
  consentBody:
    "Somebody has handed their place over to you. {organiser} stores your name, email address and answers in order to run {event}. Please also answer the questions in the registration and tell us about special diets.",
  consentTick: "I consent to my details being stored.",
  consentSubmit: "Save",
  consentSubmitting: "Saving …",
  consentProblem: "Your consent was not saved",
  consentMissing: "Tick the box if you consent.",
};
