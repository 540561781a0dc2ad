import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { seedDemo } from "@/prisma/seed/demo/seed-demo";

// Loads the demo into the migrated database of DATABASE_URL; a database that has it already is left alone.
const loaded = await seedDemo(database(), currentInstant());
console.log(loaded ? "The demo is loaded." : "The demo was there already.");
await database().$disconnect();
