import type { Temporal } from "temporal-polyfill";
import { demoOpen } from "@/prisma/seed/demo/demo-open";
import { integrationBreakfast } from "@/prisma/seed/demo/integration-arbetsmarknad/breakfast";
import { integrationArbetsmarknad2018 } from "@/prisma/seed/demo/integration-arbetsmarknad/edition-2018";
import { integrationArbetsmarknadUpcoming } from "@/prisma/seed/demo/integration-arbetsmarknad/upcoming";
import { meetingPlaceThirdYear } from "@/prisma/seed/demo/mojligheternas-motesplats/third-year";
import { meetingPlaceUpcoming } from "@/prisma/seed/demo/mojligheternas-motesplats/upcoming";
import type { EventPlan } from "@/prisma/seed/demo/plan";
import { socialServices2017 } from "@/prisma/seed/demo/socialchefsdagarna/edition-2017";
import { socialServicesUpcoming } from "@/prisma/seed/demo/socialchefsdagarna/upcoming";
import { socialServicesWebMeeting } from "@/prisma/seed/demo/socialchefsdagarna/web-meeting";
import { forums2017 } from "@/prisma/seed/demo/strategiska-forum/forums-2017";
import { leadershipForum2017 } from "@/prisma/seed/demo/strategiska-forum/leadership-2017";
import { openForumCancelled, strategicForumUpcoming } from "@/prisma/seed/demo/strategiska-forum/upcoming";
import { assetOrBurden2018 } from "@/prisma/seed/demo/tillgang-eller-belastning/june-2018";
import { assetOrBurdenUpcoming } from "@/prisma/seed/demo/tillgang-eller-belastning/upcoming";

/** Every event of the demo as seen from a day: one upcoming edition a series, the past ones, and one of each state. */
export function demoEvents(today: Temporal.PlainDate): EventPlan[] {
  return [
    demoOpen(today),
    integrationArbetsmarknadUpcoming(today),
    strategicForumUpcoming(today),
    assetOrBurdenUpcoming(today),
    socialServicesUpcoming(today),
    meetingPlaceUpcoming(today),
    integrationBreakfast(today),
    openForumCancelled(today),
    socialServicesWebMeeting(today),
    integrationArbetsmarknad2018(),
    ...forums2017(),
    leadershipForum2017(),
    assetOrBurden2018(),
    socialServices2017(),
    meetingPlaceThirdYear(),
  ];
}
