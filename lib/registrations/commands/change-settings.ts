import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { endOfDay, toDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { SettingsFailure } from "../errors";
import { getEventSettings } from "../queries/event-settings";
import { changedSettings } from "../rules/event-settings";
import {
  type EventSettings,
  SETTING_DAYS,
  type SettingsFieldCode,
  type SettingsInput,
  settingsSchema,
} from "../settings-schema";
import { lockEventQuotas } from "./lock-event-quotas";
import { offerWhatWasFreed } from "./offer-freed-places";

type Changed = Ok<{ readonly changed: readonly string[] }> | SettingsFailure;

/**
 * Changes an event's settings for registration, all or none: days, ways in and places. `seen` is the mark of what the organiser
 * was shown: what somebody else has changed since is not written over. Fewer places than are taken are allowed, nobody loses
 * theirs; more places are offered to the line at once. Places held without names follow the last naming day.
 */
export async function changeSettings(
  scope: EventScope,
  { body, seen }: { readonly body: unknown; readonly seen: string },
  now: Temporal.Instant,
): Promise<Changed> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("settings_gone");
  const outcome = await inTransaction((tx) => change(tx, scope, { body, seen }, now));
  if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
  return outcome;
}

async function change(
  tx: Transaction,
  scope: EventScope,
  { body, seen }: { readonly body: unknown; readonly seen: string },
  now: Temporal.Instant,
): Promise<Changed> {
  const { eventId, organisationId, userId } = scope;
  // Whoever has a place without a name is locked before any quota, as everywhere.
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM registration WHERE event_id = ${eventId}::uuid AND state = 'HELD' ORDER BY id FOR UPDATE`;
  await lockEventQuotas(tx, eventId);
  const { settings: before, mark, endsOn, timeZone } = await getEventSettings(scope, tx);
  const parsed = settingsSchema(endsOn).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldCodes(parsed.error.issues));
  if (seen !== mark) return fail("changed_meanwhile", { settings: before, mark });
  const after = merged(before, parsed.data);
  const changed = changedSettings(before, after);
  if (changed.length === 0) return ok({ changed });
  if (changed.includes("lastNamingDay") && held.length > 0) {
    const end = after.lastNamingDay && endOfDay(Temporal.PlainDate.from(after.lastNamingDay), timeZone);
    if (!end || Temporal.Instant.compare(end, now) <= 0) return fail("invalid", { lastNamingDay: "places_held" });
    await tx.registration.updateMany({ where: { eventId, state: "HELD" }, data: { expiresAt: toTimestamp(end) } });
  }
  await tx.event.update({ where: { id: eventId }, data: columns(parsed.data), select: { id: true } });
  for (const place of after.places) if (changed.includes(`places.${place.key}`)) await writePlaces(tx, eventId, place);
  const actor = { kind: "USER", id: userId } as const;
  await recordAudit(tx, { organisationId, eventId, actor, action: "settings.changed", detail: { changed } }, now);
  return ok({ changed });
}

function fieldCodes(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) {
  const codes = issues.map(({ path, message }) => [path.map(String).join("."), message as SettingsFieldCode] as const);
  return Object.fromEntries(codes.toReversed());
}

/** What is stored with what was sent; a level that was not sent, or is no longer there, stays as it is. */
function merged(before: EventSettings, { places, ...sent }: SettingsInput): EventSettings {
  const sentPlaces = new Map(Object.entries(places));
  return {
    ...sent,
    places: before.places.map((place) => {
      const capacity = sentPlaces.get(place.key);
      return capacity === undefined ? place : { ...place, capacity };
    }),
  };
}

function columns({ places: _, ...settings }: SettingsInput) {
  const day = (date: string | null) => date && toDateColumn(Temporal.PlainDate.from(date));
  const days = SETTING_DAYS.map((name) => [name, day(settings[name])] as const);
  return { ...settings, ...(Object.fromEntries(days) as Record<(typeof SETTING_DAYS)[number], Date>) };
}

async function writePlaces(
  tx: Transaction,
  eventId: string,
  { key, level, capacity }: EventSettings["places"][number],
): Promise<void> {
  const owner = { categoryId: null, dayId: null, sessionId: null, voucherId: null };
  const own = level === "event" ? owner : { ...owner, [`${level}Id`]: key };
  const { count } = await tx.quota.updateMany({ where: { eventId, ...own }, data: { capacity } });
  // A level that had no limit so far may have no row; the new one starts at what is taken.
  if (count === 0) await tx.quota.create({ data: { eventId, ...own, capacity }, select: { id: true } });
}
