import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** What a name answers: texts, or mail servers. A name that is not there does not exist. */
export type Records = Readonly<Record<string, { readonly txt?: readonly string[]; readonly mx?: readonly string[] }>>;

const TYPES = { txt: 16, mx: 15 } as const;

/** A real name server on a free port that knows these records (RFC 1035, 4); `silent` never answers. */
export async function startDns(records: Records, silent = false) {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    if (!silent) socket.send(answer(query, records), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address() as AddressInfo;
  return {
    server: `127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function answer(query: Buffer, records: Records): Buffer {
  const { name, end } = questionName(query);
  const type = query.readUInt16BE(end);
  const found = records[name.toLowerCase()];
  const data = [
    ...(type === TYPES.txt ? (found?.txt ?? []).map(textData) : []),
    ...(type === TYPES.mx ? (found?.mx ?? []).map(mailData) : []),
  ];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  // An answer with recursion; 3: no such name.
  header.writeUInt16BE(0x8180 | (found ? 0 : 3), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data.length, 6);
  const answers = data.map((each) => {
    const head = Buffer.alloc(12);
    // The name of the question, a minute to live.
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(60, 6);
    head.writeUInt16BE(each.length, 10);
    return Buffer.concat([head, each]);
  });
  return Buffer.concat([header, query.subarray(12, end + 4), ...answers]);
}

function questionName(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join("."), end: at + 1 };
}

/** Strings of at most 255 bytes, each with its length. */
function textData(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [""];
  return Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length]), Buffer.from(part, "latin1")]));
}

function mailData(host: string): Buffer {
  const labels = host.split(".").flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, "latin1")]);
  return Buffer.concat([Buffer.from([0, 10]), ...labels, Buffer.from([0])]);
}
