/** Where an organiser can go. */
export const sv = {
  label: "Arrangör",
  myEvents: "Mina evenemang",
  overview: "Översikt",
  registrations: "Anmälningar",
  invitations: "Inbjudningar",
  line: "Kö",
  changeRequests: "Ändringar",
  questions: "Frågor",
  codes: "Koder",
  meals: "Måltider",
  eventPage: "Evenemangssidan",
  account: "Konto",
  signOut: "Logga ut",
  signedInAs: "Inloggad som {email}",
};

export const en: typeof sv = {
  label: "Organiser",
  myEvents: "My events",
  overview: "Overview",
  registrations: "Registrations",
  invitations: "Invitations",
  line: "Waiting list",
  changeRequests: "Changes",
  questions: "Questions",
  codes: "Codes",
  meals: "Meals",
  eventPage: "Event page",
  account: "Account",
  signOut: "Sign out",
  signedInAs: "Signed in as {email}",
};
