import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import { type Database, database } from "@/lib/platform/db";
import { DEMO_SPEAKER_ID, seedDemo } from "@/prisma/seed/demo/seed-demo";
import { at, NOW } from "../../support/clock";
import { createTestDatabase } from "../../support/database";

const db = database();
const day = (column: Date | null | undefined) => column?.toISOString().slice(0, 10);

beforeAll(async () => {
  expect(await seedDemo(db, NOW)).toBe(true);
});

const programme = (slug: string) =>
  db.session.findMany({
    where: { event: { slug } },
    orderBy: { startsAt: "asc" },
    include: { speakers: { include: { speaker: true }, orderBy: { position: "asc" } }, hostOrganisation: true },
  });

describe("the facts of the past editions", () => {
  it.each([
    ["integration-arbetsmarknad-2018", "2018-11-28", "2018-11-29", 2],
    ["strategiska-forum-ledarskap", "2017-11-16", "2017-11-16", 1],
    ["tillgang-eller-belastning-2018", "2018-06-01", "2018-06-01", 1],
    ["socialchefsdagarna-2017", "2017-09-27", "2017-09-29", 3],
    ["mojligheternas-motesplats-2018", "2018-04-18", "2018-04-19", 2],
  ])("%s was on %s to %s", async (slug, first, last, length) => {
    const event = await db.event.findUniqueOrThrow({ where: { slug }, include: { days: true } });
    expect([day(event.startsOn), day(event.endsOn), event.days.length]).toEqual([first, last, length]);
  });

  it("the forum of 16 November 2017 closed after 2 November, with its page owner and partners", async () => {
    const forum = await db.event.findUniqueOrThrow({
      where: { slug: "strategiska-forum-ledarskap" },
      include: { coOrganisers: { include: { organisation: true }, orderBy: { position: "asc" } } },
    });
    expect([day(forum.lastRegistrationDay), forum.pageOwner, forum.timeZone]).toEqual([
      "2017-11-02",
      "Jenny Strand",
      "Europe/Stockholm",
    ]);
    expect(forum.coOrganisers.map(({ organisation, access }) => [organisation.slug, access])).toEqual([
      ["boss", "WHOLE_EVENT"],
      ["region-skane", "NONE"],
      ["lansstyrelsen-skane", "NONE"],
    ]);
  });

  it("the project BOSS has a part in that forum and in nothing else", async () => {
    const parts = await db.coOrganiser.findMany({
      where: { organisation: { slug: "boss" } },
      select: { event: { select: { slug: true } } },
    });
    expect(parts.map(({ event }) => event.slug)).toEqual(["strategiska-forum-ledarskap"]);
  });

  it("the speakers of 1 June 2018 came in the order of the programme", async () => {
    const sessions = await programme("tillgang-eller-belastning-2018");
    expect(sessions.flatMap(({ speakers }) => speakers.map(({ speaker }) => speaker.name))).toEqual([
      "Joachim Fors",
      "Jenny Strand",
      "Alexander Brydon",
      "Zara Göransson Tosic",
      "Patrik Åkesson",
      "Malin Olofsson",
    ]);
    expect(sessions[0]?.startsAt.toISOString()).toBe("2018-06-01T07:30:00.000Z");
  });

  it("the evening before adds no day and has places of its own", async () => {
    const evenings = await db.session.findMany({
      where: { dayId: null },
      include: { event: { include: { days: { orderBy: { date: "asc" } } } }, quota: true },
    });
    expect(evenings.map(({ event }) => event.slug.replace(/\d+/, ""))).toEqual([
      "socialchefsdagarna-",
      "socialchefsdagarna-",
    ]);
    for (const { startsAt, event, quota } of evenings) {
      expect(startsAt < (event.days[0]?.opensAt ?? startsAt)).toBe(true);
      expect(quota?.used).toBeGreaterThan(20);
    }
  });

  it("each host of Möjligheternas Mötesplats has its own seminar and sees its own sign-ups only", async () => {
    const sessions = await programme("mojligheternas-motesplats-2018");
    const hosts = sessions.flatMap(({ hostOrganisation }) => (hostOrganisation ? [hostOrganisation.slug] : []));
    expect(hosts).toEqual(["linneuniversitetet", "hultsfred", "skl", "arbetsformedlingen"]);
    const event = await db.event.findUniqueOrThrow({
      where: { slug: "mojligheternas-motesplats-2018" },
      include: { coOrganisers: true },
    });
    expect([event.access, event.coOrganisers.map(({ access }) => access)]).toEqual([
      "INVITATION_ONLY",
      ["OWN_SESSIONS", "OWN_SESSIONS", "OWN_SESSIONS"],
    ]);
  });

  it("three colleagues from Göteborg share a booking of Socialchefsdagarna 2017", async () => {
    const groups = await db.booking.findMany({
      where: { event: { slug: "socialchefsdagarna-2017" }, registrations: { some: { municipalityCode: "1480" } } },
      include: { registrations: true },
    });
    const [group] = groups.filter(({ registrations }) => registrations.length === 3);
    expect(group?.registrations.map(({ organisationName }) => organisationName)).toEqual(
      Array(3).fill("Göteborgs Stad"),
    );
    expect(group?.registrations.map(({ email }) => email)).not.toContain(group?.registrantEmail);
  });
});

