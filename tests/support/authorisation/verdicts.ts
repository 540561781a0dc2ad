import { ROLES, type Role, SIGNED_IN } from "./roles";
import type { House } from "./world";

/** What came back: let in, and with which of the house's secrets in sight, or kept out, and how. */
export type Verdict = "sign in" | "not found" | "forbidden" | "no such method" | "allowed" | `allowed, shows ${string}`;
type Verdicts = Readonly<Record<Role, Verdict>>;
export type Some = Readonly<Partial<Record<Role, Verdict>>>;
type Expected = { readonly own: Verdicts; readonly foreign: Verdicts };

/** What one cannot guess: the receipt of a registration made through the form. */
export type Asked = House & { readonly receipt: string };
export type Row = Expected & {
  /** As `findRoutes` names it. Several rows may ask for the same route in different ways. */
  readonly route: string;
  readonly path: (house: Asked) => string;
  readonly body?: (house: Asked) => {
    readonly json?: unknown;
    readonly form?: Record<string, string>;
    readonly bytes?: string;
  };
};

export const everybody = (verdict: Verdict): Verdicts =>
  Object.fromEntries(ROLES.map((role) => [role, verdict])) as Record<Role, Verdict>;
export const open: Expected = { own: everybody("allowed"), foreign: everybody("allowed") };
export const closed: Expected = { own: everybody("not found"), foreign: everybody("not found") };
/** Who is not signed in is asked to sign in; everybody else finds nothing. */
export const guarded: Verdicts = {
  ...everybody("sign in"),
  ...(Object.fromEntries(SIGNED_IN.map((role) => [role, "not found"])) as Some),
};
/** An organiser's route: what each role gets at its own event. The stranger, an owner, gets the same at the other one. */
export const organisers = (some: Some): Expected => ({
  own: { ...guarded, ...some },
  foreign: { ...guarded, ...(some.owner ? { stranger: some.owner } : {}) },
});
/** Only who opened this very link in this browser. */
export const holder = (some: Some): Expected => ({ ...closed, own: { ...closed.own, ...some } });

/** What an API route answers to every other method, whoever asks: which ones there are, or that it is none of them. */
export const otherMethods = (route: string, offered: "GET" | "POST", path: (house: Asked) => string): Row[] =>
  ["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"]
    .filter((method) => method !== offered)
    .map((method) => {
      const verdicts = everybody(method === "OPTIONS" ? "allowed" : "no such method");
      return { route: `${method} ${route}`, path, own: verdicts, foreign: verdicts };
    });

export const NAME = "allowed, shows name";
export const EMAIL = "allowed, shows name email";
export const NEEDS = "allowed, shows name email needs";
