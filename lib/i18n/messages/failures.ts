/**
 * What a visitor reads when a page could not be answered. Apart and small, because it goes to the browser with every page: the
 * page that shows it may have to do without the server.
 */
export const sv = {
  unexpectedTitle: "Något gick fel hos oss",
  unexpected:
    "Det var inte ditt fel, och felet är registrerat. Försök igen om en stund. Kontaktar du oss, ange gärna numret.",
  number: "Felnummer",
  tryAgain: "Försök igen",
  unavailableTitle: "Vi når inte vår databas just nu",
  unavailable:
    "Vänta en minut och försök igen. Hade du fyllt i ett formulär, gå tillbaka i webbläsaren: det du skrev brukar stå kvar.",
  refusedTitle: "Formuläret gick inte att läsa",
  refused: "Ingenting har sparats. Gå tillbaka i webbläsaren, ladda om sidan och skicka formuläret därifrån.",
  outdatedTitle: "Sidan har förnyats sedan du öppnade den",
  outdated:
    "Ingenting har sparats. Gå tillbaka i webbläsaren och ladda om sidan. Kontrollera det du skrev och skicka igen.",
};

export const en: typeof sv = {
  unexpectedTitle: "Something went wrong on our side",
  unexpected:
    "It was not your fault, and the error has been recorded. Please try again in a while. If you contact us, do mention the number.",
  number: "Error number",
  tryAgain: "Try again",
  unavailableTitle: "We cannot reach our database right now",
  unavailable:
    "Wait a minute and try again. If you had filled in a form, go back in your browser: what you wrote is usually still there.",
  refusedTitle: "The form could not be read",
  refused: "Nothing has been saved. Go back in your browser, reload the page and send the form from there.",
  outdatedTitle: "The page has been renewed since you opened it",
  outdated:
    "Nothing has been saved. Go back in your browser and reload the page. Check what you wrote and send it again.",
};
