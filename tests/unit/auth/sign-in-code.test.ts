import { describe, expect, it, vi } from "vitest";

vi.stubEnv("AUTH_SECRET", "a-secret-of-at-least-thirty-two-characters");
vi.stubEnv("DATABASE_URL", "postgresql://nowhere/none");
const { hashSignInCode, isSignInCode, newSignInCode } = await import("@/lib/auth/sign-in-code");

describe("a code to sign in", () => {
  it("is six digits, leading zeros kept", () => {
    expect(Array.from({ length: 2_000 }, newSignInCode).every((code) => /^\d{6}$/.test(code))).toBe(true);
  });
  it("opens only the request it was made for", () => {
    const hash = hashSignInCode("one", "012345");
    expect(isSignInCode("one", "012345", hash)).toBe(true);
    expect(isSignInCode("two", "012345", hash)).toBe(false);
    expect(isSignInCode("one", "12345", hash)).toBe(false);
    expect(isSignInCode("one", "012345", "not a hash")).toBe(false);
  });
});
