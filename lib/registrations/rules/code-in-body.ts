import { fail } from "@/lib/core/result";
import type { RegisterFailure } from "../errors";
import type { RegistrationForm } from "../registration-form";

/** The code in a body that is yet to be parsed, or null. */
export function codeIn(body: unknown): string | null {
  const code = body !== null && typeof body === "object" && "code" in body ? body.code : null;
  return typeof code === "string" && code.trim() !== "" ? code : null;
}

/** A code that is used up is told so under lock, after a replayed submit has got its first answer. */
export function failureOfCode({ code }: RegistrationForm): Extract<RegisterFailure, { code: "invalid" }> | null {
  if (!code?.failure || code.failure === "code_used_up") return null;
  return fail("invalid", { code: [{ code: code.failure }] });
}
