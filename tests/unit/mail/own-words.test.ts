import fc from "fast-check";
import { simpleParser } from "mailparser";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { inOwnWords } from "@/emails/own-words";
import { registrationConfirmed } from "@/emails/registration-confirmed";
import { registrationRejected } from "@/emails/registration-ended";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import { render } from "@/emails/render";
import { plainName } from "@/lib/core/plain-name";
import { parseProse, strangeLink } from "@/lib/core/prose";
import { at } from "@/tests/support/clock";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const day = { date: date("2017-11-16"), opensAt: at("2017-11-16 09:00"), closesAt: at("2017-11-16 16:30") };
const event = {
  title: { sv: "Ledarskap & mellanrum", en: "Leadership & gaps" },
  organiser: "Kommunförbundet Skåne",
  timeZone: "Europe/Stockholm",
  days: [day],
  venue: { name: "Stadshuset", street: null, postalCode: null, city: "Malmö" },
  contact: { name: "Jenny Strand", email: "forum@example.org", phone: null },
  accent: null,
};
const registration: RegistrationInLetter = {
  ...{ event, name: "Åsa Öberg", reference: "K7QX-2M9F", days: [day], category: null, isSubstitute: false },
  sessions: [],
  bookedBy: null,
  lastEditDay: null,
  lastCancelDay: date("2017-11-09"),
  link: "https://samling.example.org/r/abc",
};

const written = (body: string, subject = "Välkommen", wishes: Partial<RegistrationInLetter> = {}) =>
  render(inOwnWords(registrationConfirmed({ ...registration, ...wishes }, "sv").letter, { subject, body }));

