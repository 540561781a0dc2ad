import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

/** The mailbox keeps the newest this many. */
const KEPT = 2_000;

export type CaughtMail = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  readonly receivedAt: string;
};
type Attachment = { readonly filename: string; readonly contentType: string; readonly text?: string };

/** The mails caught so far: one file each, so that a restart keeps them. */
export class CaughtMails {
  #count = 0;
  /** Newest first. */
  #mails: CaughtMail[] = [];

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<CaughtMails> {
    await mkdir(folder, { recursive: true });
    const caught = new CaughtMails(folder);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
    for (const name of names.slice(-KEPT)) {
      const id = name.slice(0, -4);
      caught.#mails.unshift(await parse(id, await readFile(join(folder, name))));
    }
    await Promise.all(names.slice(0, -KEPT).map((name) => rm(join(folder, name), { force: true })));
    return caught;
  }

  list(): readonly CaughtMail[] {
    return this.#mails;
  }

  find(id: string): CaughtMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  /** Names sort by arrival. The mail counts as received when it is in its place on disk. */
  async add(raw: Buffer, receivedAt: Date): Promise<void> {
    this.#count += 1;
    const id = `${receivedAt.getTime()}-${String(this.#count).padStart(6, "0")}`;
    const mail = await parse(id, raw);
    await writeFile(join(this.folder, `${id}.part`), raw, { mode: 0o600 });
    await rename(join(this.folder, `${id}.part`), join(this.folder, `${id}.eml`));
    this.#mails.unshift(mail);
    for (const old of this.#mails.splice(KEPT)) await rm(join(this.folder, `${old.id}.eml`), { force: true });
  }

  async empty(): Promise<void> {
    const gone = this.#mails;
    this.#mails = [];
    await Promise.all(gone.map((mail) => rm(join(this.folder, `${mail.id}.eml`), { force: true })));
  }

  /** An attachment's own bytes, read again from the file: the list stays small in memory. */
  async attachment(id: string, index: number): Promise<{ filename: string; content: Buffer } | undefined> {
    if (!this.find(id)) return undefined;
    const found = (await simpleParser(await readFile(join(this.folder, `${id}.eml`)))).attachments[index];
    return found && { filename: found.filename ?? "attachment", content: found.content };
  }
}

async function parse(id: string, raw: Buffer): Promise<CaughtMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  return {
    id,
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [
        key,
        line
          .slice(line.indexOf(":") + 1)
          .replace(/\r?\n\s+/g, " ")
          .trim(),
      ]),
    ),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename: filename ?? "attachment",
      contentType,
      ...(contentType.startsWith("text/") && { text: content.toString("utf8") }),
    })),
    receivedAt: new Date(Number(id.split("-")[0])).toISOString(),
  };
}

/** As people write them: `Name <a@b>`, several with commas. */
function addresses(field: ParsedMail["to"]): string {
  return [field ?? []]
    .flat()
    .flatMap((group) => group.value)
    .map(({ name, address }) => (name ? `${name} <${address}>` : String(address)))
    .join(", ");
}
