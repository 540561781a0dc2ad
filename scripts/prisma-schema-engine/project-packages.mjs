import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// Packages are taken from the project that runs the engine (the current folder), not from where these files lie.
const fromProject = createRequire(`${process.cwd()}/package.json`);

/** The file behind a package's name. */
export const resolvePackage = (name) => pathToFileURL(fromProject.resolve(name));
export const load = (name) => import(resolvePackage(name).href);
