import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { ORGANISATIONS } from "@/prisma/seed/demo/organisations";
import type { Rows } from "@/prisma/seed/demo/rows";
import { seedId } from "@/prisma/seed/demo/seeded";
import { SERIES } from "@/prisma/seed/demo/series";
import { SPEAKERS } from "@/prisma/seed/demo/speakers";
import { USERS } from "@/prisma/seed/demo/users";
import { VENUES } from "@/prisma/seed/demo/venues";

/** What the events stand on: organisations with their people, venues, speakers and series. */
export function addFoundation(rows: Rows, now: Temporal.Instant): void {
  const createdAt = toTimestamp(now);
  for (const [slug, organisation] of Object.entries(ORGANISATIONS)) {
    rows.organisation.push({ id: seedId(`organisation:${slug}`), slug, createdAt, ...organisation });
  }
  for (const { email, name, member } of USERS) {
    const userId = seedId(`user:${email}`);
    rows.user.push({ id: userId, email, name, createdAt });
    for (const [organisation, role] of member) {
      rows.membership.push({ organisationId: seedId(`organisation:${organisation}`), userId, role, createdAt });
    }
  }
  for (const [key, { organisation, rooms, ...venue }] of Object.entries(VENUES)) {
    const id = seedId(`venue:${key}`);
    rows.venue.push({ id, organisationId: seedId(`organisation:${organisation}`), ...venue });
    for (const [name, seats] of Object.entries(rooms)) {
      rows.room.push({ id: seedId(`room:${key}:${name}`), venueId: id, name, seats });
    }
  }
  for (const [key, { organisation, ...speaker }] of Object.entries(SPEAKERS)) {
    const email = `${key}@example.org`;
    rows.speaker.push({
      id: seedId(`speaker:${key}`),
      organisationId: seedId(`organisation:${organisation}`),
      email,
      createdAt,
      ...speaker,
    });
  }
  for (const [slug, { organisation, ...series }] of Object.entries(SERIES)) {
    const id = seedId(`series:${slug}`);
    rows.series.push({ id, organisationId: seedId(`organisation:${organisation}`), slug, createdAt, ...series });
  }
}
