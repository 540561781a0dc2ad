export const sv = {
  productName: "Samling",
  skipToContent: "Hoppa till innehållet",
  otherLanguage: "In English",
  otherLanguageCode: "en",
  yes: "Ja",
  no: "Nej",
  optional: "frivilligt",
  and: "och",
};

export const en: typeof sv = {
  productName: "Samling",
  skipToContent: "Skip to content",
  otherLanguage: "På svenska",
  otherLanguageCode: "sv",
  yes: "Yes",
  no: "No",
  optional: "optional",
  and: "and",
};
