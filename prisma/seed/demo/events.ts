import type { Temporal } from "temporal-polyfill";
import { demoOpen } from "@/prisma/seed/demo/demo-open";
import { integrationArbetsmarknad2018 } from "@/prisma/seed/demo/integration-arbetsmarknad/edition-2018";
import { integrationArbetsmarknadUpcoming } from "@/prisma/seed/demo/integration-arbetsmarknad/upcoming";
import type { EventPlan } from "@/prisma/seed/demo/plan";

/** Every event of the demo as seen from a day. */
export function demoEvents(today: Temporal.PlainDate): EventPlan[] {
  return [demoOpen(today), integrationArbetsmarknad2018(), integrationArbetsmarknadUpcoming(today)];
}
