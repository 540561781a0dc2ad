import { z } from "zod";
import { isUuid } from "@/lib/core/ids";
import { RETENTION_CLASSES } from "./rules/retention-class";

const which = {
  organisation: z.string().refine(isUuid),
  dataClass: z.enum(RETENTION_CLASSES),
};

/** For how long, by which decision. */
export const retentionRuleSchema = z.object({
  ...which,
  months: z.string().trim(),
  decision: z.string().trim().max(500),
});

/** On, by somebody who has seen how much it would take; or off. */
export const retentionSwitchSchema = z.object({
  ...which,
  to: z.enum(["on", "off"]),
  revision: z.coerce.number().int(),
  seen: z.coerce.number().int(),
});
