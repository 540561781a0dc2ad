import { Temporal } from "temporal-polyfill";

/** One content line, unfolded and taken apart (RFC 5545, 3.1). */
export type ContentLine = {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
};
export type Component = {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
};

/**
 * Reads an iCalendar file and throws at the first thing RFC 5545 and 5546 forbid: line ends, line length in octets, a
 * character cut in two, unknown escapes, missing or repeated properties, times without their zone's definition, and times
 * that the definition reads as another moment than the runtime's zone data does.
 */
export function strictCalendar(file: string): Component {
  const lines = unfold(file).map(contentLine);
  const calendar = component(lines);
  if (lines.length > 0) throw new Error(`content after END:VCALENDAR: ${lines[0]?.name}`);
  demand(calendar.name === "VCALENDAR", `not a calendar: ${calendar.name}`);
  demand(text(calendar, "VERSION") === "2.0", "VERSION must be 2.0");
  demand(text(calendar, "PRODID") !== "", "PRODID missing");
  const method = text(calendar, "METHOD");
  const zones = new Map(
    calendar.parts.filter((part) => part.name === "VTIMEZONE").map((zone) => [text(zone, "TZID"), zone]),
  );
  const entries = calendar.parts.filter((part) => part.name === "VEVENT");
  demand(entries.length > 0, "no VEVENT");
  for (const entry of entries) checkEntry(entry, method, zones);
  return calendar;
}

/** The one value of a property that must be there exactly once. */
export function text(part: Component, name: string): string {
  const found = part.lines.filter((line) => line.name === name);
  if (found.length !== 1) throw new Error(`${part.name} has ${found.length} ${name}`);
  return unescaped(found[0]?.value ?? "");
}

/** The moment a property names, read through the file's own VTIMEZONE. */
export function moment(calendar: Component, entry: Component, name: string): Temporal.Instant {
  const line = entry.lines.find((each) => each.name === name);
  const zone = calendar.parts.find((part) => part.name === "VTIMEZONE" && text(part, "TZID") === line?.params["TZID"]);
  if (!line || !zone) throw new Error(`${name} has no zone`);
  return readThrough(zone, localDateTime(line.value));
}

function unfold(file: string): string[] {
  demand(file.endsWith("\r\n"), "the last line must end with CRLF");
  demand(!/(^|[^\r])\n|\r(?!\n)/.test(file), "a line ends with something else than CRLF");
  const physical = file.slice(0, -2).split("\r\n");
  for (const line of physical) {
    demand(Buffer.byteLength(line) <= 75, `longer than 75 octets: ${line}`);
    demand(
      !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(line),
      `half a character: ${line}`,
    );
    demand(!/[^\P{Cc}\t]/u.test(line), `control character: ${JSON.stringify(line)}`);
  }
  const logical: string[] = [];
  for (const line of physical) {
    if (line.startsWith(" ")) logical.push(`${logical.pop() ?? ""}${line.slice(1)}`);
    else logical.push(line);
  }
  return logical;
}

function contentLine(line: string): ContentLine {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
  if (!match) throw new Error(`not a content line: ${line}`);
  const [, name = "", rawParams = "", value = ""] = match;
  const params = [...rawParams.matchAll(/;([A-Z0-9-]+)=(?:"([^"]*)"|([^";:,]*))/g)];
  return {
    name,
    value,
    params: Object.fromEntries(params.map(([, key, quoted, plain]) => [key, quoted ?? plain ?? ""])),
  };
}

/** Takes one component off the front of the lines. */
function component(lines: ContentLine[]): Component {
  const begin = lines.shift();
  if (begin?.name !== "BEGIN") throw new Error(`BEGIN expected, not ${begin?.name}`);
  const own: ContentLine[] = [];
  const parts: Component[] = [];
  for (;;) {
    const [next] = lines;
    if (!next) throw new Error(`${begin.value} has no end`);
    if (next.name === "BEGIN") parts.push(component(lines));
    else if (next.name === "END") {
      demand(next.value === begin.value, `END:${next.value} inside ${begin.value}`);
      lines.shift();
      return { name: begin.value, lines: own, parts };
    } else own.push(lines.shift() as ContentLine);
  }
}

