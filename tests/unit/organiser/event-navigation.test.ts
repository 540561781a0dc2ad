import { describe, expect, it } from "vitest";
import { eventNavigation } from "@/app/[locale]/(organiser)/_frame/event-tabs";

describe("the ways through one event", () => {
  it("opens the group of the present page and leads to the others' first page", () => {
    const stops = eventNavigation("OWNER", "line");
    expect(stops.filter(({ kind }) => kind === "open")).toMatchObject([
      { group: "people", pages: expect.arrayContaining([{ tab: "line", path: "/line" }]) },
    ]);
    expect(stops).toContainEqual({ kind: "closed", group: "plan", path: "/edit" });
    expect(stops[0]).toEqual({ kind: "page", tab: "overview", path: "" });
  });

  it("shows a role nothing but what it opens, and a group of one as its page", () => {
    expect(eventNavigation("DOOR", "registrations")).toEqual([
      { kind: "page", tab: "registrations", path: "/registrations" },
    ]);
    expect(eventNavigation("CO_ORGANISER", "overview")).toContainEqual({ kind: "page", tab: "mail", path: "/mail" });
  });
});
