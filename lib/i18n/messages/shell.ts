export const sv = {
  productName: "Samling",
  skipToContent: "Hoppa till innehållet",
  otherLanguage: "In English",
  yes: "Ja",
  no: "Nej",
  foot: "Konferenser för offentlig sektor",
  forOrganisers: "För arrangörer",
};

export const en: typeof sv = {
  productName: "Samling",
  skipToContent: "Skip to content",
  otherLanguage: "På svenska",
  yes: "Yes",
  no: "No",
  foot: "Conferences for the public sector",
  forOrganisers: "For organisers",
};
