/** Letters that remind somebody of what is still to be done. */
export const sv = {
  waiting: {
    subject: "Du står kvar i kö: {event}",
    heading: "Du står kvar i kö",
    intro: "Du väntar på en plats på {event}.",
    leave: "Kan du inte komma längre? Lämna kön på sidan för din anmälan, så går turen till nästa.",
  },
  names: {
    subject: "{count, plural, =1 {Ett namn saknas} other {# namn saknas}}: {event}",
    heading: "Vilka kommer?",
    intro: "Du har bokat {count, plural, =1 {en plats} other {# platser}} på {event} som ännu saknar namn.",
    deadline: "Fyll i namn och e-postadress senast {date}. Därefter lämnas platser utan namn tillbaka.",
    named: "Redan ifyllda",
    action: "Fyll i namnen",
    fewer: "Blir ni färre behöver du inte göra något. Platser utan namn kostar ingenting.",
  },
};

export const en: typeof sv = {
  waiting: {
    subject: "You are still on the waiting list: {event}",
    heading: "You are still on the waiting list",
    intro: "You are waiting for a place at {event}.",
    leave:
      "Can you no longer come? Leave the line on the page of your registration, and the turn goes to the next person.",
  },
  names: {
    subject: "{count, plural, =1 {One name is missing} other {# names are missing}}: {event}",
    heading: "Who is coming?",
    intro:
      "You have booked {count, plural, =1 {one place} other {# places}} at {event} that {count, plural, =1 {has} other {have}} no name yet.",
    deadline: "Fill in names and email addresses by {date}. After that, places without a name are given back.",
    named: "Named already",
    action: "Fill in the names",
    fewer: "If you will be fewer, there is nothing you need to do. Places without a name cost nothing.",
  },
};
