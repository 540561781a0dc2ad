import { describe, expect, it } from "vitest";
import { serverActions } from "../support/server-actions";
import { sourceFiles } from "../support/source-files";

describe("server actions", () => {
  const files = sourceFiles(/\.tsx?$/).filter(
    ({ path, text }) => path.startsWith("app/") && text.includes('"use server"'),
  );
  const actions = files.flatMap(({ path, text }) => serverActions(path, text).map((action) => ({ path, ...action })));

  it("every one is made by defineAction, which refuses foreign origins and hands the clock on", () => {
    expect(actions.length).toBeGreaterThan(0);
    expect(files.filter(({ path }) => !actions.some((action) => action.path === path))).toEqual([]);
    expect(actions.filter((action) => !action.defined)).toEqual([]);
  });

  it("only app has any", () => {
    const elsewhere = sourceFiles(/\.tsx?$/).filter(({ path }) => /^(lib|emails)\//.test(path));
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.flatMap(({ path, text }) => serverActions(path, text))).toEqual([]);
  });

  it.each([
    '"use server";\nexport async function register() {}',
    '"use server";\nexport const register = async () => {};',
    '"use server";\nexport default async function () {}',
    '"use server";\nexport { register } from "./elsewhere";',
    'export function Page() { async function save() { "use server"; } return save; }',
    'const save = async () => { "use server"; };',
  ])("one made in another way is seen: %s", (source) => {
    expect(serverActions("actions.ts", source)).toMatchObject([{ defined: false }]);
  });

  it("one made by defineAction is accepted, and a type beside it is no action", () => {
    const source =
      '"use server";\nexport type State = {};\nexport const register = defineAction(async (state: State) => state);';
    expect(serverActions("actions.ts", source)).toEqual([{ name: "register", defined: true }]);
  });
});
