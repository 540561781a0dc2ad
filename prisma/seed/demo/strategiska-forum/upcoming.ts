import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import { type EventPlan, type SessionPlan, text } from "@/prisma/seed/demo/plan";
import { EVERY_FORUM, openDay, ROLE, TOPIC } from "@/prisma/seed/demo/strategiska-forum/every-forum";

const PARTNERS = [
  { organisation: "region-skane" },
  { organisation: "lansstyrelsen-skane" },
] as const satisfies EventPlan["coOrganisers"];

/** Where the agency's managers and strategists sit. */
const OFFICES = ["Malmö", "Helsingborg", "Lund", "Kristianstad", "Trelleborg", "Hässleholm"];

const PROGRAMME: SessionPlan[] = [
  {
    key: "coffee",
    on: 0,
    from: "09:00",
    to: "09:30",
    kind: "BREAK",
    room: "Matsalen",
    title: text("Kaffe och smörgås", "Coffee and sandwich"),
  },
  {
    key: "welcome",
    on: 0,
    from: "09:30",
    to: "09:45",
    kind: "TALK",
    room: "Hörsalen",
    title: text("Välkomna", "Welcome"),
    speakers: [["karin-ekberg", "MODERATOR"]],
  },
  {
    key: "ordinary-work",
    on: 0,
    from: "09:45",
    to: "10:45",
    kind: "TALK",
    room: "Hörsalen",
    title: text("Från projekt till vardag", "From project to everyday work"),
    abstract: text(
      "Elva projekt på sju år. Tre av dem finns kvar som vanligt arbete. En kommunaldirektör berättar vad de tre hade gemensamt.",
      "Eleven projects in seven years. Three of them live on as ordinary work. A municipal director on what the three had in common.",
    ),
    speakers: ["ingela-rosvall"],
  },
  {
    key: "figures",
    on: 0,
    from: "11:00",
    to: "11:45",
    kind: "TALK",
    room: "Hörsalen",
    title: text("Vad säger siffrorna om Skåne?", "What do the figures say about Skåne?"),
    abstract: text(
      "Etablering, utbildning och boende i de 33 kommunerna, och var skillnaderna är större än man tror.",
      "Settlement, education and housing in the 33 municipalities, and where the differences are larger than one thinks.",
    ),
    speakers: ["hanna-sandell"],
  },
  { key: "lunch", on: 0, from: "12:00", to: "13:00", kind: "MEAL", room: "Matsalen", title: text("Lunch", "Lunch") },
  {
    key: "table-funding",
    on: 0,
    from: "13:00",
    to: "14:30",
    kind: "WORKSHOP",
    room: "Gasklockan",
    places: 40,
    title: text("Samtal: pengarna efter projektpengarna", "Conversation: the money after the project money"),
    speakers: [["karin-ekberg", "MODERATOR"]],
  },
  {
    key: "table-mandate",
    on: 0,
    from: "13:00",
    to: "14:30",
    kind: "WORKSHOP",
    room: "Retorten",
    places: 30,
    title: text("Samtal: mandat utan chefskap", "Conversation: a mandate without being the manager"),
    speakers: [["omar-lindahl", "MODERATOR"]],
  },
  {
    key: "conclusions",
    on: 0,
    from: "15:00",
    to: "16:00",
    kind: "PANEL",
    room: "Hörsalen",
    title: text("Slutsatser, skrivna tillsammans", "Conclusions, written together"),
    speakers: [["omar-lindahl", "MODERATOR"], "ingela-rosvall"],
  },
];

