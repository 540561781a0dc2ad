import { checkHealth } from "@/lib/platform/health";
import { jsonRoute, onlyAllows } from "../_answer/json-route";

/** 200 when the product can serve, 503 when the database is away or a migration has not been applied. */
export const GET = jsonRoute(async ({ now }) => {
  const health = await checkHealth(now);
  const headers = { "cache-control": "no-store", ...(health.status === "ok" ? {} : { "retry-after": "2" }) };
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers });
});

const refuse = onlyAllows("GET", "HEAD");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
