/** The caterer's counts. */
export const sv = {
  title: "Måltider",
  lead: "Antal per dag, måltid och specialkost, utan namn. Varje visning skrivs i loggen.",
  day: "Dag",
  time: "Tid",
  meal: "Måltid",
  diet: "Specialkost",
  count: "Antal",
  all: "Alla bekräftade",
  ordinary: "Ingen specialkost angiven",
  notYetConfirmed: "Ännu inte bekräftade (räknas inte in)",
  none: "Programmet har inga måltider än.",
  file: "Hämta som CSV",
  fileName: "Måltider",
  caption: "Måltider på {title}",
};

export const en: typeof sv = {
  title: "Meals",
  lead: "Numbers by day, meal and special diet, without names. Each viewing is written to the log.",
  day: "Day",
  time: "Time",
  meal: "Meal",
  diet: "Special diet",
  count: "Number",
  all: "Everybody confirmed",
  ordinary: "No special diet given",
  notYetConfirmed: "Not confirmed yet (not included)",
  none: "There are no meals in the programme yet.",
  file: "Download as CSV",
  fileName: "Meals",
  caption: "Meals at {title}",
};
