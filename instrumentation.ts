import type { Instrumentation } from "next";
import { answerDirectly } from "@/lib/platform/direct-routes";
import { recordRequestFailure } from "@/lib/platform/request-failures";

/** The framework calls this once, before it answers anything. */
export async function register(): Promise<void> {
  const registrations = await import("@/app/api/v1/events/[slug]/registrations/route");
  answerDirectly("POST", /^\/api\/v1\/events\/([a-z0-9-]+)\/registrations$/, registrations.POST);
}

/** The framework calls this for every error that nothing expected. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, renderSource }) => {
  const id = request.headers["x-request-id"];
  // While a page is drawn, the framework names what it was drawing; while it reads a form, nothing or the answer's payload.
  const isDrawing = renderSource === "react-server-components" || renderSource === "server-rendering";
  const readingForm = request.method === "POST" && !isDrawing;
  recordRequestFailure({ id: typeof id === "string" ? id : crypto.randomUUID(), route: routePath, readingForm }, error);
};
