/**
 * Whether a state-changing request may come from this origin. Browsers send Origin with every POST; "null" comes from
 * sandboxed frames and privacy redirects and is refused. A client that sends none is not a browser and carries no
 * visitor's cookies by accident. (OWASP ASVS 5.0, 3.5: cross-site request forgery.)
 */
export function isAllowedOrigin(origin: string | null, appUrl: string): boolean {
  return origin === null || origin === new URL(appUrl).origin;
}
