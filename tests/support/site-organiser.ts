import { createMember } from "./factories/member";
import { siteDatabase } from "./site-database";

/** The address of somebody who works with the events of `siteEvent`: a test that signs in as one shares no mail with others. */
export async function siteOrganiser(): Promise<string> {
  const db = siteDatabase();
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { slug: "demo-open" } });
  const email = `kansli-${crypto.randomUUID().slice(0, 8)}@example.org`;
  await createMember(db, organisationId, "EDITOR", { email });
  return email;
}
