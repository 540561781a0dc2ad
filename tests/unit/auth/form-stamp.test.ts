import { beforeAll, expect, it, vi } from "vitest";
import { checkFormStamp, issueFormStamp } from "@/lib/auth/form-stamp";
import { NOW } from "../../support/clock";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere/none");
  vi.stubEnv("AUTH_SECRET", "only-for-the-tests-of-this-repository");
});

const codeAt = (seconds: number, stamp = issueFormStamp("register:x", NOW)) => {
  const result = checkFormStamp(stamp, "register:x", NOW.add({ seconds }));
  return result.ok ? "ok" : result.code;
};

it("takes a form back from two seconds to a day after it was handed out", () => {
  expect([1, 2, 86_400, 86_401].map((seconds) => codeAt(seconds))).toEqual([
    "stamp_too_fast",
    "ok",
    "ok",
    "stamp_expired",
  ]);
});

it("refuses a stamp made elsewhere, for another form, or changed", () => {
  const stamp = issueFormStamp("register:x", NOW);
  const stamps = ["", "x", "1.2.3", stamp.replace(/^\d/, "9"), `${stamp}x`, issueFormStamp("register:y", NOW)];
  expect(stamps.map((one) => codeAt(60, one))).toEqual(stamps.map(() => "stamp_invalid"));
});
