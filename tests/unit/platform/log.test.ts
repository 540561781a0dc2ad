import { describe, expect, it } from "vitest";
import { createLog } from "@/lib/platform/log";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = "";
  write(createLog({ write: (line: string) => (lines += line) }));
  return lines;
}

describe("log", () => {
  it("keeps ids, counts and codes", () => {
    const line = JSON.parse(logged((log) => log.info({ registrationId: "r1", mails: 3 }, "sent")));
    expect(line).toMatchObject({ level: "info", registrationId: "r1", mails: 3, msg: "sent" });
  });

  it("removes people and secrets at the top and one level down", () => {
    const person = { name: "Åsa Öberg", email: "asa@example.org", token: "t0ken-t0ken" };
    const text = logged((log) => log.warn({ ...person, attendee: person }, "hello"));
    for (const secret of Object.values(person)) expect(text).not.toContain(secret);
  });

  it("takes addresses and personal links out of texts and errors, and keeps the error's code", () => {
    const error = Object.assign(new Error("550 <asa@example.org> refused, see /r/abcdef123 or ?token=xyz987"), {
      code: "EENVELOPE",
    });
    const text = logged((log) => log.error({ err: error }, "mail to asa@example.org failed"));
    for (const secret of ["asa@example.org", "abcdef123", "xyz987"]) expect(text).not.toContain(secret);
    expect(JSON.parse(text).err).toMatchObject({ code: "EENVELOPE" });
  });
});
