import { expect, it } from "vitest";
import { onSitePath } from "@/lib/auth/on-site-path";

it.each(["/organise", "/en/organise/x?status=all&q=%C3%A5", "/"])("keeps %s", (path) => {
  expect(onSitePath(path)).toBe(path);
});

it.each([
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\t//evil.example",
  "/a\\..\\b",
  "/\r\nSet-Cookie: x=1",
  "javascript:alert(1)",
  "organise",
  "",
  `/${"a".repeat(3_000)}`,
  null,
  undefined,
])("refuses %j", (path) => {
  expect(onSitePath(path)).toBeNull();
});