function checkEntry(entry: Component, method: string, zones: ReadonlyMap<string, Component>): void {
  demand(/^[^\s@]+@[^\s@]+$/.test(text(entry, "UID")), "UID is not id@host");
  demand(/^\d{8}T\d{6}Z$/.test(text(entry, "DTSTAMP")), "DTSTAMP must be in UTC");
  demand(/^\d+$/.test(text(entry, "SEQUENCE")), "SEQUENCE must be a number");
  for (const once of ["SUMMARY", "DTSTART", "DTEND"]) text(entry, once);
  if (method === "PUBLISH")
    demand(
      !entry.lines.some(({ name }) => name === "ATTENDEE"),
      "what is published names no attendee (RFC 5546, 3.2.1)",
    );
  text(entry, "ORGANIZER");
  if (method !== "PUBLISH") text(entry, "ATTENDEE");
  if (method === "CANCEL") demand(text(entry, "STATUS") === "CANCELLED", "a cancellation says STATUS:CANCELLED");
  for (const who of entry.lines.filter((line) => line.name === "ORGANIZER" || line.name === "ATTENDEE"))
    demand(/^mailto:[^\s@]+@[^\s@]+$/i.test(who.value), `${who.name} is not an address: ${who.value}`);
  for (const line of entry.lines.filter((each) => each.name === "DTSTART" || each.name === "DTEND")) {
    const tzid = line.params["TZID"] ?? "";
    const zone = zones.get(tzid);
    if (!zone) throw new Error(`${line.name} in a zone without VTIMEZONE: ${tzid}`);
    const local = localDateTime(line.value);
    const meant = local.toZonedDateTime(tzid).toInstant();
    demand(readThrough(zone, local).equals(meant), `${line.name} ${line.value}: VTIMEZONE and ${tzid} disagree`);
  }
}

/** The latest onset at or before a wall-clock time decides its offset (RFC 5545, 3.6.5). */
function readThrough(zone: Component, local: Temporal.PlainDateTime): Temporal.Instant {
  const onsets = zone.parts.flatMap((part) => {
    for (const once of ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]) text(part, once);
    return occurrences(part, local.year).map((at) => ({ at, offset: text(part, "TZOFFSETTO") }));
  });
  const past = onsets.filter(({ at }) => Temporal.PlainDateTime.compare(at, local) <= 0);
  const latest = past.toSorted((a, b) => Temporal.PlainDateTime.compare(a.at, b.at)).at(-1);
  if (!latest) throw new Error(`VTIMEZONE says nothing of ${local}`);
  const offset = /^([+-]\d\d)(\d\d)(\d\d)?$/.exec(latest.offset);
  if (!offset) throw new Error(`not an offset: ${latest.offset}`);
  return Temporal.Instant.from(`${local}${offset.slice(1).filter(Boolean).join(":")}`);
}

function occurrences(part: Component, untilYear: number): Temporal.PlainDateTime[] {
  const first = localDateTime(text(part, "DTSTART"));
  const rule = part.lines.find((line) => line.name === "RRULE")?.value;
  if (!rule) return [first];
  const match = /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(rule);
  if (!match) throw new Error(`a rule this check does not know: ${rule}`);
  const [month, nth, weekday] = [
    Number(match[1]),
    Number(match[2]),
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].indexOf(match[3] ?? "") + 1,
  ];
  const years = Array.from({ length: untilYear - first.year + 1 }, (_, index) => first.year + index);
  const all = years.map((year) => {
    const start = Temporal.PlainDate.from({ year, month, day: 1 });
    const days = Array.from({ length: start.daysInMonth }, (_, index) => start.add({ days: index }));
    const day = days.filter((each) => each.dayOfWeek === weekday).at(nth < 0 ? nth : nth - 1);
    if (!day) throw new Error(`no such day in ${year}`);
    return day.toPlainDateTime(first.toPlainTime());
  });
  demand(all[0]?.equals(first) ?? false, "DTSTART is not an occurrence of its own RRULE");
  return all;
}

function localDateTime(value: string): Temporal.PlainDateTime {
  demand(/^\d{8}T\d{6}$/.test(value), `not a local date and time: ${value}`);
  return Temporal.PlainDateTime.from(value);
}

function unescaped(value: string): string {
  demand(!/(?<!\\)(\\\\)*\\[^\\;,nN]/.test(value), `unknown escape: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );
}

function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}
