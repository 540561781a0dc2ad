import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Env, EnvError } from "./env";

/** What mail is signed with (DKIM, RFC 6376). */
export type MailSigning = { readonly domain: string; readonly selector: string; readonly privateKey: string };

type Settings = Pick<Env, "DKIM_DOMAIN" | "DKIM_SELECTOR" | "DKIM_PRIVATE_KEY" | "DKIM_PRIVATE_KEY_FILE">;

/** The key that the settings name; null when mail is not signed here. Throws `EnvError` for a key that cannot be used. */
export function mailSigning(settings: Settings): MailSigning | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_FILE: file } = settings;
  if (!domain || !selector) return null;
  // A key in one line, as some places keep their settings, has its line breaks written out.
  const privateKey = settings.DKIM_PRIVATE_KEY?.replaceAll("\\n", "\n") ?? readKey(file ?? "");
  try {
    const key = createPrivateKey(privateKey);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    // RFC 8301, 3.2: at least 1024, better 2048; receivers ignore shorter ones.
    if (key.asymmetricKeyType !== "rsa" || bits < 1024) throw new Error("not usable");
  } catch {
    throw new EnvError("DKIM_PRIVATE_KEY must be an RSA key of at least 1024 bits in PEM form, without a password.");
  }
  return { domain, selector, privateKey };
}

function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new EnvError(`DKIM_PRIVATE_KEY_FILE must be a file that can be read: ${file} cannot.`);
  }
}
