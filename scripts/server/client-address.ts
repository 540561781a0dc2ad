import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Whose request it is. X-Forwarded-For is what anybody can send, so it counts only as far as our own proxies wrote it:
 * each adds the address it saw at the right end, and with n proxies the n-th from the right is the first they vouch for.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = plain(request.socket.remoteAddress ?? "");
  if (trustedProxies === 0) return peer;
  const entries = String(request.headers["x-forwarded-for"] ?? "").split(",");
  const vouched = plain(entries.at(-trustedProxies)?.trim() ?? "");
  return isIP(vouched) ? vouched : peer;
}

/** An address without the port or the brackets some proxies add, and IPv4 in its own form. */
function plain(address: string): string {
  const bare = address.replace(/^\[([^\]]+)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return bare.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}
