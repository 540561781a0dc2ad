import { randomUUID } from "node:crypto";
import { expectKept, places } from "./answers-kept";
import { fire, type Limit, type Load, type Shot } from "./load";
import type { Product } from "./measure";

/** The body of a registration nobody has sent before. */
export function newRegistration(url: string): Shot {
  const id = randomUUID();
  return {
    url,
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": id },
    body: JSON.stringify({ name: `Belastning ${id}`, email: `${id}@example.org`, consent: true, locale: "sv" }),
  };
}

/** Sends registrations to the hot event, all of them different, and checks what was kept. */
export async function register(product: Product, limit: Limit, connections: number): Promise<Load> {
  const before = (await places(product)).living;
  const url = `${product.url}/api/v1/events/${product.event.slug}/registrations`;
  const load = await fire(limit, connections, () => newRegistration(url));
  await expectKept(product, before, load);
  return load;
}
