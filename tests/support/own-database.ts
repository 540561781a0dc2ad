import { afterAll, vi } from "vitest";
import { useDatabase } from "@/lib/platform/db";
import { readEnvAnew } from "@/lib/platform/env";
import { createTestDatabase } from "./database";

// Every integration test file has a database of its own, empty and migrated, behind `database()`; processes that a test
// starts find it in DATABASE_URL.
// Modules outlive a test file, settings do not: each file begins with the environment that its process was started with.
const shared = globalThis as { environmentAtStart?: NodeJS.ProcessEnv };
vi.unstubAllEnvs();
shared.environmentAtStart ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in shared.environmentAtStart)) delete process.env[name];
Object.assign(process.env, shared.environmentAtStart);

process.env["AUTH_SECRET"] = "only-for-the-tests-of-this-repository";
process.env["BOUNCE_SECRET"] = "only-for-the-tests-of-what-comes-back";
process.env["MAIL_ENVELOPE"] = "studs@example.org";
process.env["SIGN_UP"] = "nykommun.example.org";
process.env["APP_URL"] = "http://localhost:3000";

const own = await createTestDatabase();
process.env["DATABASE_URL"] = own.url;
readEnvAnew();
useDatabase(own.db);

afterAll(() => own.drop());
