import type { NextConfig } from "next";

// Everything but English, the API, the framework's own files and the icon is Swedish, whose addresses carry no prefix.
const SWEDISH = "/:path((?!(?:en|sv|api|_next)(?:/|$)|icon\\.svg$).*)";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  serverExternalPackages: ["pg", "pino"],
  experimental: {
    // The server in front bounds what is taken in (scripts/server); the framework is not to refuse first, and in English.
    serverActions: { bodySizeLimit: "17mb" },
    // On a slow line a style sheet costs more by its round trip than by its weight.
    inlineCss: true,
  },
  // Title and description belong in the head at once: without scripts nothing moves them there.
  htmlLimitedBots: /.*/,
  // Pages that were opened before a new build are told apart from its own (scripts/build.mjs).
  ...(process.env["SAMLING_BUILD"] && { deploymentId: process.env["SAMLING_BUILD"] }),
  // `npm run check` does this; once more would only lengthen the first start.
  typescript: { ignoreBuildErrors: true },
  // A static rewrite costs nothing; a proxy would run for every request.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/", destination: "/sv" },
      { source: SWEDISH, destination: "/sv/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
  redirects: async () => [{ source: "/sv/:path*", destination: "/:path*", permanent: true }],
};

export default config;
