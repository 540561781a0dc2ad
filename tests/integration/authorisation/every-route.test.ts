import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { MemberRole } from "@/lib/platform/generated/client";
import type { AppProcess } from "../../bench/app-process";
import { ACTIONS } from "../../support/authorisation/actions";
import { ask } from "../../support/authorisation/ask";
import { asSlowAsAPerson, readForm, registerByForm } from "../../support/authorisation/post-form";
import { cookiesOf, ROLES, type Role } from "../../support/authorisation/roles";
import { TABLE } from "../../support/authorisation/table";
import type { Asked } from "../../support/authorisation/verdicts";
import { createWorld, HOUSES, type House, MEMBERS, type World } from "../../support/authorisation/world";
import { findRoutes } from "../../support/routes";
import { startProduct } from "../../support/running-app";
import { REPOSITORY } from "../../support/source-files";

/** The gates know no language: each house is asked in one of them. */
const LANGUAGE = { own: "", foreign: "/en" } as const;

let app: AppProcess;
let world: World;
let cookies: Readonly<Record<Role, string>>;
let asked: Readonly<Record<(typeof HOUSES)[number], Asked>>;

beforeAll(async () => {
  world = await createWorld(currentInstant());
  app = await startProduct();
  cookies = await cookiesOf(world, app.url);
  const withReceipt = async (house: House): Promise<Asked> => {
    const form = await readForm(app.url, `/events/${house.event.slug}/register`, "");
    await asSlowAsAPerson();
    return { ...house, receipt: (await registerByForm(app.url, form, "")).split("/").at(-1) ?? "" };
  };
  asked = { own: await withReceipt(world.own), foreign: await withReceipt(world.foreign) };
}, 300_000);
afterAll(() => app?.stop());

describe("the table of who may go where", () => {
  it("knows every route and action there is, and none that is gone", () => {
    const routes = findRoutes(join(REPOSITORY, "app"));
    expect(routes.length).toBeGreaterThan(20);
    const known = new Set([...TABLE.map(({ route }) => route), ...Object.keys(ACTIONS)]);
    expect([...known].sort()).toEqual(routes);
  });

  it("knows every role that a member can have", () => {
    expect(Object.values(MEMBERS).sort()).toEqual(Object.values(MemberRole).sort());
  });

  it("would notice a page, a method, a picture and an action that nobody has written down", () => {
    const folder = mkdtempSync(join(tmpdir(), "samling-routes-"));
    const write = (path: string, name: string, text: string) => {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, name), text);
    };
    write("[locale]/(public)/secret/[id]", "page.tsx", "export default function Page() { return null; }");
    write(
      "api/all",
      "route.ts",
      "const all = () => new Response();\nexport { all as DELETE };\nexport const GET = all;",
    );
    write("api/none", "route.ts", "export const dynamic = 'force-static';");
    write("[locale]/opengraph", "opengraph-image.tsx", "export default function Image() {}");
    write("_action", "sweep.ts", '"use server";\nexport async function sweep() {}');
    write("_private", "page.tsx", "export default function Page() { return null; }");
    const found = findRoutes(folder);
    rmSync(folder, { recursive: true });
    expect(found).toEqual([
      "DELETE /api/all",
      "GET /api/all",
      "action _action#sweep",
      "file /opengraphopengraph-image.tsx",
      "handler /api/none without a method",
      "page /secret/[id]",
    ]);
  });
});

describe("every role at every route, at one's own event and another organisation's", () => {
  it.each(TABLE.map((row, index) => ({ ...row, index })))("$index: $route", async (row) => {
    const verdicts = { own: {} as Record<Role, string>, foreign: {} as Record<Role, string> };
    for (const where of HOUSES) {
      await Promise.all(
        ROLES.map(async (role) => {
          verdicts[where][role] = await ask(app, {
            row,
            cookie: cookies[role],
            house: asked[where],
            language: LANGUAGE[where],
          });
        }),
      );
    }
    expect(verdicts).toEqual({ own: row.own, foreign: row.foreign });
  });
});
