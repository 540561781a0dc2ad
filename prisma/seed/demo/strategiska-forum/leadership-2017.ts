import { Temporal } from "temporal-polyfill";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import { EVERY_FORUM, ROLE, TOPIC, themedDay } from "@/prisma/seed/demo/strategiska-forum/every-forum";

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** 16 November 2017, to be booked no later than 2 November. */
export function leadershipForum2017(): EventPlan {
  return {
    ...EVERY_FORUM,
    slug: "strategiska-forum-ledarskap",
    title: text(
      "Ledarskap och organisatoriska mellanrum i ett strategiskt integrationsarbete",
      "Leadership and Organisational Gaps in Strategic Integration Work",
    ),
    summary: text(
      "Årets sista forum handlar om det som hamnar mellan stolarna, och om dem som leder där. Anmäl dig senast den 2 november.",
      "The last forum of the year is about what falls between two chairs, and about those who lead there. Register no later than 2 November.",
    ),
    description: text(
      "Integration är sällan en enda förvaltnings sak. Den börjar i en nämnd, fortsätter i en annan och avgörs ofta i mellanrummet. Vem leder där? Forumet ordnas tillsammans med projektet BOSS, i samarbete med Region Skåne och Länsstyrelsen.\n\nDen här gången är också chefer och strateger från Arbetsförmedlingen inbjudna.\n\nÅrets forum sammanfattas i **tio slutsatser** som lämnas till Skånes riksdagsledamöter.",
      "Integration is seldom a matter for one department alone. It begins in one committee, continues in another and is often decided in the gap between them. Who leads there? The forum is held together with the project BOSS, in cooperation with Region Skåne and the County Administrative Board.\n\nThis time managers and strategists from the Public Employment Service are invited too.\n\nThe year's forums are summed up in **ten conclusions**, handed to the members of parliament from Skåne.",
    ),
    pageOwner: "Jenny Strand",
    published: date("2017-09-18"),
    opens: date("2017-09-20"),
    lastRegistrationDay: date("2017-11-02"),
    lastCancelDay: date("2017-11-09"),
    days: [{ date: date("2017-11-16"), hours: ["09:00", "16:00"], capacity: 100 }],
    capacity: 100,
    categories: [
      { key: "delegate", name: text("Deltagare", "Participant"), capacity: 75 },
      {
        key: "invited",
        name: text("Inbjuden från Arbetsförmedlingen", "Invited from the Public Employment Service"),
        capacity: 25,
        hidden: true,
      },
    ],
    sessions: themedDay(text("Att leda i mellanrummet", "Leading in the gap")),
    coOrganisers: [
      { organisation: "boss", access: "WHOLE_EVENT" },
      { organisation: "region-skane" },
      { organisation: "lansstyrelsen-skane" },
    ],
    questions: [ROLE, TOPIC],
    attendance: { confirmed: { delegate: 52 }, cancelled: 4, crowds: { delegate: "skane-officials" } },
    invitations: [
      {
        group: "Chefer, Arbetsförmedlingen",
        category: "invited",
        crowd: "agency-managers",
        accepted: 9,
        declined: 4,
        opened: 3,
        unopened: 5,
      },
    ],
  };
}
