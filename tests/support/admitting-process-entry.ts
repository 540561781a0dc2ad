import { createInterface } from "node:readline";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { registerAttendee } from "@/lib/registrations/commands/register-attendee";

// A process of the product that only admits: one submit a line in, one answer a line out, as soon as it is committed.
type Submit = { readonly slug: string; readonly key: string; readonly body: object };

async function answer({ slug, key, body }: Submit): Promise<object> {
  try {
    const asked = { slug, body, invitation: null, locale: "sv", idempotencyKey: key, clientIp: key } as const;
    const outcome = await registerAttendee({ ...asked, actor: { kind: "API" } }, currentInstant());
    if (!outcome.ok) return { key, code: outcome.code };
    return { key, reference: outcome.value.reference, status: outcome.value.status };
  } catch (error) {
    return { key, error: String(error) };
  }
}

await database().$queryRaw`SELECT 1`;
process.stdout.write("ready\n");
createInterface({ input: process.stdin }).on("line", (line) => {
  void answer(JSON.parse(line) as Submit).then((told) => process.stdout.write(`${JSON.stringify(told)}\n`));
});
