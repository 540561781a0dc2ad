import type { Instrumentation } from "next";
import { recordRequestFailure } from "@/lib/platform/request-failures";

/** The framework calls this for every error that nothing expected. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const id = request.headers["x-request-id"];
  recordRequestFailure(typeof id === "string" ? id : "none", context.routePath, error);
};
