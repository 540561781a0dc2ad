/** For how long what is known about people is kept. */
export const sv = {
  title: "Gallring",
  intro:
    "Hur länge uppgifter om människor sparas efter ett evenemang. En myndighet får bara gallra med stöd av ett beslut, så inget raderas förrän ni har sagt hur länge, enligt vilket beslut, sett vad regeln tar och slagit på den.",
  needs:
    "Kost, allergier och behov av tillgänglighet sparas inte enligt regler här: de raderas alltid, den dag som varje evenemang har angett för deltagarna.",
  class: {
    ATTENDEES: "Deltagare",
    INVITED: "Inbjudna som inte anmälde sig",
    LETTERS: "Brevens adresser",
    BILLING: "Fakturauppgifter",
    LOG: "Evenemangens logg",
  },
  about: {
    ATTENDEES:
      "Namn, adress, organisation, svar och filer. Kvar blir att det fanns en anmälan, dess status, dagar, pass och pris, för statistiken.",
    INVITED: "Namn, adress, organisation och vad de skrev. Kvar blir att någon var inbjuden.",
    LETTERS: "Vem varje brev gick till. Kvar blir vilket brev och när.",
    BILLING:
      "Vem som betalar. Räkenskapsinformation bevaras till och med det sjunde året efter kalenderårets slut (bokföringslagen 7 kap. 2 §), så minst {months} månader, räknade från årets slut.",
    LOG: "Vem som gjorde och läste vad, minst {months} månader. Att någon raderades står kvar, utan namn.",
  },
  on: "Gallras",
  off: "Avslagen",
  kept: "Sparas tills vidare",
  rule: "{months, plural, one {# månad} other {# månader}} efter evenemangets sista dag. Beslut: {decision}",
  takesOn:
    "{count, plural, =0 {Inget står på tur just nu.} one {# uppgift raderas inom en timme.} other {# uppgifter raderas inom en timme.}}",
  takesOff:
    "{count, plural, =0 {Slås regeln på tar den ingenting nu.} one {Slås regeln på raderas # uppgift inom en timme. Det går inte att ångra.} other {Slås regeln på raderas # uppgifter inom en timme. Det går inte att ångra.}}",
  due: "Raderas nu",
  later: "{count, plural, one {Senare: # evenemang} other {Senare: # evenemang}}",
  laterCaption: "Raderas senare",
  event: "Evenemang",
  endsOn: "Sista dag",
  goneFrom: "Borta från och med",
  count: "Antal",
  switchOn: "Slå på",
  switchOff: "Slå av",
  change: "Ändra regeln",
  months: "Månader efter evenemanget",
  decision: "Gallringsbeslut (nummer och datum)",
  save: "Spara",
  working: "Sparar …",
  errorTitle: "Fel: Gallring",
  done: {
    saved: "Regeln är sparad och avslagen. Se vad den tar innan du slår på den.",
    switched: "Klart.",
  },
  taken: "Gallrat senast",
  takenOnce: "{when}: {count} raderade från {title} ({what})",
  problem: {
    rule_gone: "Regeln finns inte längre, eller så äger du inte organisationen.",
    months_invalid: "Ange ett helt antal månader, från 1 till 1200.",
    months_too_few: "Så kort tid får uppgifterna inte sparas. Se hur många månader som är minst.",
    decision_required: "Ange beslutet som gallringen stöder sig på.",
    seen_otherwise: "Regeln tar mer än när du öppnade sidan, eller är ändrad. Ladda om sidan och se igenom den igen.",
  },
};

export const en: typeof sv = {
  title: "Retention",
  intro:
    "For how long what is known about people is kept after an event. A public body may delete only by a decision, so nothing is deleted until you have said for how long, by which decision, seen what the rule takes and switched it on.",
  needs:
    "Diet, allergies and access needs are not kept by rules here: they are always deleted, on the day that each event has told its attendees.",
  class: {
    ATTENDEES: "Attendees",
    INVITED: "Invited people who never registered",
    LETTERS: "The letters’ addresses",
    BILLING: "Billing details",
    LOG: "The events’ logs",
  },
  about: {
    ATTENDEES:
      "Name, address, organisation, answers and files. What stays is that there was a registration, its state, days, sessions and price, for the statistics.",
    INVITED: "Name, address, organisation and what they wrote. What stays is that somebody was invited.",
    LETTERS: "To whom each letter went. What stays is which letter and when.",
    BILLING:
      "Who pays. Accounting records are kept through the seventh year after the end of the calendar year (the Swedish Accounting Act, chapter 7, section 2), so at least {months} months, counted from the end of the year.",
    LOG: "Who did and read what, at least {months} months. That somebody was erased stays, without a name.",
  },
  on: "Deleted by rule",
  off: "Switched off",
  kept: "Kept until further notice",
  rule: "{months, plural, one {# month} other {# months}} after the event’s last day. Decision: {decision}",
  takesOn:
    "{count, plural, =0 {Nothing is due right now.} one {# record is deleted within an hour.} other {# records are deleted within an hour.}}",
  takesOff:
    "{count, plural, =0 {Switched on, the rule takes nothing now.} one {Switched on, the rule deletes # record within an hour. That cannot be undone.} other {Switched on, the rule deletes # records within an hour. That cannot be undone.}}",
  due: "Deleted now",
  later: "{count, plural, one {Later: # event} other {Later: # events}}",
  laterCaption: "Deleted later",
  event: "Event",
  endsOn: "Last day",
  goneFrom: "Gone from",
  count: "Number",
  switchOn: "Switch on",
  switchOff: "Switch off",
  change: "Change the rule",
  months: "Months after the event",
  decision: "Decision (number and date)",
  save: "Save",
  working: "Saving …",
  errorTitle: "Error: Retention",
  done: {
    saved: "The rule is saved, and switched off. See what it takes before you switch it on.",
    switched: "Done.",
  },
  taken: "Deleted last",
  takenOnce: "{when}: {count} deleted from {title} ({what})",
  problem: {
    rule_gone: "The rule is no longer there, or you do not own the organisation.",
    months_invalid: "Give a whole number of months, from 1 to 1200.",
    months_too_few: "The data may not be kept for so short a time. See how many months it is at least.",
    decision_required: "Give the decision by which this is deleted.",
    seen_otherwise:
      "The rule takes more than when you opened the page, or has been changed. Load the page again and look it through.",
  },
};
