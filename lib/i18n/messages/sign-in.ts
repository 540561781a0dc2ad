export const sv = {
  title: "Logga in som arrangör",
  lead: "Skriv din e-postadress i tjänsten. Du får ett mejl med en länk och en kod, båda gäller i tio minuter.",
  email: "E-postadress",
  send: "Skicka länk och kod",
  attendee: "Har du anmält dig till ett evenemang? Använd länken i bekräftelsen, du behöver inte logga in.",
  codeTitle: "Skriv koden från mejlet",
  codeLead: "Om adressen finns hos oss är ett mejl på väg. Öppna länken i det, eller skriv den sexsiffriga koden här.",
  codeSentTo: "Adress: {email}",
  code: "Sexsiffrig kod",
  codeHelp: "Koden gäller i tio minuter. Efter fem felaktiga försök slutar den att gälla.",
  signIn: "Logga in",
  again: "Skicka ett nytt mejl",
  confirmTitle: "Bekräfta inloggningen",
  confirmLead: "Du loggas in som {email} i den här webbläsaren i tolv timmar.",
  withProvider: "Logga in med {name}",
  orByMail: "Eller med e-post:",
  invitedLead:
    "Du är inbjuden att arbeta med {place}. Logga in med adressen som inbjudan kom till; sedan väljer du om du tackar ja.",
  errorPrefix: "Fel:",
  errorSummary: "Det gick inte att gå vidare",
  error: {
    email_invalid: "Skriv en e-postadress, till exempel namn@kommun.se.",
    sign_in_invalid:
      "Länken eller koden stämmer inte, är redan använd eller har slutat att gälla. Begär ett nytt mejl.",
    code_invalid: "Koden stämmer inte eller har slutat att gälla. Kontrollera siffrorna eller begär ett nytt mejl.",
    rate_limited: "För många försök. Vänta några minuter och försök igen.",
    identity_unverified:
      "Inloggningstjänsten har inte bekräftat din e-postadress. Logga in med e-post i stället, eller tala med den som sköter tjänsten.",
    identity_unknown:
      "Din e-postadress hör inte till någon som får logga in här. Be den som ansvarar för evenemanget att bjuda in dig.",
    oidc_failed: "Inloggningen blev inte klar. Försök igen, eller logga in med e-post.",
  },
};

export const en: typeof sv = {
  title: "Sign in as an organiser",
  lead: "Enter your work email address. You will get a mail with a link and a code; both are valid for ten minutes.",
  email: "Email address",
  send: "Send link and code",
  attendee: "Registered for an event? Use the link in your confirmation; you do not need to sign in.",
  codeTitle: "Enter the code from the mail",
  codeLead: "If we know the address, a mail is on its way. Open the link in it, or enter the six-digit code here.",
  codeSentTo: "Address: {email}",
  code: "Six-digit code",
  codeHelp: "The code is valid for ten minutes. After five wrong attempts it stops working.",
  signIn: "Sign in",
  again: "Send a new mail",
  confirmTitle: "Confirm signing in",
  confirmLead: "You will be signed in as {email} in this browser for twelve hours.",
  withProvider: "Sign in with {name}",
  orByMail: "Or by email:",
  invitedLead:
    "You are invited to work with {place}. Sign in with the address the invitation came to; then you choose whether to accept.",
  errorPrefix: "Error:",
  errorSummary: "We could not continue",
  error: {
    email_invalid: "Enter an email address, such as name@municipality.se.",
    sign_in_invalid: "The link or code is wrong, already used or no longer valid. Ask for a new mail.",
    code_invalid: "The code is wrong or no longer valid. Check the digits or ask for a new mail.",
    rate_limited: "Too many attempts. Wait a few minutes and try again.",
    identity_unverified:
      "The sign-in service has not verified your email address. Sign in by email instead, or talk to whoever runs the service.",
    identity_unknown:
      "Your email address belongs to nobody who may sign in here. Ask whoever is responsible for the event to invite you.",
    oidc_failed: "Signing in was not completed. Try again, or sign in by email.",
  },
};
