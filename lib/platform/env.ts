import { isIP } from "node:net";
import { z } from "zod";

/** A setting is missing or malformed; the message is one sentence that names it and says what it should be. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535)
    .default(fallback);

const url = (...protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

/** Every setting there is, how it is written, and what is said when it is not. The README's table names the same ones. */
const SETTINGS = {
  PORT: [port(3000), "a port number from 1 to 65535"],
  HOST: [z.string().min(1).optional(), "a network address to listen on"],
  APP_URL: [
    url("http:", "https:")
      .regex(/^[^:]+:\/\/[^/?#@]+\/?$/)
      .transform((value) => (URL.canParse(value) ? new URL(value).origin : value))
      .optional(),
    "the site's public address without a path, such as https://anmalan.example.org",
  ],
  DATA_DIR: [z.string().min(1).default(".data"), "a folder"],
  DATABASE_URL: [
    url("postgres:", "postgresql:").regex(/^[^:]+:\/\/[^/]*\/[^/?]/),
    "a Postgres URL with a database name, such as postgresql://user:password@host:5432/samling",
  ],
  SMTP_URL: [
    url("smtp:", "smtps:").default("smtp://127.0.0.1:1025"),
    "a mail server's URL, such as smtp://user:password@host:587",
  ],
  SMTP_PORT: [port(1025), "a port number from 1 to 65535"],
  MAILBOX_PORT: [port(1080), "a port number from 1 to 65535"],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/)
      .default("Samling <no-reply@samling.example.org>"),
    "a sender, such as Samling <anmalan@example.org>",
  ],
  MAIL_ENVELOPE: [
    z
      .string()
      .regex(/^[^\s<>@+]+@[^\s<>@]+$/)
      .optional(),
    "an address without a plus to which mail servers report what they could not deliver, such as studs@example.org",
  ],
  BOUNCE_SECRET: [z.string().min(32).optional(), "a secret of at least 32 characters"],
  DKIM_DOMAIN: [
    z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
      .optional(),
    "the domain that signs mail, such as example.org",
  ],
  DKIM_SELECTOR: [
    z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i)
      .optional(),
    "the name of the key below _domainkey, such as samling",
  ],
  DKIM_PRIVATE_KEY: [z.string().includes("PRIVATE KEY-----").optional(), "a private key in PEM form"],
  DKIM_PRIVATE_KEY_FILE: [z.string().min(1).optional(), "a file with a private key in PEM form"],
  AUTH_SECRET: [z.string().min(32), "a secret of at least 32 characters, such as from: openssl rand -base64 33"],
  SIGN_UP: [
    z
      .string()
      .regex(/^(nobody|anybody|[^\s,]+\.[^\s,]+(\s*,\s*[^\s,]+\.[^\s,]+)*)$/i)
      .transform((value) => value.toLowerCase())
      .default("nobody"),
    "nobody, anybody, or mail domains and addresses with commas between, such as kommun.example.org, it@region.example.org",
  ],
  OIDC_ISSUER: [
    url("http:", "https:")
      .transform((value) => value.replace(/\/$/, ""))
      .optional(),
    "the address of an OpenID Connect provider, such as https://login.example.org",
  ],
  OIDC_CLIENT_ID: [z.string().min(1).optional(), "the id this site has at the OpenID Connect provider"],
  OIDC_CLIENT_SECRET: [z.string().min(1).optional(), "the secret this site has at the OpenID Connect provider"],
  OIDC_NAME: [z.string().min(1).max(60).default("OpenID Connect"), "what people call the OpenID Connect provider"],
  RATE_LIMITS: [z.enum(["on", "off"]).default("on"), "on or off"],
  TRUSTED_PROXIES: [
    z.string().regex(/^\d$/).transform(Number).default(0),
    "the number of reverse proxies in front, from 0 to 9",
  ],
  DEMO: [z.enum(["0", "1"]).optional(), "0 or 1"],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "fatal, error, warn, info, debug, trace or silent",
  ],
  NODE_ENV: [z.enum(["production", "development", "test"]).default("production"), "production, development or test"],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Name = keyof typeof SETTINGS;
