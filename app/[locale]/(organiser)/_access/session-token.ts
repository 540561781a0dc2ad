import { cookies } from "next/headers";
import { sessionCookie } from "@/lib/auth/session-cookie";

/** The session cookie of this request, for the gates. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value;
}
