export const sv = {
  not_json: "Skicka innehållet som JSON (Content-Type: application/json).",
  malformed: "Innehållet är inte giltig JSON.",
  not_a_file:
    "Skicka filen som multipart/form-data med fälten question och file, eller som application/octet-stream med question och name i adressen.",
  upload_malformed: "Filen eller frågans nyckel saknas, eller så går innehållet inte att läsa.",
  too_large: "Innehållet är större än 1 MiB.",
  origin_refused: "Anropet kom från en annan webbplats och togs inte emot.",
  idempotency_key_invalid: "Idempotency-Key ska vara 1–255 skrivbara ASCII-tecken.",
  method_not_allowed: "Metoden stöds inte här.",
  page_invalid: "page ska vara ett heltal från 1, per_page ett heltal från 1 till 100.",
  key_wrong: "Ange den hemliga nyckeln (Authorization: Bearer …).",
  not_mail: "Skicka ett brev (Content-Type: message/rfc822) eller ett formulär med brevet i ett fält.",
  malformed_form: "Skicka List-Unsubscribe=One-Click som formulär.",
  not_found: "Det finns inget här.",
  unavailable: "Tjänsten kan inte svara just nu. Försök igen om en liten stund; inget har sparats.",
  unexpected: "Något gick fel hos oss. Ange felets id om du hör av dig.",
};

export const en: typeof sv = {
  not_json: "Send the content as JSON (Content-Type: application/json).",
  malformed: "The content is not valid JSON.",
  not_a_file:
    "Send the file as multipart/form-data with the fields question and file, or as application/octet-stream with question and name in the address.",
  upload_malformed: "The file or the key of the question is missing, or the content cannot be read.",
  too_large: "The content is larger than 1 MiB.",
  origin_refused: "The request came from another site and was refused.",
  idempotency_key_invalid: "Idempotency-Key must be 1–255 printable ASCII characters.",
  method_not_allowed: "The method is not supported here.",
  page_invalid: "page must be a whole number from 1, per_page a whole number from 1 to 100.",
  key_wrong: "Give the secret key (Authorization: Bearer …).",
  not_mail: "Send a mail (Content-Type: message/rfc822) or a form with the mail in a field.",
  malformed_form: "Send List-Unsubscribe=One-Click as a form.",
  not_found: "There is nothing here.",
  unavailable: "The service cannot answer right now. Please try again in a moment; nothing was saved.",
  unexpected: "Something went wrong on our side. Quote the id of this error if you contact us.",
};