type Read = { readonly [N in Name]: z.output<(typeof SETTINGS)[N][0]> } & { readonly APP_URL: string };

/** What app and worker need. */
export type Env = Read;
/** What `npm start` is given: it makes the missing database, mail server and secret itself. */
export type StartEnv = Omit<Read, OwnMade> & { readonly [N in OwnMade]?: Read[N] | undefined };

type OwnMade = "DATABASE_URL" | "SMTP_URL" | "AUTH_SECRET";
const OWN_MADE: readonly Name[] = ["DATABASE_URL", "SMTP_URL", "AUTH_SECRET"] satisfies OwnMade[];

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly Name[];

/** Validates the settings of a process that serves or sends. Throws `EnvError` for the first that is wrong. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  return read(source, []) as Env;
}

/** Validates the settings of `npm start`, which can do without some. Throws `EnvError` for the first that is wrong. */
export function readStartEnv(source: NodeJS.ProcessEnv): StartEnv {
  const given = read(source, OWN_MADE) as StartEnv;
  if (given.AUTH_SECRET === undefined && given.NODE_ENV === "production" && !isLoopback(given.APP_URL))
    throw new EnvError(`AUTH_SECRET is missing: ${given.APP_URL} needs ${SETTINGS.AUTH_SECRET[1]}.`);
  return given;
}

/** Whether a URL leads to this machine only. */
export function isLoopback(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  return (
    host === "localhost" || host.endsWith(".localhost") || host === "::1" || (isIP(host) === 4 && /^127\./.test(host))
  );
}

function read(source: NodeJS.ProcessEnv, optional: readonly Name[]): Partial<Read> {
  const values: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const [schema, wanted] = SETTINGS[name];
    // An empty setting, as a compose file or a shell leaves it, is one that is not set.
    const given = source[name]?.trim() || undefined;
    if (given === undefined && optional.includes(name)) continue;
    const parsed = schema.safeParse(given);
    if (!parsed.success)
      throw new EnvError(`${name} ${given === undefined ? "is missing: it must be" : "must be"} ${wanted}.`);
    values[name] = parsed.data;
  }
  values["APP_URL"] ??= `http://localhost:${String(values["PORT"])}`;
  const settings = values as Read;
  if (settings.RATE_LIMITS === "off" && settings.NODE_ENV === "production" && !isLoopback(settings.APP_URL))
    throw new EnvError(
      `RATE_LIMITS=off is for load tests on this machine and refused in production on ${settings.APP_URL}.`,
    );
  const oidc = [settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET];
  if (oidc.some(Boolean) && !oidc.every(Boolean))
    throw new EnvError("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together, or none of them.");
  if (settings.OIDC_ISSUER?.startsWith("http:") && !isLoopback(settings.OIDC_ISSUER))
    throw new EnvError("OIDC_ISSUER must be an https address.");
  const dkim = [
    settings.DKIM_DOMAIN,
    settings.DKIM_SELECTOR,
    settings.DKIM_PRIVATE_KEY ?? settings.DKIM_PRIVATE_KEY_FILE,
  ];
  if (dkim.some(Boolean) && !dkim.every(Boolean))
    throw new EnvError(
      "DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY (or DKIM_PRIVATE_KEY_FILE) must be given together, or none of them.",
    );
  return settings;
}

let cached: Env | undefined;

/** The process's own settings, validated at first use; the only reader of process.env. */
export function env(): Env {
  if (cached) return cached;
  cached = readEnv(process.env);
  // next-auth reads its base address here alone: without it, providers would be told to come back to localhost.
  process.env["NEXTAUTH_URL"] = cached.APP_URL;
  return cached;
}

/** Lets the next call read the settings anew: a process whose settings change is one that runs test files. */
export function readEnvAnew(): void {
  cached = undefined;
}

/** How much is logged. Readable before the other settings are known to be right, so that their absence can be logged. */
export function logLevel(): z.output<(typeof SETTINGS)["LOG_LEVEL"][0]> {
  return SETTINGS.LOG_LEVEL[0].catch("info").parse(process.env["LOG_LEVEL"]);
}
