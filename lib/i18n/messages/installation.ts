/** Is it working? The installation, point by point. */
export const sv = {
  title: "Fungerar allt?",
  intro: "Så står det till med installationen just nu. Sidan visas för ägare; ladda om den för att se efter igen.",
  version: "Samling {version}",
  allWell: "Allt fungerar.",
  someWrong: "{count, plural, one {En sak} other {# saker}} behöver åtgärdas.",
  point: "Del",
  state: "Läge",
  meaning: "Vad det betyder",
  level: { ok: "i ordning", look: "se efter", wrong: "fel" },
  name: {
    database: "Databas",
    smtp: "Mejlserver",
    worker: "Utskicksprocess",
    queue: "Mejlkö",
    clock: "Klocka",
    storage: "Utrymme",
    backup: "Säkerhetskopia",
  },
  database: {
    current: "Svarar, och alla ändringar av den är införda (senast {migration}).",
    behind:
      "Svarar, men är äldre än programmet (senast {migration}). Starta om med npm start eller kör dist/migrate.mjs.",
  },
  smtp: {
    ok: "Tar emot oss med de uppgifter som SMTP_URL anger.",
    catcher: "Mejl går till den inbyggda brevlådan och når ingen. Ange SMTP_URL för att skicka på riktigt.",
    refused_password: "Servern godtar inte användarnamnet eller lösenordet i SMTP_URL.",
    wants_password: "Servern vill ha användarnamn och lösenord, och SMTP_URL anger inga.",
    unknown_name: "Namnet i SMTP_URL finns inte.",
    bad_certificate: "Serverns certifikat går inte att lita på.",
    no_answer: "Servern svarar inte i tid. Är en brandvägg i vägen?",
    unreachable: "Servern går inte att nå. Se efter värd och port i SMTP_URL.",
  },
  worker: {
    never: "Ingen process som skickar mejl har synts till. Inga mejl går i väg.",
    seen: "Syntes till för {seconds, plural, =0 {mindre än en sekund} one {en sekund} other {# sekunder}} sedan.",
  },
  queue: {
    flows:
      "Inget mejl väntar längre än det ska. Under den senaste timmen {failed, plural, =0 {gick alla fram} one {kom ett mejl inte fram} other {kom # mejl inte fram}}.",
    late: "Det äldsta mejlet har väntat {minutes} minuter. Mejlservern är långsam eller ber oss återkomma.",
    stalled: "Det äldsta mejlet har väntat {minutes} minuter och ingen skickar det. Starta om utskicksprocessen.",
  },
  clock: {
    together: "App och databas är överens om tiden.",
    apart:
      "App och databas skiljer {seconds} sekunder. Sista anmälningsdag kan stänga fel: ställ klockorna efter en tidsserver.",
  },
  storage: {
    usedOnly: "Databasen tar {used, number} MB.",
    usedAndFree: "Databasen tar {used, number} MB. {free, number} MB är lediga där appen sparar sitt.",
  },
  backup: {
    none: "Ingen säkerhetskopia är känd här. Kör npm run backup varje natt, eller se till att databasen kopieras på annat sätt.",
    taken: "Den senaste togs för {hours, plural, =0 {mindre än en timme} one {en timme} other {# timmar}} sedan.",
  },
};

export const en: typeof sv = {
  title: "Is it working?",
  intro: "How the installation stands right now. The page is shown to owners; reload it to look again.",
  version: "Samling {version}",
  allWell: "Everything works.",
  someWrong: "{count, plural, one {One thing needs} other {# things need}} mending.",
  point: "Part",
  state: "State",
  meaning: "What it means",
  level: { ok: "in order", look: "look at it", wrong: "wrong" },
  name: {
    database: "Database",
    smtp: "Mail server",
    worker: "Mail worker",
    queue: "Mail queue",
    clock: "Clock",
    storage: "Storage",
    backup: "Backup",
  },
  database: {
    current: "Answers, and every change to it has been applied (last {migration}).",
    behind:
      "Answers, but is older than the program (last {migration}). Start again with npm start, or run dist/migrate.mjs.",
  },
  smtp: {
    ok: "Takes us in with what SMTP_URL says.",
    catcher: "Mail goes to the built-in mailbox and reaches nobody. Set SMTP_URL to send for real.",
    refused_password: "The server refuses the user name or the password in SMTP_URL.",
    wants_password: "The server wants a user name and a password, and SMTP_URL gives none.",
    unknown_name: "There is no such name as in SMTP_URL.",
    bad_certificate: "The server's certificate cannot be trusted.",
    no_answer: "The server does not answer in time. Is a firewall in between?",
    unreachable: "The server cannot be reached. Check host and port in SMTP_URL.",
  },
  worker: {
    never: "No process that sends mail has been seen. No mail leaves.",
    seen: "Seen {seconds, plural, =0 {less than a second} one {a second} other {# seconds}} ago.",
  },
  queue: {
    flows:
      "No mail waits longer than it should. In the last hour {failed, plural, =0 {all arrived} one {one mail did not arrive} other {# mails did not arrive}}.",
    late: "The oldest mail has waited {minutes} minutes. The mail server is slow or asks us to come back.",
    stalled: "The oldest mail has waited {minutes} minutes and nobody sends it. Restart the mail worker.",
  },
  clock: {
    together: "App and database agree about the time.",
    apart:
      "App and database are {seconds} seconds apart. The last registration day may close wrongly: set the clocks by a time server.",
  },
  storage: {
    usedOnly: "The database takes {used, number} MB.",
    usedAndFree: "The database takes {used, number} MB. {free, number} MB are free where the app keeps its own.",
  },
  backup: {
    none: "No backup is known here. Run npm run backup every night, or see to it that the database is copied in another way.",
    taken: "The last one was taken {hours, plural, =0 {less than an hour} one {an hour} other {# hours}} ago.",
  },
};
