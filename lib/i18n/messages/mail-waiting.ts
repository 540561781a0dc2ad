export const sv = {
  pending: {
    subject: "Vi har tagit emot din anmälan: {event}",
    heading: "Din anmälan väntar på svar",
    intro: "Tack för din anmälan till {event}. Arrangören går igenom anmälningarna och bekräftar dem en och en.",
    next: "Du får ett nytt brev när arrangören har svarat. Till dess hålls en plats åt dig.",
    notYet: "Boka gärna inte resa eller hotell förrän platsen är bekräftad.",
  },
  waiting: {
    subject: "Du står i kö: {event}",
    heading: "Du står i kö",
    intro: "Du står på väntelistan till {event}.",
    place: "Din plats i kön är nummer {place}.",
    page: "På din sida ser du alltid var i kön du står. Där kan du också lämna kön.",
  },
  offer: {
    subject: "En plats är ledig åt dig, svara senast {until}: {event}",
    heading: "Vill du ha platsen?",
    intro: "En plats på {event} har blivit ledig, och du står på tur. Vi håller den åt dig till {until}.",
    action: "Tacka ja eller nej",
    accept: "Öppna din sida och välj ”Tacka ja”. Då är platsen din, och du får en bekräftelse.",
    decline: "Vill du inte ha den, tacka nej. Då går den vidare till nästa i kön.",
    lapse: "Svarar du inte i tid går platsen till nästa i kön, och ditt köande upphör.",
    until: "Svara senast",
  },
  lapsed: {
    subject: "Tiden att svara har gått ut: {event}",
    heading: "Tiden att svara har gått ut",
    intro: "Vi höll en plats på {event} åt dig, men fick inget svar i tid. Platsen har gått vidare till nästa i kön.",
    again:
      "Vill du fortfarande komma kan du anmäla dig på nytt till och med {date}. Är det fullt ställs du sist i kön.",
  },
  approved: {
    subject: "Din plats är bekräftad: {event}",
    heading: "Din plats är bekräftad",
    intro: "Arrangören har godkänt din anmälan till {event}. Välkommen!",
  },
  rejected: {
    subject: "Svar på din anmälan: {event}",
    heading: "Du har inte fått någon plats",
    intro: "Arrangören har gått igenom anmälningarna till {event} och kan tyvärr inte ge dig någon plats.",
    reason: "Arrangören skriver: {reason}",
    deleted: "Vad du har skrivit om specialkost och behov är raderat.",
  },
  sessionOffer: {
    subject: "Plats ledig på {session}, svara senast {until}",
    heading: "En plats har blivit ledig",
    intro: "Du står på tur till {session} på {event}. Vi håller platsen åt dig till {until}.",
    lapse: "Svarar du inte i tid går platsen till nästa i kön. Din övriga anmälan påverkas inte.",
  },
};

export const en: typeof sv = {
  pending: {
    subject: "We have received your registration: {event}",
    heading: "Your registration awaits an answer",
    intro:
      "Thank you for registering for {event}. The organiser goes through registrations and confirms them one by one.",
    next: "You will get another mail when the organiser has answered. Until then a place is kept for you.",
    notYet: "Please do not book travel or a hotel before the place is confirmed.",
  },
  waiting: {
    subject: "You are on the waiting list: {event}",
    heading: "You are on the waiting list",
    intro: "You are on the waiting list for {event}.",
    place: "You are number {place} in line.",
    page: "Your own page always shows where in line you are. You can leave the line there, too.",
  },
  offer: {
    subject: "There is a place for you, answer by {until}: {event}",
    heading: "Would you like the place?",
    intro: "A place at {event} has become free, and it is your turn. We keep it for you until {until}.",
    action: "Accept or decline",
    accept: "Open your page and choose “Accept”. The place is then yours, and you get a confirmation.",
    decline: "If you do not want it, please decline. It then goes to the next in line.",
    lapse: "If you do not answer in time, the place goes to the next in line and you no longer wait.",
    until: "Answer by",
  },
  lapsed: {
    subject: "The time to answer has run out: {event}",
    heading: "The time to answer has run out",
    intro: "We kept a place at {event} for you but got no answer in time. It has gone to the next in line.",
    again: "If you still want to come you can register again until {date}. If it is full, you will be last in line.",
  },
  approved: {
    subject: "Your place is confirmed: {event}",
    heading: "Your place is confirmed",
    intro: "The organiser has approved your registration for {event}. Welcome!",
  },
  rejected: {
    subject: "About your registration: {event}",
    heading: "You have not been given a place",
    intro:
      "The organiser has gone through the registrations for {event} and is sorry not to be able to give you a place.",
    reason: "The organiser writes: {reason}",
    deleted: "What you wrote about diet and access needs is deleted.",
  },
  sessionOffer: {
    subject: "A place is free at {session}, answer by {until}",
    heading: "A place has become free",
    intro: "It is your turn for {session} at {event}. We keep the place for you until {until}.",
    lapse:
      "If you do not answer in time, the place goes to the next in line. The rest of your registration stays as it is.",
  },
};
