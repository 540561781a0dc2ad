/** Where an organiser sees what has changed since people were told, and tells them. */
export const sv = {
  title: "Ändringar att berätta",
  errorTitle: "Fel: Ändringar att berätta",
  notice: "Evenemanget har ändrats och deltagarna har inte fått veta det. Se ändringarna och berätta.",
  none: "Alla vet det som gäller",
  noneHelp:
    "När du ändrar tid, plats eller program för ett publicerat evenemang samlas ändringarna här. Ingen får mejl förrän du säger till.",
  lead: "Senast ändrat {moment}. Ändra klart först: de som berörs får ett enda mejl om allt.",
  what: "Det här har ändrats",
  caption: "Vad som gällde när deltagarna senast fick besked, och vad som gäller nu",
  preview: "Så här blir brevet",
  previewAs: "Som {name} läser det:",
  frame: "Brevet som det ser ut",
  tell: "Berätta",
  concerned:
    "{count, plural, =0 {Ingen berörs: ingen anmäld har fått veta något annat.} one {# person berörs och får ett brev om det som gäller just den, med ny kalenderpost.} other {# personer berörs. Var och en får ett brev om det som gäller just den, med ny kalenderpost.}}",
  submit: "{count, plural, one {Berätta för # person} other {Berätta för # personer}}",
  working: "Ett ögonblick …",
  quietHelp: "Är ändringen så liten att ingen behöver få veta den? Då stryker du den härifrån utan att något skickas.",
  quiet: "Behöver inte berättas",
  done: { told: "Breven är på väg.", quiet: "Ändringarna är strukna. Inget brev skickades." },
  changes_gone: "Det finns inget att berätta längre. Ladda om sidan.",
  changes_moved: "Evenemanget har ändrats igen sedan sidan visades. Ladda om sidan och se efter vad som gäller.",
};

export const en: typeof sv = {
  title: "Changes to tell",
  errorTitle: "Error: Changes to tell",
  notice: "The event has changed and the participants have not been told. See the changes and tell them.",
  none: "Everybody knows what holds",
  noneHelp:
    "When you change the time, place or programme of a published event, the changes gather here. Nobody gets mail until you say so.",
  lead: "Last changed {moment}. Finish your changes first: those concerned get one mail about all of it.",
  what: "What has changed",
  caption: "What held when the participants were last told, and what holds now",
  preview: "What the letter will be",
  previewAs: "As {name} reads it:",
  frame: "The letter as it looks",
  tell: "Tell them",
  concerned:
    "{count, plural, =0 {It concerns nobody: nobody who is registered was told otherwise.} one {It concerns # person, who gets a letter about what concerns them, with a new calendar entry.} other {It concerns # people. Each gets a letter about what concerns them, with a new calendar entry.}}",
  submit: "{count, plural, one {Tell # person} other {Tell # people}}",
  working: "One moment …",
  quietHelp: "Is the change so small that nobody needs to know? Then you strike it from here and nothing is sent.",
  quiet: "No need to tell",
  done: { told: "The letters are on their way.", quiet: "The changes are struck. No letter was sent." },
  changes_gone: "There is nothing left to tell. Reload the page.",
  changes_moved: "The event has been changed again since the page was shown. Reload the page and see what holds.",
};
