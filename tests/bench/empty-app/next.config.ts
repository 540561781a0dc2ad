import { join } from "node:path";
import type { NextConfig } from "next";

// What Next itself costs: the same version and kind of build as the product, with nothing in it. It is built from a copy
// in dist/, where no gate looks for source files.
const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: join(import.meta.dirname, "../../..") },
  // The bench's own types are checked with the rest of the repository.
  typescript: { ignoreBuildErrors: true },
};

export default config;
