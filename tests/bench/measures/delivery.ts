import { fork } from "node:child_process";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { Temporal } from "temporal-polyfill";
import { eventReminder } from "@/emails/event-reminder";
import { LANES } from "@/lib/mail/delivery";
import { connect, useDatabase } from "@/lib/platform/db";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { productSettings } from "../ground";
import { type MailSink, mailsPerSecond, startMailSink } from "../mail-sink";
import type { Measure, Product } from "../measure";
import { forgetReminders, onlyReminder } from "../reminding";
import { compare } from "../rounds";

const WINDOW_MS = 4_000;

/** One reminder to everybody: outbox, composing, SMTP, outcome written; against a loop that composes and sends. */
export const delivery: Measure = async ({ large, rounds }) => {
  const sink = await startMailSink();
  try {
    const queued = await fillOutbox(large);
    const { ratio, measured, baseline } = await compare(
      () => workersSpeed(large, sink),
      () => loopsSpeed(large, sink),
      rounds,
    );
    return [
      {
        number: "10",
        what: `reminder to ${queued}: outbox → SMTP sink, one worker, messages/s`,
        against: `a loop of pooled nodemailer composing each message, ${LANES} connections`,
        figure: ratio,
        target: "≥ 2",
        met: ratio.median >= 2,
        detail: `${Math.round(measured.median)}/s against ${Math.round(baseline.median)}/s, over ${WINDOW_MS / 1000} s each time. The loop has the recipients in memory, mints no personal link and forgets what it has sent.`,
      },
    ];
  } finally {
    sink.stop();
  }
};

/** The reminder's mails in the outbox, all due. */
async function fillOutbox(product: Product): Promise<number> {
  const database = connect(product.databaseUrl);
  useDatabase(database);
  try {
    const due = await onlyReminder(product);
    await forgetReminders(product);
    return (await enqueueDueReminders(due)).mails;
  } finally {
    await database.$disconnect();
  }
}

async function workersSpeed({ pool, databaseUrl }: Product, sink: MailSink): Promise<number> {
  await pool.query(
    `UPDATE outbox_mail SET state = 'QUEUED', sent_at = NULL, leased_until = NULL, attempts = 0 WHERE state <> 'QUEUED'`,
  );
  await pool.query("UPDATE outbox_mail SET not_before = created_at - interval '1 year' WHERE not_before > now()");
  // What the statements above have left to write and to clear is not charged to the worker.
  await pool.query("VACUUM (ANALYZE) outbox_mail");
  await pool.query("CHECKPOINT");
  const worker = fork("dist/worker.mjs", { env: productSettings({ databaseUrl, smtpUrl: sink.url }) });
  const ended = once(worker, "exit");
  try {
    return await mailsPerSecond(sink, WINDOW_MS);
  } finally {
    worker.kill("SIGTERM");
    await ended;
  }
}

type Recipient = { readonly name: string; readonly email: string; readonly reference: string };

async function loopsSpeed({ pool, event }: Product, sink: MailSink): Promise<number> {
  const { rows } = await pool.query<Recipient>(
    "SELECT name, email, reference FROM registration WHERE event_id = $1 ORDER BY id LIMIT 20000",
    [event.id],
  );
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: LANES, maxMessages: 500 });
  let next = 0;
  let stopped = false;
  const lane = async () => {
    while (!stopped) {
      const recipient = rows[next++ % rows.length];
      if (!recipient) throw new Error("nobody to remind");
      await transport.sendMail({
        from: "Samling <no-reply@samling.example.org>",
        to: { name: recipient.name, address: recipient.email },
        ...reminderTo(recipient),
      });
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  try {
    return await mailsPerSecond(sink, WINDOW_MS);
  } finally {
    stopped = true;
    await lanes;
    transport.close();
  }
}

const DATE = Temporal.PlainDate.from("2027-03-10");
const EVENT = {
  title: { sv: "Öppen demonstration", en: "Open demonstration" },
  organiser: "Kommunförbundet",
  timeZone: "Europe/Stockholm",
  venue: { name: "Stadshuset", street: "Storgatan 1", postalCode: "281 31", city: "Hässleholm" },
  contact: { name: "Anna Exempel", email: "anna@example.org", phone: null },
  accent: null,
};

/** The product's own letter, its facts at hand. */
function reminderTo({ name, reference }: Recipient) {
  const opensAt = Temporal.Instant.from("2027-03-10T08:00:00Z");
  const days = [{ date: DATE, opensAt, closesAt: opensAt.add({ hours: 8 }) }];
  const registration = {
    event: { ...EVENT, days },
    name,
    reference,
    days,
    sessions: [],
    category: null,
    isSubstitute: false,
    bookedBy: null,
    lastEditDay: null,
    lastCancelDay: DATE,
    link: `http://localhost:3000/r/${reference}`,
  };
  return eventReminder({ registration, daysLeft: 1 }, "sv");
}
