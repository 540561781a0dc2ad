export const sv = {
  takenOver:
    "Du har fått ta över en plats på {event}. Platsen är bekräftad och din. Öppna din anmälan, godkänn att vi sparar dina uppgifter och svara på frågorna: vad den förra deltagaren skrev har vi tagit bort.",
  changeGranted: {
    subject: "Ändringen är gjord: {event}",
    heading: "Arrangören har sagt ja",
    intro: "Ändringen du bad om är gjord. Så här ser din anmälan till {event} ut nu.",
  },
  changeRefused: {
    subject: "Ändringen går inte att göra: {event}",
    heading: "Arrangören har sagt nej",
    intro: "Ändringen du bad om gick inte att göra. Din anmälan till {event} är som förut.",
  },
  changeAnswer: "Arrangören skriver: {answer}",
  myLink: {
    subject: "Din länk: {event}",
    heading: "Här är din länk",
    intro: "Någon, troligen du, har bett oss skicka länken till din anmälan till {event} igen.",
    notYou: "Var det inte du? Då behöver du inte göra något. Länken har bara skickats hit.",
  },
  erased: {
    subject: "Dina uppgifter är raderade: {event}",
    heading: "Dina uppgifter är raderade",
    intro:
      "Vi har raderat ditt namn, din e-postadress och allt annat du har lämnat i din anmälan till {event}. Länkarna i våra brev fungerar inte längre.",
    stays:
      "Kvar finns att det har funnits en anmälan, vilka dagar och programpunkter den gällde och vad den kostade, utan uppgift om vem. Fakturauppgifter måste sparas så länge bokföringslagen kräver. När det här brevet har skickats tar vi bort adressen även ur vår lista över utskick.",
    footer: "Du får brevet för att du har bett {organiser} att radera dina uppgifter.",
  },
  leftLine: {
    heading: "Din anmälan är återtagen",
    intro: "Du väntar inte längre på en plats på {event}. Vad du har skrivit om specialkost och behov är raderat.",
  },
  substituted: {
    subject: "Din plats är överlåten: {event}",
    heading: "Din plats är överlåten",
    intro:
      "Din plats på {event} har gått över till en annan person. Vad du har svarat på frågor och skrivit om specialkost och behov är raderat.",
    link: "Länken i dina tidigare brev gäller inte längre.",
    notYou: "Har du inte bett om det? Hör av dig till arrangören så fort du kan.",
  },
};

export const en: typeof sv = {
  takenOver:
    "You have taken over a place at {event}. It is confirmed and yours. Open your registration, agree that we store your details, and answer the questions: what the previous attendee wrote has been removed.",
  changeGranted: {
    subject: "Your change is made: {event}",
    heading: "The organiser has agreed",
    intro: "The change you asked for is made. This is how your registration for {event} looks now.",
  },
  changeRefused: {
    subject: "Your change is not possible: {event}",
    heading: "The organiser has said no",
    intro: "The change you asked for was not possible. Your registration for {event} is as before.",
  },
  changeAnswer: "The organiser writes: {answer}",
  myLink: {
    subject: "Your link: {event}",
    heading: "Here is your link",
    intro: "Somebody, probably you, asked us to send the link to your registration for {event} again.",
    notYou: "Was it not you? Then there is nothing you need to do. The link has only been sent here.",
  },
  erased: {
    subject: "Your details are erased: {event}",
    heading: "Your details are erased",
    intro:
      "We have erased your name, your email address and everything else you gave in your registration for {event}. Your links no longer work.",
    stays:
      "What stays is that there was a registration, which days and sessions it was for and what it cost, without saying whose it was. Billing details have to be kept for as long as accounting law demands. Once this mail has been sent, the address is removed from our list of mails too.",
    footer: "You are getting this mail because you asked {organiser} to erase your details.",
  },
  leftLine: {
    heading: "Your registration is withdrawn",
    intro: "You are no longer waiting for a place at {event}. What you wrote about diet and access needs is deleted.",
  },
  substituted: {
    subject: "Your place has been handed over: {event}",
    heading: "Your place has been handed over",
    intro:
      "Your place at {event} has gone to another person. Your answers and what you wrote about diet and access needs are deleted.",
    link: "The link in your earlier mails is no longer valid.",
    notYou: "Did you not ask for this? Please contact the organiser as soon as you can.",
  },
};
