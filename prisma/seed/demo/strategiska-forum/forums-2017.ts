import { Temporal } from "temporal-polyfill";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import { openDay, pastForum, themedDay } from "@/prisma/seed/demo/strategiska-forum/every-forum";

const date = (iso: string) => Temporal.PlainDate.from(iso);

const OPEN = {
  summary: text(
    "Inget tema är satt. Deltagarna tar med sig frågorna och gör dagordningen på plats.",
    "No theme is set. The participants bring the questions and make the agenda on the spot.",
  ),
  description: text(
    "Ett öppet forum börjar med en tom dagordning. Skriv i anmälan vad du behöver prata om; processledaren samlar ihop det som liknar varandra, och på morgonen fördelar vi borden. Varje bord lämnar minst en slutsats efter sig.",
    "An open forum begins with an empty agenda. Write in your registration what you need to talk about; the facilitator brings together what is alike, and in the morning we share out the tables. Every table leaves at least one conclusion behind.",
  ),
};

/** The year's forums before the one in November: three with a theme, two open. */
export function forums2017(): EventPlan[] {
  return [
    pastForum({
      slug: "strategiska-forum-etablering-pa-nya-satt",
      date: date("2017-03-09"),
      lastRegistrationDay: date("2017-02-23"),
      title: text(
        "Etablering på nya sätt – om kommunens roll i nyanländas etablering",
        "New Ways of Settling In: The Municipality's Part",
      ),
      summary: text(
        "Ansvaret är statens, vardagen är kommunens. Var går gränsen, och vad händer om vi flyttar den?",
        "The responsibility is the state's, everyday life is the municipality's. Where is the border, and what happens if we move it?",
      ),
      description: text(
        "Kommunerna möter de nyanlända i skolan, på boendet och på socialkontoret långt innan etableringsplanen är skriven. Forumet samlar exempel på kommuner som har tagit en större roll och frågar vad det kostade och vad det gav.",
        "Municipalities meet newcomers at school, in housing and at the social services long before the plan for their settlement is written. The forum gathers examples of municipalities that have taken a larger part, and asks what it cost and what came of it.",
      ),
      sessions: themedDay(text("Kommunens roll i etableringen", "The municipality's part in settlement")),
      attending: 38,
    }),
    pastForum({
      ...OPEN,
      slug: "strategiska-forum-oppet-varen-2017",
      date: date("2017-04-20"),
      lastRegistrationDay: date("2017-04-06"),
      title: text("Öppet forum, våren 2017", "Open Forum, Spring 2017"),
      sessions: openDay(),
      attending: 24,
    }),
    pastForum({
      slug: "strategiska-forum-langsiktiga-strategier",
      date: date("2017-05-18"),
      lastRegistrationDay: date("2017-05-04"),
      title: text("Långsiktiga strategier och organisation", "Long-term Strategies and Organisation"),
      summary: text(
        "När det akuta lägger sig: vilken organisation vill vi ha kvar?",
        "When the urgent settles: which organisation do we want to keep?",
      ),
      description: text(
        "De flesta kommuner byggde sin organisation för hösten 2015 på några veckor. Nu är frågan vad som ska leva vidare, var det ska höra hemma och vem som ska betala. Vi läser varandras strategier och letar efter det som saknas i dem.",
        "Most municipalities built their organisation for the autumn of 2015 in a few weeks. Now the question is what should live on, where it belongs and who is to pay. We read one another's strategies and look for what is missing in them.",
      ),
      sessions: themedDay(text("Strategier som håller i tio år", "Strategies that last ten years")),
      attending: 41,
    }),
    pastForum({
      ...OPEN,
      slug: "strategiska-forum-oppet-hosten-2017",
      date: date("2017-09-14"),
      lastRegistrationDay: date("2017-08-31"),
      title: text("Öppet forum, hösten 2017", "Open Forum, Autumn 2017"),
      sessions: openDay(),
      attending: 27,
    }),
    pastForum({
      slug: "strategiska-forum-kommunikation",
      date: date("2017-10-12"),
      lastRegistrationDay: date("2017-09-28"),
      title: text("Kommunikation", "Communication"),
      summary: text(
        "Hur talar en kommun om integration så att det blir sant, begripligt och användbart?",
        "How does a municipality speak about integration so that it is true, plain and useful?",
      ),
      description: text(
        "Siffror som rycks ur sitt sammanhang, rykten som går fortare än rättelser, och goda exempel som ingen hör talas om. Kommunikatörer och strateger arbetar tillsammans med tre verkliga fall.",
        "Figures torn from their context, rumours that travel faster than corrections, and good examples nobody hears of. Communicators and strategists work together on three real cases.",
      ),
      sessions: themedDay(text("Att tala om integration", "Speaking about integration")),
      attending: 35,
    }),
  ];
}
