/** What pages say when there is nothing to show, or something went wrong. */
export const sv = {
  notFoundTitle: "Sidan finns inte",
  notFoundBody: "Adressen kan vara felskriven, eller så har sidan flyttats.",
  toStart: "Till startsidan",
  upcomingEditions: "Kommande",
  pastEditions: "Tidigare",
  noUpcoming: "Inget nytt tillfälle är planerat än.",
  seriesBy: "En serie från {organiser}",
};

export const en: typeof sv = {
  notFoundTitle: "This page does not exist",
  notFoundBody: "The address may be misspelt, or the page has moved.",
  toStart: "To the start page",
  upcomingEditions: "Upcoming",
  pastEditions: "Past",
  noUpcoming: "No new edition has been planned yet.",
  seriesBy: "A series by {organiser}",
};
