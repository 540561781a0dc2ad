import { once } from "node:events";
import { createServer } from "node:net";

/** Throws with one sentence when a port that is about to be used is not free, or is wanted twice. */
export async function requireFreePorts(wanted: Readonly<Record<string, { port: number; host?: string | undefined }>>) {
  const taken = new Map<number, string>();
  for (const [name, { port, host }] of Object.entries(wanted)) {
    const twice = taken.get(port);
    if (twice) throw new Error(`${twice} and ${name} are both ${port}: give one of them another port.`);
    taken.set(port, name);
    // What listens on this machine's own address only would not show when all addresses are tried.
    for (const address of new Set([host, "127.0.0.1"])) {
      const code = await tryListening(port, address);
      if (code === "EADDRINUSE")
        throw new Error(`${name}: port ${port} is in use; stop what uses it or set ${name} to another.`);
      if (code === "EACCES")
        throw new Error(`${name}: port ${port} may not be used by this user; set ${name} to another.`);
      if (code) throw new Error(`HOST: ${address ?? "this machine"} cannot be listened on (${code}).`);
    }
  }
}

async function tryListening(port: number, host: string | undefined): Promise<string | undefined> {
  const probe = createServer();
  try {
    probe.listen({ port, ...(host && { host }) });
    await once(probe, "listening");
    probe.close();
    await once(probe, "close");
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? "unknown";
  }
}
