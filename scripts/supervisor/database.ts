import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded-postgres";

const ATTEMPTS = 5;

/** The embedded Postgres under supervision: the same port for the whole run, started again when it dies. */
export class SupervisedPostgres {
  #stopping = false;
  readonly lost: Promise<string>;

  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {
    this.lost = this.#watch();
  }

  static async start(folder: string): Promise<SupervisedPostgres> {
    const dataDir = join(folder, "postgres");
    return new SupervisedPostgres(dataDir, await startEmbeddedPostgres({ dataDir }));
  }

  /** The product's own database in it. */
  get url(): string {
    return this.server.url.replace(/\/postgres$/, "/samling");
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.server.stop();
  }

  async #watch(): Promise<string> {
    const port = Number(new URL(this.server.url).port);
    for (let attempt = 1; ; ) {
      await this.server.ended;
      if (this.#stopping) return new Promise(() => undefined);
      console.error("The database ended; it is started again.");
      try {
        this.server = await startEmbeddedPostgres({ dataDir: this.dataDir, port });
        attempt = 1;
      } catch (error) {
        attempt += 1;
        if (attempt > ATTEMPTS) return (error as Error).message;
        await setTimeout(1_000);
      }
    }
  }
}
