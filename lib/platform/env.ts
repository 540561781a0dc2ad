import { z } from "zod";

const settings = z.object({
  DATABASE_URL: z.string().min(1),
  APP_URL: z.string().default("http://localhost:3000"),
  AUTH_SECRET: z.string().min(32),
  SMTP_URL: z.string().default("smtp://localhost:1025"),
  MAIL_FROM: z.string().default("Samling <no-reply@samling.example.org>"),
  RATE_LIMITS: z.enum(["on", "off"]).default("on"),
});

export type Env = z.infer<typeof settings>;

let cached: Env | undefined;

/** The validated settings; the only reader of process.env. */
export function env(): Env {
  cached ??= settings.parse(process.env);
  return cached;
}
