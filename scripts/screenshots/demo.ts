import { site } from "../../tests/support/site";
import startSite from "../../tests/support/site-setup";

export type Demo = {
  readonly url: string;
  /** The personal link of the demo's speaker, as a path. */
  readonly speakerPath: string;
  /** An upcoming event's slug by how it begins. */
  readonly slug: (beginning: string) => string;
  readonly stop: () => Promise<void>;
};

/** The product with its demo, started as the end-to-end tests start it. */
export async function startDemo(): Promise<Demo> {
  const stop = await startSite();
  const answer = await fetch(`${site().url}/api/v1/events`);
  const slugs = [...(await answer.text()).matchAll(/"slug":"([a-z0-9-]+)"/g)].map(([, slug = ""]) => slug);
  return {
    url: site().url,
    speakerPath: site().speakerPath,
    slug(beginning) {
      const slug = slugs.find((each) => each.startsWith(beginning));
      if (!slug) throw new Error(`no upcoming event ${beginning}…; there are ${slugs.join(", ")}`);
      return slug;
    },
    stop,
  };
}
