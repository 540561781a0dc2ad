import type { Client, Connection, Submittable } from "pg";

/** Runs COPY … TO STDOUT and resolves with the bytes received: the raw limit of getting rows out of Postgres. */
export function copyOut(client: Client, statement: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const query = {
      submit(connection: Connection) {
        connection.query(statement);
      },
      handleCopyData(message: { chunk: Buffer }) {
        bytes += message.chunk.length;
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(bytes),
      handleError: reject,
    };
    client.query(query as Submittable);
  });
}
