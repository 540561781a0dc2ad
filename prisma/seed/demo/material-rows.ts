import { createHash } from "node:crypto";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime } from "@/lib/core/local-date";
import type { Localised } from "@/lib/core/localised";
import { eventId, sessionId, span, ZONE } from "@/prisma/seed/demo/event-rows";
import { onePagePdf } from "@/prisma/seed/demo/one-page-pdf";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import type { Rows } from "@/prisma/seed/demo/rows";
import { seedId } from "@/prisma/seed/demo/seeded";
import type { SpeakerKey } from "@/prisma/seed/demo/speakers";

type MaterialPlan = {
  readonly key: string;
  readonly title: Localised;
  readonly by?: { readonly speaker: SpeakerKey; readonly session: string };
  readonly file: string;
  readonly page: readonly string[];
  /** Days after the last one on which it came. */
  readonly cameAfter: number;
  /** What the speaker said; without it nothing is published. */
  readonly consent: boolean;
};

/** What the edition of 2018 handed out, one of them for the organiser's eyes only. */
const HANDED_OUT: Readonly<Record<string, readonly MaterialPlan[]>> = {
  "integration-arbetsmarknad-2018": [
    {
      key: "report",
      title: text("Sammanfattning av konferensen", "Summary of the conference"),
      file: "sammanfattning-2018.pdf",
      page: [
        "Integration & Arbetsmarknad 2018",
        "Tre saker att ta med sig hem",
        "Sammanfattning av två dagar i Stockholm",
      ],
      ...{ cameAfter: 5, consent: true },
    },
    {
      key: "leadership",
      title: text("Att leda när allt händer samtidigt", "Leading when everything happens at once"),
      by: { speaker: "mehmed-hasanbegovic", session: "leadership" },
      file: "ledarskap-eskilstuna.pdf",
      page: ["Att leda när allt händer samtidigt", "Hösten 2015 i Eskilstuna", "Vad vi skulle göra annorlunda i dag"],
      ...{ cameAfter: -2, consent: true },
    },
    {
      key: "research",
      title: text("Vad vet vi om vägen till arbete?", "What do we know about the road to work?"),
      by: { speaker: "tomas-bergendal", session: "research" },
      file: "vagen-till-arbete.pdf",
      page: ["Vad vet vi om vägen till arbete?", "Ett forskningsläge", "Opublicerade resultat: sprid inte vidare"],
      ...{ cameAfter: -1, consent: false },
    },
  ],
};

/** The slides and reports of an event, each with its file. */
export function addMaterials(rows: Rows, plan: EventPlan): void {
  const [, last] = span(plan);
  for (const { key, title, by, file, page, cameAfter, consent } of HANDED_OUT[plan.slug] ?? []) {
    const id = seedId(`material:${plan.slug}:${key}`);
    const uploadedAt = toTimestamp(atLocalTime(last.add({ days: cameAfter }), "15:20", ZONE));
    rows.material.push({
      ...{ id, eventId: eventId(plan), title, uploadedAt, consent },
      sessionId: by ? sessionId(plan, by.session) : null,
      speakerId: by ? seedId(`speaker:${by.speaker}`) : null,
      publishedAt: consent ? toTimestamp(atLocalTime(last.add({ days: 6 }), "08:40", ZONE)) : null,
    });
    const content = onePagePdf(page);
    const digest = createHash("sha256").update(content).update("\0").update(file).digest("hex");
    rows.storedFile.push({
      ...{ id: seedId(`file:${plan.slug}:${key}`), eventId: eventId(plan), materialId: id, uploadedAt },
      ...{ name: file, mediaType: "application/pdf", size: content.length, digest, content },
    });
  }
}
