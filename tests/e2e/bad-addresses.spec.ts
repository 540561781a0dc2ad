import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { site } from "../support/site";

/** What the server answers to an address no browser would send, and nothing when it only hangs. */
async function askRaw(address: string): Promise<string> {
  const { hostname, port } = new URL(site().url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(5_000, () => socket.destroy());
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  socket.write(`GET ${address} HTTP/1.1\r\nHost: samling.example.org\r\nConnection: close\r\n\r\n`);
  await once(socket, "close");
  return answer;
}

test("an address that cannot be read is refused in words, never with 500, and never left unanswered", async () => {
  for (const address of ["/%", "/events/%E0%A4%A", "/r/%ED%A0%80", "*", "http://[/", "http://evil.example:99999/"]) {
    const answer = await askRaw(address);
    expect(answer, address).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer, address).toContain("Adressen går inte att läsa");
  }
  expect(await askRaw("/en/my/%")).toContain("The address cannot be read");
  expect(await askRaw("/api/v1/events/%")).toContain('{"error":{"code":"address_unreadable"');
});

test("slashes that name no host are a path like any other", async () => {
  for (const address of ["//", "///", "//[", "//evil.example/organise"]) {
    const answer = await askRaw(address);
    expect(answer, address).toMatch(/^HTTP\/1\.1 (200|308|404) /);
    expect(answer, address).not.toMatch(/^location: (https?:)?\/\//im);
  }
});
