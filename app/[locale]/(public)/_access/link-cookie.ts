import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";

const THIRTY_DAYS = 60 * 60 * 24 * 30;

/**
 * Keeps a personal link's token where scripts cannot read it and other sites cannot send it. A cookie for each registration
 * or invitation, so that one browser can hold several side by side.
 */
export async function keepToken(name: string, token: string): Promise<void> {
  (await cookies()).set(name, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    path: "/",
    maxAge: THIRTY_DAYS,
  });
}

/** The token kept under a name, or an empty text. */
export async function keptToken(name: string): Promise<string> {
  return (await cookies()).get(name)?.value ?? "";
}
