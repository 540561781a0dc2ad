import { cookies } from "next/headers";
import { awaitedAddressCookie } from "@/lib/auth/session-cookie";

/** The address for which this browser asked for a mail, as it was typed; empty when it has asked for none. */
export async function awaitedAddress(): Promise<string> {
  return (await cookies()).get(awaitedAddressCookie().name)?.value ?? "";
}
