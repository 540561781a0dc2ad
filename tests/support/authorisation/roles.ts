import type { House, World } from "./world";

/**
 * Everybody who may come, each with what their browser carries. All are at home in the first organisation or its event;
 * the stranger owns the second one. A role added here is asked about at every route.
 */
export const ROLES = [
  "anonymous",
  "owner",
  "editor",
  "finance",
  "viewer",
  "door",
  "co-organiser",
  "host",
  "stranger",
  "disabled",
  "signed out",
  "speaker",
  "attendee",
  "invited",
  "booker",
] as const;
export type Role = (typeof ROLES)[number];

/** Everybody but those who may, to be refused once a house: with the form of the first of those, not again with each one's. */
export function refusedBeside(allowed: Role, mayCall: readonly Role[]): readonly Role[] {
  return allowed === mayCall[0] ? ROLES.filter((each) => !mayCall.includes(each)) : [];
}

/** Whose session opens the organiser's part at all. */
export const SIGNED_IN = ["owner", "editor", "finance", "viewer", "door", "co-organiser", "host", "stranger"] as const;

const LINK_OF = {
  speaker: { path: "s", link: "speaker" },
  attendee: { path: "r", link: "registration" },
  invited: { path: "i", link: "invitation" },
  booker: { path: "b", link: "booking" },
} as const;
export type LinkHolder = keyof typeof LINK_OF;

/** The Cookie header of each role: session cookies as signing in leaves them, link cookies as the links themselves set them. */
export async function cookiesOf(world: World, siteUrl: string): Promise<Readonly<Record<Role, string>>> {
  const cookies = await Promise.all(
    ROLES.map(async (role): Promise<[Role, string]> => {
      if (role === "anonymous") return [role, ""];
      if (role === "speaker" || role === "attendee" || role === "invited" || role === "booker")
        return [role, await openLink(world.own, role, siteUrl)];
      return [role, `samling-session=${world.sessions[role]}`];
    }),
  );
  return Object.fromEntries(cookies) as Record<Role, string>;
}

/** Opens a personal link of a house as a browser does; the cookie it leaves. */
export async function openLink(house: House, holder: LinkHolder, siteUrl: string): Promise<string> {
  const { path, link } = LINK_OF[holder];
  const answer = await fetch(`${siteUrl}/${path}/${house.links[link]}`, { redirect: "manual" });
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`/${path}/ set no cookie`);
  return cookie.split(";")[0] ?? "";
}
