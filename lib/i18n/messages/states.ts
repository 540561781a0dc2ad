/** What pages say when there is nothing to show, or something went wrong. */
export const sv = {
  notFoundTitle: "Sidan finns inte",
  notFoundBody: "Adressen kan vara felskriven, eller så har sidan flyttats.",
  toStart: "Till startsidan",
  errorTitle: "Något gick fel hos oss",
  errorBody:
    "Det var inte ditt fel, och felet är registrerat. Försök igen om en stund. Kontaktar du oss, ange gärna numret.",
  errorId: "Felnummer: {id}",
  retry: "Försök igen",
  upcomingEditions: "Kommande",
  pastEditions: "Tidigare",
  noUpcoming: "Inget nytt tillfälle är planerat än.",
  seriesBy: "En serie från {organiser}",
};

export const en: typeof sv = {
  notFoundTitle: "This page does not exist",
  notFoundBody: "The address may be misspelt, or the page has moved.",
  toStart: "To the start page",
  errorTitle: "Something went wrong on our side",
  errorBody:
    "It was not your fault, and the error has been recorded. Please try again in a while. If you contact us, do mention the number.",
  errorId: "Error number: {id}",
  retry: "Try again",
  upcomingEditions: "Upcoming",
  pastEditions: "Past",
  noUpcoming: "No new edition has been planned yet.",
  seriesBy: "A series by {organiser}",
};
