import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { REGISTRATION_STATES, takesPlace } from "@/lib/registrations/rules/transitions";

it("the database and the rule agree on which states there are and which take up a place", async () => {
  const rows = await database().$queryRaw<{ state: string; takes: boolean }[]>`
    SELECT state::text, takes_place(state) AS takes FROM unnest(enum_range(NULL::registration_state)) AS state`;
  expect(rows).toEqual(REGISTRATION_STATES.map((state) => ({ state, takes: takesPlace(state) })));
});