describe("the demo as it can be used", () => {
  it("has a speaker with a session ahead to show a personal link for", async () => {
    const speaker = await db.speaker.findUniqueOrThrow({
      where: { id: DEMO_SPEAKER_ID },
      include: { sessions: { include: { session: true } } },
    });
    expect(speaker.name).toBe("Mehmed Hasanbegovic");
    expect(speaker.sessions.filter(({ session }) => session.startsAt.getTime() > NOW.epochMilliseconds)).toHaveLength(
      1,
    );
  });

  it("has demo-open with 5,000 places, one category, one day and no questions", async () => {
    const open = await db.event.findUniqueOrThrow({
      where: { slug: "demo-open" },
      include: { quotas: true, days: true, categories: true, questions: true, sessions: true },
    });
    expect(open.quotas.map(({ capacity, used }) => [capacity, used])).toEqual(Array(3).fill([5_000, 0]));
    expect([open.days.length, open.categories.length, open.questions.length]).toEqual([1, 1, 0]);
    expect(open.sessions.filter(({ signUp }) => signUp)).toEqual([]);
  });

  it("has one owner at least in every organisation", async () => {
    const orphans = await db.organisation.findMany({ where: { memberships: { none: { role: "OWNER" } } } });
    expect(orphans).toEqual([]);
    const owner = await db.user.findUniqueOrThrow({
      where: { email: "organisator@example.org" },
      include: { memberships: { include: { organisation: true } } },
    });
    expect(owner.memberships.map(({ organisation }) => organisation.slug).sort()).toEqual([
      "kommunforbundet-skane",
      "samling",
    ]);
  });

  it("has one event nearly full, one category full and one sign-up session full", async () => {
    const quotas = await db.quota.findMany({
      where: { capacity: { not: null } },
      include: { event: true, category: true },
    });
    const full = quotas.filter(({ used, capacity }) => used === capacity);
    expect(full.flatMap(({ category }) => (category ? [category.key] : []))).toEqual(["delegate"]);
    expect(full.filter(({ sessionId }) => sessionId).length).toBeGreaterThanOrEqual(1);
    const nearly = quotas.filter(
      ({ used, capacity, categoryId, dayId, sessionId }) =>
        !categoryId && !dayId && !sessionId && capacity !== null && capacity - used > 0 && capacity - used <= 5,
    );
    expect(nearly.map(({ event }) => event.slug)).toEqual([expect.stringMatching(/^strategiska-forum-20\d\d$/)]);
  });

  it("has invited who accepted, declined and have not answered, and rules that remind them", async () => {
    const ahead = await db.event.findFirstOrThrow({
      where: { series: { slug: "strategiska-forum" }, status: "PUBLISHED", startsOn: { gt: new Date("2026-09-15") } },
      include: { invitations: true, reminderRules: { orderBy: [{ kind: "asc" }, { offsetDays: "desc" }] } },
    });
    expect(new Set(ahead.invitations.map(({ state }) => state))).toEqual(
      new Set(["SENT", "OPENED", "ACCEPTED", "DECLINED"]),
    );
    expect(ahead.reminderRules.map(({ kind, offsetDays, localTime }) => [kind, offsetDays, localTime])).toEqual([
      ["INVITED_UNANSWERED", -3, "09:00"],
      ["INVITED_UNANSWERED", -7, "09:00"],
      ["CONFIRMED", -1, "09:00"],
    ]);
  });

  it("has no mail waiting and no link given out", async () => {
    expect([await db.outboxMail.count(), await db.personalLink.count()]).toEqual([0, 0]);
  });
});

