import { z } from "zod";
import { LOCALES } from "@/lib/core/localised";
import { line, text } from "@/lib/core/written";

/** What somebody does at a session. */
const PARTS = ["SPEAKER", "MODERATOR", "PANELLIST"] as const;

/** A speaker as the organiser's form sends them. `parts` holds, by session, what they do there; blank for nothing. */
export const speakerSchema = z.object({
  name: line(),
  email: line(254),
  affiliation: line(),
  locale: z.enum(LOCALES).catch("sv"),
  roleSv: line(),
  roleEn: line(),
  biographySv: text(4_000),
  biographyEn: text(4_000),
  parts: z.record(z.string(), z.enum(["", ...PARTS]).catch("")),
});

export type SpeakerInput = z.infer<typeof speakerSchema>;
