import { jsonRoute, onlyAllows } from "@/app/api/_answer/json-route";
import { env } from "@/lib/platform/env";
import manifest from "@/package.json";
import { openApiDocument } from "../_openapi/document";

/** The API's description, generated from its schemas. */
export const GET = jsonRoute(() => Promise.resolve(Response.json(openApiDocument(env().APP_URL, manifest.version))));

const refuse = onlyAllows("GET", "HEAD");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
