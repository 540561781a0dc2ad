import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { sourceFiles } from "../support/source-files";

type Dictionary = { readonly [key: string]: string | Dictionary };

/** "registration.form.submit" → text. */
function flat(dictionary: Dictionary, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** The arguments a message takes with their kinds, such as "count:plural" or "link:tag"; each once. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value}:${TYPE[element.type]}`);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        if (!element.options["other"]) found.add(`${element.value}:without other`);
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...found].sort();
}

/** A select's cases are code, not language: both dictionaries must know the same ones. */
function selectCases(message: string): string[] {
  const found: string[] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        if (element.type === TYPE.select)
          found.push(`${element.value}: ${Object.keys(element.options).sort().join(" ")}`);
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return found.sort();
}

const sv = flat(messages.sv);
const en = flat(messages.en);
const both = [...sv.keys()]
  .filter((key) => en.has(key))
  .map((key) => [key, sv.get(key) ?? "", en.get(key) ?? ""] as const);
/** Swedish and English say some things with the same letters; longer texts that are equal were not translated. */
const words = (text: string) => text.split(/\s+/).length;

describe("the two dictionaries", () => {
  it("have the same keys", () => {
    expect(sv.size).toBeGreaterThan(5);
    expect([...en.keys()].sort()).toEqual([...sv.keys()].sort());
  });

  it("hold every namespace there is a file for", () => {
    const files = sourceFiles(/\.ts$/).flatMap(({ path }) => /^lib\/i18n\/messages\/(.+)\.ts$/.exec(path)?.[1] ?? []);
    expect(files.length).toBeGreaterThan(0);
    const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.keys(messages.sv).sort()).toEqual(files.map(camel).sort());
    expect(Object.keys(messages.en).sort()).toEqual(files.map(camel).sort());
  });

  it("share enough texts to be compared at all", () => {
    expect(both.length).toBeGreaterThan(100);
  });

  it("are well-formed and take the same arguments of the same kind", () => {
    expect(
      both.filter(([, inSwedish, inEnglish]) => `${argumentsOf(inSwedish)}` !== `${argumentsOf(inEnglish)}`),
    ).toEqual([]);
    expect(
      both.filter(([, inSwedish, inEnglish]) => `${selectCases(inSwedish)}` !== `${selectCases(inEnglish)}`),
    ).toEqual([]);
  });

  it("have no text that is empty, padded or still to be written", () => {
    const unfinished = /^\s*$|^\s|\s$|\b(TODO|FIXME|TBD|XXX|lorem ipsum)\b|^[—–-]+$|\?\?\?/i;
    expect([...sv, ...en].filter(([, text]) => unfinished.test(text))).toEqual([]);
  });

  it("say nothing longer than three words alike in both languages", () => {
    expect(both.filter(([, inSwedish, inEnglish]) => inSwedish === inEnglish && words(inSwedish) > 3)).toEqual([]);
  });

  it("see a missing argument, another kind and a missing case", () => {
    expect(argumentsOf("{count, plural, one {# plats} other {# platser}} <link>{name}</link>")).toEqual([
      "count:plural",
      "link:tag",
      "name:argument",
    ]);
    expect(argumentsOf("{n, number}")).not.toEqual(argumentsOf("{n}"));
    expect(selectCases("{s, select, a {1} other {2}}")).not.toEqual(selectCases("{s, select, b {1} other {2}}"));
  });
});
