// Loads the demo into the migrated database of DATABASE_URL; a database that has it already is left alone. Prints a fresh
// personal link for the demo's speaker: links are stored as hashes, so an earlier one cannot be shown again.
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DEMO_SPEAKER_ID, seedDemo } from "@/prisma/seed/demo/seed-demo";
import { runEntry } from "./process-life";

const LINK_HOURS = 30 * 24;

await runEntry(async () => {
  const now = currentInstant();
  const loaded = await seedDemo(database(), now);
  console.log(loaded ? "The demo is loaded." : "The demo was there already.");
  const subject = { purpose: "SPEAKER", speakerId: DEMO_SPEAKER_ID } as const;
  console.log(`${env().APP_URL}/s/${await mintPersonalLink(subject, now.add({ hours: LINK_HOURS }))}`);
  await database().$disconnect();
});
