import { renderToStaticMarkup } from "react-dom/server";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { statusLine } from "@/app/[locale]/(public)/_event/status-line";
import { NotOpen } from "@/app/[locale]/(public)/events/[slug]/register/not-open";
import { obstacle } from "@/app/[locale]/(public)/events/[slug]/register/obstacle";
import { toDateColumn } from "@/lib/core/local-date";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { database } from "@/lib/platform/db";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { createEvent } from "../../support/factories/event";
import { person, register } from "../../support/registering";

/** The event of the story: registration open since long before, its last day as told. */
async function eventUntil(lastDay: string) {
  const day = Temporal.PlainDate.from(lastDay);
  const before = Temporal.Instant.from(`${day.subtract({ days: 30 }).toString()}T12:00:00Z`);
  const dates = { lastRegistrationDay: toDateColumn(day), daysAhead: 44 };
  return createEvent(database(), dates, before);
}

async function asSeenAt(slug: string, now: Temporal.Instant) {
  const form = await findRegistrationForm(slug, null, now);
  const event = await findPublishedEvent(slug, now);
  if (!form || !event) throw new Error(`${slug} is not shown`);
  const because = obstacle(form);
  const page = because && renderToStaticMarkup(await NotOpen({ form, because, locale: "sv", now }));
  return { page, status: statusLine(event, "sv", now).parts.join(" · ") };
}

it.each([
  ["2017-11-02", "2017-11-02T22:59:59Z", "2017-11-02T23:00:00Z", "2 november"],
  ["2018-06-01", "2018-06-01T21:59:59Z", "2018-06-01T22:00:00Z", "1 juni"],
])("story 1: by %s means until %s, and at %s registration is closed", async (lastDay, lastSecond, border, inWords) => {
  const { slug } = await eventUntil(lastDay);

  const open = Temporal.Instant.from(lastSecond);
  expect(await asSeenAt(slug, open)).toEqual({ page: null, status: expect.stringContaining("sista dagen i dag") });
  const taken = await register(slug, person(), open);
  expect(taken.ok && taken.value.status).toBe("CONFIRMED");

  const closed = Temporal.Instant.from(border);
  const { page, status } = await asSeenAt(slug, closed);
  expect(status).toBe("Anmälan är stängd");
  expect(page).toContain("<h1>Anmälan är stängd</h1>");
  expect(page).toContain(inWords);
  const late = await register(slug, person(), closed);
  expect(late.ok ? "taken" : failureMessage(late, "sv")).toBe("Anmälan är stängd.");
  expect(await database().registration.count({ where: { event: { slug } } })).toBe(1);
});