/** The forum ahead: nearly full, with managers from Arbetsförmedlingen invited as a group of their own. */
export function strategicForumUpcoming(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 6, WEEKDAY.thursday);
  return {
    ...EVERY_FORUM,
    slug: `strategiska-forum-${day.year}`,
    title: text(
      "När projektet tar slut – att göra det tillfälliga till vardag",
      "When the Project Ends: Making the Temporary Ordinary",
    ),
    summary: text(
      "Bra arbete dör ofta samma dag som projektmedlen. Forumet frågar vad som krävs för att det ska leva vidare, och vem som måste bestämma det.",
      "Good work often dies on the day the project money does. The forum asks what it takes for it to live on, and who has to decide that.",
    ),
    description: text(
      "Skånes kommuner har prövat det mesta: lotsar, språkstöd, bostadsgarantier, en väg in. Mycket av det fungerade. Lite av det finns kvar.\n\nFörmiddagen ger en gemensam bild, eftermiddagen är samtal vid två bord som går samtidigt. Välj det ena när du anmäler dig. Det vi kommer fram till läggs till de **tio slutsatser** som serien samlar för Skånes riksdagsledamöter.\n\nForumet ordnas i samarbete med Region Skåne och Länsstyrelsen. Chefer och strateger från Arbetsförmedlingen är inbjudna.",
      "The municipalities of Skåne have tried most things: guides, language support, housing guarantees, one way in. Much of it worked. Little of it remains.\n\nThe morning gives a shared picture, the afternoon is conversation at two tables that run at the same time. Choose one when you register. What we arrive at is added to the **ten conclusions** that the series gathers for the members of parliament from Skåne.\n\nThe forum is held in cooperation with Region Skåne and the County Administrative Board. Managers and strategists from the Public Employment Service are invited.",
    ),
    pageOwner: "Karin Ekberg",
    published: today.subtract({ days: 36 }),
    opens: today.subtract({ days: 35 }),
    lastRegistrationDay: day.subtract({ days: 14 }),
    lastCancelDay: day.subtract({ days: 7 }),
    lastCateringDay: day.subtract({ days: 7 }),
    days: [{ date: day, hours: ["09:00", "16:00"], capacity: 82 }],
    capacity: 82,
    categories: [
      {
        key: "delegate",
        name: text("Deltagare", "Participant"),
        description: text(
          "Kommun, region, myndighet och civilsamhälle i Skåne.",
          "Municipality, region, agency and civil society in Skåne.",
        ),
        capacity: 70,
      },
      {
        key: "invited",
        name: text("Inbjuden från Arbetsförmedlingen", "Invited from the Public Employment Service"),
        capacity: 20,
        hidden: true,
      },
    ],
    sessions: PROGRAMME,
    coOrganisers: PARTNERS,
    questions: [ROLE, TOPIC],
    attendance: {
      confirmed: { delegate: 68 },
      cancelled: 5,
      substituted: 1,
      crowds: { delegate: "skane-officials" },
      signUps: { "table-funding": 0.42, "table-mandate": 0.36 },
    },
    invitationsForwardable: true,
    invitations: [
      {
        group: "Chefer, Arbetsförmedlingen",
        category: "invited",
        crowd: "agency-managers",
        offices: OFFICES,
        extraGuests: 2,
        accepted: 7,
        forwarded: 1,
        declined: 5,
        opened: 4,
        unopened: 11,
      },
      {
        group: "Strateger, Arbetsförmedlingen",
        category: "invited",
        crowd: "agency-managers",
        offices: OFFICES,
        accepted: 3,
        declined: 2,
        opened: 2,
        unopened: 4,
        unsent: 5,
      },
      {
        group: "Kommundirektörer, Skåne",
        category: "delegate",
        crowd: "skane-officials",
        accepted: 1,
        declined: 3,
        opened: 2,
        unopened: 9,
      },
    ],
  };
}

/** An open forum that had to be called off. */
export function openForumCancelled(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 3, WEEKDAY.tuesday);
  return {
    ...EVERY_FORUM,
    slug: `strategiska-forum-oppet-${day.year}`,
    title: text("Öppet forum", "Open Forum"),
    summary: text(
      "Deltagarna tar med sig frågorna. Forumet är inställt, eftersom flera av dem som skulle leda borden har fått förhinder.",
      "The participants bring the questions. The forum is cancelled, since several of those who were to lead the tables cannot come.",
    ),
    description: text(
      "Ett öppet forum börjar med en tom dagordning. Skriv i anmälan vad du behöver prata om, så fördelar vi borden på morgonen.\n\nDe frågor som redan har skickats in tas upp på nästa forum.",
      "An open forum begins with an empty agenda. Write in your registration what you need to talk about, and we share out the tables in the morning.\n\nThe questions already sent in will be taken up at the next forum.",
    ),
    cancelledOn: today.subtract({ days: 4 }),
    published: today.subtract({ days: 30 }),
    opens: today.subtract({ days: 28 }),
    lastRegistrationDay: day.subtract({ days: 7 }),
    days: [{ date: day, hours: ["09:00", "16:00"], capacity: 60 }],
    capacity: 60,
    categories: [{ key: "delegate", name: text("Deltagare", "Participant"), capacity: 60 }],
    sessions: openDay(),
    coOrganisers: PARTNERS,
    questions: [ROLE, TOPIC],
    attendance: { confirmed: { delegate: 13 }, cancelled: 1, crowds: { delegate: "skane-officials" } },
  };
}
