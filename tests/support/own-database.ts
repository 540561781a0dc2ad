import { afterAll } from "vitest";
import { useDatabase } from "@/lib/platform/db";
import { createTestDatabase } from "./database";

// Every integration test file has a database of its own, empty and migrated, behind `database()`; processes that a test
// starts find it in DATABASE_URL.
process.env["AUTH_SECRET"] = "only-for-the-tests-of-this-repository";
process.env["BOUNCE_SECRET"] = "only-for-the-tests-of-what-comes-back";
process.env["MAIL_ENVELOPE"] = "studs@example.org";
process.env["SIGN_UP"] = "nykommun.example.org";
process.env["APP_URL"] = "http://localhost:3000";

const own = await createTestDatabase();
process.env["DATABASE_URL"] = own.url;
useDatabase(own.db);

afterAll(() => own.drop());
