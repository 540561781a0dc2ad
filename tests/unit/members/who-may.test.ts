import { describe, expect, it } from "vitest";
import { deviceOf } from "@/lib/auth/rules/device-words";
import { roleAtEvent } from "@/lib/auth/rules/role-at-event";
import { allowsSignUp } from "@/lib/auth/rules/sign-up";
import { keepsAnOwner } from "@/lib/members/rules/last-owner";

describe("the last owner", () => {
  const one = { userId: "a", role: "OWNER" } as const;
  const editor = { userId: "b", role: "EDITOR" } as const;
  const other = { userId: "c", role: "OWNER" } as const;

  it.each([
    ["is not removed", [one, editor], "a", null, false],
    ["is not made less", [one, editor], "a", "EDITOR", false],
    ["may stay what they are", [one, editor], "a", "OWNER", true],
    ["is the last no longer when there are two", [one, other], "a", null, true],
    ["does not keep others from leaving", [one, editor], "b", null, true],
    ["is not made by changing somebody who is not there", [editor], "nobody", "OWNER", false],
  ] as const)("%s", (_what, members, userId, becomes, expected) => {
    expect(keepsAnOwner(members, userId, becomes)).toBe(expected);
  });
});

describe("a role at one event", () => {
  it.each([
    ["OWNER", "DOOR", "OWNER"],
    ["VIEWER", "EDITOR", "EDITOR"],
    ["EDITOR", "DOOR", "DOOR"],
    ["FINANCE", undefined, "FINANCE"],
    [undefined, "FINANCE", "FINANCE"],
    [undefined, undefined, null],
  ] as const)("%s in the organisation and %s there is %s", (inOrganisation, atEvent, role) => {
    expect(roleAtEvent(inOrganisation, atEvent)).toBe(role);
  });
});

describe("who may sign up by themselves", () => {
  it.each([
    ["nobody", "anna@kommun.se", false],
    ["anybody", "anna@kommun.se", true],
    ["kommun.se", "anna@kommun.se", true],
    ["region.se, Kommun.se", "anna@kommun.se", true],
    ["kommun.se", "anna@elev.kommun.se", false],
    ["kommun.se", "anna@inte-kommun.se", false],
    ["anna@kommun.se", "anna@kommun.se", true],
    ["anna@kommun.se", "bo@kommun.se", false],
    ["anna@kommun.se", "joanna@kommun.se", false],
  ])("%s: %s", (setting, email, allowed) => {
    expect(allowsSignUp(setting, email)).toBe(allowed);
  });
});

describe("what a browser is called", () => {
  const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/141.0.0.0`, "Edge", "Windows"],
    [`Mozilla/5.0 (Linux; Android 16) ${CHROME}`, "Chrome", "Android"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`, "Chrome", "ChromeOS"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1",
      "Safari",
      "iPhone",
    ],
    ["curl/8.0", null, null],
    [null, null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});
