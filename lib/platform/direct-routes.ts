/** A route's handler as the framework calls it. */
type Handler = (request: Request, context: { params: Promise<{ slug: string }> }) => Promise<Response>;
type DirectRoute = { readonly method: string; readonly path: RegExp; readonly handle: Handler };

// The app and the server in front of it are two bundles in one process.
const shared = globalThis as { samlingDirectRoutes?: DirectRoute[] };

/**
 * Lets the server in front call a route's handler itself (docs/decisions/0026). `path` is the route's, with the slug as its
 * one group. Only for handlers that use nothing of the framework's: neither cookies nor caches nor redirects.
 */
export function answerDirectly(method: string, path: RegExp, handle: Handler): void {
  shared.samlingDirectRoutes = [...(shared.samlingDirectRoutes ?? []), { method, path, handle }];
}

/** The handler for a request, with the slug filled in, or null: then the framework finds out what to do with it. */
export function directRoute(method: string, path: string): ((request: Request) => Promise<Response>) | null {
  for (const route of shared.samlingDirectRoutes ?? []) {
    const slug = route.method === method ? route.path.exec(path)?.[1] : undefined;
    if (slug !== undefined) return (request) => route.handle(request, { params: Promise.resolve({ slug }) });
  }
  return null;
}
