import type { Pool } from "pg";
import type { Spread } from "./statistics";

/** A running app: where it answers, and what it and its processes have used. */
export type Site = {
  readonly url: string;
  /** CPU seconds of the process so far, user and system. */
  readonly cpuSeconds: () => number;
  /** Resident memory in MB. */
  readonly memoryMb: () => number;
};

/** A database with the event everybody wants. */
export type Populated = {
  readonly databaseUrl: string;
  readonly pool: Pool;
  readonly event: { readonly id: string; readonly slug: string };
};

/** The product with one database behind it. */
export type Product = Site &
  Populated & {
    /** How many registrations the event had when the run began. */
    readonly existing: number;
    /** A signed-in organiser's cookie, as a header's value. */
    readonly cookie: string;
  };

/** What a measure finds to work with. */
export type Ground = {
  /** The product with few registrations, and the same build with many. */
  readonly small: Product;
  readonly large: Product;
  /** An empty Next app of the same version and kind of build. */
  readonly empty: Site;
  /** What the empty app's naive route writes to: as many registrations as the small product's. */
  readonly naive: Populated;
  /** One more app process before the database of `small`, for what two of them share. The caller stops it. */
  readonly startSecond: () => Promise<Site & { readonly stop: () => Promise<void> }>;
  readonly postgresCpuSeconds: () => number;
  readonly rounds: number;
};

export type Finding = {
  /** As numbered in the list of targets. */
  readonly number: string;
  readonly what: string;
  /** What is divided by what, or the unit of a plain figure. */
  readonly against: string;
  readonly figure: Spread;
  readonly unit?: string;
  readonly target: string;
  readonly met: boolean;
  /** The plain figures behind the ratio, and what to know about them. */
  readonly detail: string;
};

/** One question to the ground; may answer with several findings. */
export type Measure = (ground: Ground) => Promise<readonly Finding[]>;