describe("places", () => {
  it("used are exactly those that hold them, on every level", async () => {
    const wrong = await db.$queryRaw`
      SELECT q.id FROM quota q WHERE q.used <> (
        SELECT count(*) FROM registration r
         WHERE r.event_id = q.event_id AND r.state IN ('HELD', 'PENDING_APPROVAL', 'CONFIRMED', 'OFFERED')
           AND (q.category_id IS NULL OR r.category_id = q.category_id)
           AND (q.day_id IS NULL OR EXISTS (SELECT 1 FROM registration_day d WHERE d.registration_id = r.id AND d.day_id = q.day_id))
           AND (q.session_id IS NULL OR EXISTS (SELECT 1 FROM registration_session s WHERE s.registration_id = r.id AND s.session_id = q.session_id)))`;
    expect(wrong).toEqual([]);
    expect(await db.registration.count({ where: { state: "CONFIRMED" } })).toBeGreaterThan(1_000);
  });

  it("every event, category, day and sign-up session has a quota", async () => {
    const quotas = await db.quota.count();
    const owners = await Promise.all([
      db.event.count(),
      db.category.count(),
      db.eventDay.count(),
      db.session.count({ where: { signUp: true } }),
    ]);
    expect(quotas).toBe(owners.reduce((sum, count) => sum + count, 0));
  });

  it("nobody is signed up to two sessions at once, or to a session on a day not chosen", async () => {
    const wrong = await db.$queryRaw`
      SELECT c.registration_id FROM registration_session c JOIN session s ON s.id = c.session_id
       WHERE (s.day_id IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM registration_day d WHERE d.registration_id = c.registration_id AND d.day_id = s.day_id))
          OR EXISTS (SELECT 1 FROM registration_session c2 JOIN session s2 ON s2.id = c2.session_id
                      WHERE c2.registration_id = c.registration_id AND s2.id <> s.id
                        AND s2.starts_at < s.ends_at AND s.starts_at < s2.ends_at)`;
    expect(wrong).toEqual([]);
  });
});

describe("seeding", () => {
  it("again changes nothing, also at another time", async () => {
    const before = await contentHash(db);
    expect(await seedDemo(db, NOW.add({ hours: 24 * 30 }))).toBe(false);
    expect(await contentHash(db)).toBe(before);
  });

  it("two databases at the same moment gives the same rows; twice at once gives one demo", async () => {
    const other = await createTestDatabase();
    try {
      const answers = await Promise.all([seedDemo(other.db, NOW), seedDemo(other.db, NOW)]);
      expect(answers.sort()).toEqual([false, true]);
      expect(await contentHash(other.db)).toBe(await contentHash(db));
    } finally {
      await other.drop();
    }
  });

  it.each(["2026-12-30 12:00", "2027-03-28 12:00"])("passes every constraint on %s", async (start) => {
    const other = await createTestDatabase();
    try {
      expect(await seedDemo(other.db, at(start))).toBe(true);
      const today = at(start).toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
      const next = await other.db.event.findFirstOrThrow({ orderBy: { startsOn: "desc" } });
      expect(Temporal.PlainDate.compare(Temporal.PlainDate.from(day(next.startsOn) ?? ""), today)).toBe(1);
    } finally {
      await other.drop();
    }
  });
});

/** A hash over every table's rows in a fixed order; serial numbers aside. */
async function contentHash(of: Database): Promise<string> {
  const hash = createHash("sha256");
  const tables = await of.$queryRaw<{ table_name: string }[]>`
    SELECT table_name::text FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%' ORDER BY table_name`;
  expect(tables.length).toBeGreaterThan(20);
  for (const { table_name } of tables) {
    const rows = await of.$queryRawUnsafe<{ row: { id?: unknown } }[]>(
      `SELECT to_jsonb(t) AS row FROM "${table_name}" t`,
    );
    const texts = rows.map(({ row: { id, ...rest } }) =>
      JSON.stringify(typeof id === "number" ? rest : { id, ...rest }),
    );
    hash.update(`${table_name}:${texts.sort().join("\n")}`);
  }
  return hash.digest("hex");
}
