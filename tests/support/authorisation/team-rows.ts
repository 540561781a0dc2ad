import { SIGNED_IN } from "./roles";
import { guarded, organisers, type Row, type Some } from "./verdicts";

/** The owner here, and those whose own organisation is another one. */
const OWNERS = ["owner", "co-organiser", "host", "stranger"] as const;

/** The pages above the events: about an organisation, its people, the installation and oneself. */
export const TEAM_ROWS: readonly Row[] = [
  {
    route: "page /organise/status",
    path: () => "/organise/status",
    // Whoever owns any organisation here: it tells of the installation, and of nobody's events.
    own: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
  },
  {
    // Everybody's own organisations, and nobody else's.
    route: "page /organise/retention",
    path: () => "/organise/retention",
    own: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
  },
  {
    // The owner's own organisation, whatever is asked about: the address names none.
    route: "page /organise/team",
    path: () => "/organise/team",
    own: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(OWNERS.map((role) => [role, "allowed"])) as Some) },
  },
  {
    route: "page /organise/team",
    path: ({ organisationSlug }) => `/organise/team?in=${organisationSlug}`,
    ...organisers({ owner: "allowed" }),
  },
  {
    route: "page /organise/account",
    path: () => "/organise/account",
    own: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
    foreign: { ...guarded, ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "allowed"])) as Some) },
  },
];
