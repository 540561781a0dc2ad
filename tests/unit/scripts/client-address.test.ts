import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../../../scripts/server/client-address";

const request = (peer: string, forwarded?: string) =>
  ({ socket: { remoteAddress: peer }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

describe("the client's address", () => {
  it.each([
    ["without a proxy, what the client claims does not count", "198.51.100.7", "1.1.1.1", 0, "198.51.100.7"],
    ["behind one proxy, the last entry is the one it wrote", "10.0.0.1", "6.6.6.6, 198.51.100.7", 1, "198.51.100.7"],
    ["behind two, the second from the right", "10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2", 2, "198.51.100.7"],
    ["fewer entries than proxies: whoever connected", "10.0.0.1", "6.6.6.6", 2, "10.0.0.1"],
    ["an entry that is no address: whoever connected", "10.0.0.1", "6.6.6.6, unknown", 1, "10.0.0.1"],
    ["an entry with a port", "10.0.0.1", "198.51.100.7:4711", 1, "198.51.100.7"],
    ["an IPv6 entry with brackets and port", "10.0.0.1", "[2001:db8::1]:4711", 1, "2001:db8::1"],
    ["IPv4 inside IPv6", "::ffff:198.51.100.7", undefined, 0, "198.51.100.7"],
  ])("%s", (_case, peer, forwarded, proxies, expected) => {
    expect(clientAddress(request(peer, forwarded), proxies)).toBe(expected);
  });
});
