import { headers } from "next/headers";
import type { Temporal } from "temporal-polyfill";
import { isAllowedOrigin } from "@/lib/auth/origin";
import { currentInstant } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { noteActionBegun } from "@/lib/platform/request-failures";

/** What every action is told about the request besides its form. */
export type ActionRequest = { readonly now: Temporal.Instant; readonly clientIp: string };

/**
 * The one way to make a server action. Refuses a foreign or `null` origin and what is no form before anything is looked at
 * (answered with 400), and hands the clock and the client's network address on. The handler parses the form with its domain's
 * schema, passes a gate and calls one command; it returns the state the form is drawn again with, or redirects.
 */
export function defineAction<State>(handler: (state: State, form: FormData, request: ActionRequest) => Promise<State>) {
  return async (state: State, form: FormData): Promise<State> => {
    const sent = await headers();
    if (!isAllowedOrigin(sent.get("origin"), env().APP_URL))
      throw new Error("refused: the form came from another site");
    // Whoever calls the action by hand may hand it anything.
    if (!((form as unknown) instanceof FormData)) throw new Error("refused: no form was sent");
    noteActionBegun(sent.get("x-request-id") ?? "");
    return handler(state, form, { now: currentInstant(), clientIp: sent.get("x-samling-client-ip") ?? "unknown" });
  };
}
