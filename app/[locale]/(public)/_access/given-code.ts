import { headers } from "next/headers";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";

/** The code in a page's address, or null; not looked at when somebody tries many from one network. */
export async function givenCode(parameter: string | readonly string[] | undefined): Promise<string | null> {
  const typed = typeof parameter === "string" ? parameter.slice(0, 100).trim() : "";
  if (typed === "") return null;
  const clientIp = (await headers()).get("x-samling-client-ip") ?? "unknown";
  const within = await consumeRateLimit("code", networkOf(clientIp));
  return within.ok ? typed : null;
}
