export const sv = {
  takenOver:
    "Du har fått ta över en plats på {event}. Platsen är bekräftad och din. Öppna din anmälan, godkänn att vi sparar dina uppgifter och svara på frågorna: vad den förra deltagaren skrev har vi tagit bort.",
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