/** What the organiser's text became in the HTML, between the heading and the facts. */
const middle = (html: string) => html.slice(html.indexOf("</h1>"), html.indexOf("<table width", html.indexOf("</h1>")));
const tags = (html: string) =>
  [...html.matchAll(/<[a-z/][^>]*>/gi)].map(([tag]) => tag.replace(/ (class|style)="[^"]*"/g, ""));

const BODY = `# Välkommen {{namn}}!

Du har **en plats** på *{{evenemang}}*.
Adressen: [hitta hit](https://example.org/karta?a=1&b=2) eller https://example.org/

## Ta med

- Mugg
- **Skor**
  1. Inne
  2. Ute

Skriv till jenny@example.org.`;

describe("an organiser's text", () => {
  it("is set in the letter, whose facts, button and footer stay", () => {
    const { subject, html, text } = written(BODY, "Plats till {{namn}}");
    expect(subject).toBe("Plats till Åsa Öberg");
    expect(html).toMatch(/<h1[^>]*>Välkommen Åsa Öberg!<\/h1>/);
    expect(middle(html).replaceAll(/ (class|style)="[^"]*"/g, "")).toMatchInlineSnapshot(`
      "</h1>
      <p>Hej Åsa Öberg!</p><p>Du har <strong>en plats</strong> på <em>Ledarskap &amp; mellanrum</em>.<br>Adressen: <a href="https://example.org/karta?a=1&amp;b=2">hitta hit</a> eller <a href="https://example.org/">https://example.org/</a></p><h2>Ta med</h2><ul><li>Mugg</li><li><strong>Skor</strong><ol start="1"><li>Inne</li><li>Ute</li></ol></li></ul><p>Skriv till <a href="mailto:jenny@example.org">jenny@example.org</a>.</p>


      "
    `);
    expect(text).toMatchInlineSnapshot(`
      "Kommunförbundet Skåne

      Ledarskap & mellanrum
      16 november 2017

      Välkommen Åsa Öberg!
      ====================

      Hej Åsa Öberg!

      Du har en plats på Ledarskap & mellanrum.
      Adressen: hitta hit (https://example.org/karta?a=1&b=2) eller
      https://example.org/

      Ta med
      ------

      - Mugg
      - Skor
        1. Inne
        2. Ute

      Skriv till jenny@example.org.

      När:
        torsdag 16 november 2017, kl. 09:00–16:30
      Var:
        Stadshuset
        Malmö
      Referens:
        K7QX-2M9F

      Öppna din anmälan:
      https://samling.example.org/r/abc

      Länken är personlig. Den som har den kan se och ändra din anmälan, så
      skicka den inte vidare.

      Vad händer nu?
      - Får du förhinder, avboka senast 9 november 2017. Då kan någon annan få
        platsen.
      - Kalenderposten följer med det här brevet. Öppna den bifogade filen om
        den inte redan ligger i kalendern.

      Undrar du något? Svara på det här brevet eller skriv till Jenny Strand,
      forum@example.org.

      -- 
      Du får brevet för att du, eller någon åt dig, har anmält dig till
      Ledarskap & mellanrum. Arrangör: Kommunförbundet Skåne.
      "
    `);
    expect(text).not.toContain("Din plats är bekräftad.");
    for (const kept of ["K7QX-2M9F", registration.link, "forum@example.org"]) {
      expect(html).toContain(kept);
      expect(text).toContain(kept);
    }
  });

  it("has its subject as heading where it has none of its own", () => {
    expect(written("Hej").html).toMatch(/<h1[^>]*>Välkommen<\/h1>/);
  });

  it("does not push out what is true of this mail alone", () => {
    const ended = { event, name: "Åsa", reference: "K7QX-2M9F", eventUrl: "https://a.example", reason: "Bara chefer." };
    const { letter } = registrationRejected(ended, "sv");
    const { text, html } = render(inOwnWords(letter, { subject: "Svar", body: "Tyvärr." }));
    for (const shown of [text, html]) expect(shown).toContain("Arrangören skriver: Bara chefer.");
    expect(written("Hej", "S", { bookedBy: "Bo Ek" }).text).toContain("Bo Ek");
  });

  it("has no images, no HTML and no code", () => {
    const { html } = written('<b onclick="x()">fet</b>\n\n![bild](https://example.org/p.png)\n\n`kod`\n\n    indragen');
    expect(tags(middle(html))).not.toContain("<b>");
    expect(html).not.toMatch(/<img|<code|<pre|<b[ >]/);
    expect(html).toContain("&lt;b onclick=&quot;x()&quot;&gt;");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "//example.org", "/my", "ftp://example.org", ""])(
    "links nowhere but to pages and mailboxes: %j",
    (address) => {
      const body = `[klicka](<${address}>)`;
      expect(strangeLink(body)).toBe(address);
      expect(middle(written(body).html)).not.toContain("<a ");
    },
  );

  it("says which link is refused, and lets the others be", () => {
    expect(
      strangeLink("[a](https://example.org) https://example.org <mailto:a@example.org> www.example.org"),
    ).toBeNull();
    expect(strangeLink("[a](https://example.org/?r={{referens}})")).toContain("referens");
  });
});

const TRICKS = [
  "http://evil.example",
  "[x](javascript:alert(1))",
  "**a**",
  "<b>x</b>",
  "![i](http://e/x)",
  "{{referens}}",
];
const MORE = [
  "\r\nBcc: x@example.org",
  "# H",
  "- a",
  "<https://evil.example>",
  "&lt;b&gt;",
  "]({{namn}})",
  "\u2028",
  "`",
];
const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.array(fc.constantFrom(...TRICKS, ...MORE), { maxLength: 4 }).map((parts) => parts.join(" ")),
);
const TEXT =
  "# {{namn}}\n\n{{namn}} **{{kategori}}** [till {{plats}}](https://example.org/)\n\n- {{val}}\n\n{{evenemang}}";

describe("what is merged into it", () => {
  const withValues = (value: string) =>
    written(TEXT, "Om {{kategori}}: {{namn}}", {
      name: value,
      category: { sv: value, en: value },
      sessions: [{ title: { sv: value, en: value }, startsAt: day.opensAt, endsAt: day.closesAt, room: null }],
      event: { ...event, title: { sv: value, en: value }, venue: { ...event.venue, name: value } },
    });
  const shape = tags(middle(withValues("x").html));

  it("makes no markup and no link, whatever it is", () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(tags(middle(withValues(value).html))).toEqual(shape);
      }),
    );
  });

  it("stays the same characters in both renderings", () => {
    for (const value of [...TRICKS, ...MORE.slice(1)]) {
      const line = value.replaceAll(/\s+/g, " ").trim() || "–";
      const { html, text } = withValues(value);
      const escaped = line.replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
      const shown = middle(html).replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
        const code = { amp: 38, lt: 60, gt: 62, quot: 34, "#39": 39 }[name];
        return `&#${code};`;
      });
      expect(shown).toContain(`<strong>${escaped}</strong>`);
      expect(text.replaceAll(/\s+/g, " ")).toContain(line);
    }
  });

  it("makes no line break in a subject and no header in the mail", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const { subject } = withValues(value);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        const { headers } = await simpleParser(`From: a@example.org\r\nSubject: ${subject}\r\n\r\nx`);
        expect([...headers.keys()].sort()).toEqual(["from", "subject"]);
      }),
    );
  });

  it("is a name that no mail program makes a link of", () => {
    for (const name of ["http://evil.example/x", "www.evil.example", "a@evil.example", "evil.example"]) {
      const { text, html, subject } = written("Hej {{namn}}", "{{namn}}", { name });
      for (const shown of [text, html, subject]) expect(shown).not.toContain("evil.example");
      expect(text).toContain(plainName(name));
    }
  });
});

describe("parsing", () => {
  it("ends for any text, in something that can be set", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (body) => {
        expect(parseProse(body)).toBe(parseProse(body));
        expect(written(body || " ").html).toContain("</html>");
      }),
    );
  });
});
