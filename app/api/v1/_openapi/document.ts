import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import { billingSchema } from "@/lib/registrations/billing-schema";
import { bookingSchema } from "@/lib/registrations/booking-schema";
import { registrationSchema } from "@/lib/registrations/schema";
import { eventDetailSchema, eventSchema } from "../_dto/event";

const message = z.string().meta({ description: "In the language of `locale` or else of Accept-Language" });
const errorSchema = (codes: readonly [string, ...string[]]) =>
  z.object({ error: z.object({ code: z.enum(codes), message }) });

const invalidSchema = z
  .object({
    error: z.object({
      code: z.literal("invalid"),
      message,
      fields: z
        .record(z.string(), z.array(z.string()))
        .meta({ example: { email: ["Skriv en fullständig e-postadress, till exempel anna.berg@example.org."] } }),
    }),
  })
  .meta({ id: "Invalid" });

const conflictSchema = z
  .object({
    error: z.object({
      code: z.enum([
        "full",
        "closed",
        "not_yet_open",
        "cancelled",
        "invitation_required",
        "idempotency_conflict",
        "file_taken",
        "nobody_placed",
      ]),
      message,
      level: z.enum(["event", "category", "day", "session"]).optional().meta({ description: "What is full" }),
      key: z.string().nullable().optional().meta({ description: "Its category key, date or session id" }),
    }),
  })
  .meta({ id: "Conflict" });

const registeredSchema = z
  .object({
    reference: z.string().meta({ example: "K7QX-2M9F" }),
    status: z.enum(["confirmed", "pending_approval", "waitlisted", "held", "offered"]),
  })
  .meta({ id: "Registered" });

const bookedSchema = z
  .object({
    reference: z.string().meta({ description: "The booking's; each person has their own" }),
    people: z
      .array(
        z.object({
          reference: z.string().nullable(),
          status: z.enum(["confirmed", "pending_approval", "waitlisted", "held", "offered", "full"]),
          level: z.enum(["event", "category", "day", "session", "code"]).optional(),
          key: z.string().nullable().optional(),
        }),
      )
      .meta({ description: "In the order in which they were sent; who is `full` got nothing, and `level` says why" }),
  })
  .meta({ id: "Booked" });

const uploadedSchema = z
  .object({
    token: z.string().meta({ description: "The answer to the question; a secret, good for one registration" }),
    name: z.string().meta({ description: "As it is kept: cleaned, with the ending of what the file is" }),
    size: z.int().meta({ description: "Bytes" }),
    type: z.string().meta({ example: "application/pdf" }),
  })
  .meta({ id: "Uploaded" });

const FIELDS: Record<string, object> = {
  name: { description: "One line", examples: ["Anna Berg"] },
  email: { format: "email", maxLength: 254 },
  consent: { description: "That the person's details are stored to register them" },
  locale: { description: "Language of the person's mail" },
  category: { description: "A category's key; required when the event has more than one" },
  days: { description: "ISO dates. Left out: all days" },
  sessions: { description: "Ids of sessions with sign-up. Two at the same time are refused" },
  answers: {
    description:
      "Answers to the event's questions by their key: text, an option's value, a list of them, a boolean, a number, an ISO date, SCB's code of a municipality, or the token of an uploaded file",
    additionalProperties: {
      anyOf: [
        { type: "string" },
        { type: "boolean" },
        { type: "number" },
        { type: "array", items: { type: "string" } },
      ],
    },
    properties: {},
  },
  code: { description: "Lowers the price or opens a category; counted when the person is registered" },
  billing: {
    ...z.toJSONSchema(billingSchema, { io: "input", unrepresentable: "any" }),
    $schema: undefined,
    description:
      "Who pays, and how the invoice reaches them; required where something is to be paid, else not looked at",
  },
  municipalityCode: { description: "SCB's code, four digits for a municipality, two for a region" },
  diet: { description: "Sensitive; deleted after the event" },
  access: { description: "Sensitive; deleted after the event" },
};

// The very schema that parses, made for an event without choices; what depends on the event is described instead.
const registration = registrationSchema({ categories: [], days: [], sessions: [], questions: [] }).meta({
  id: "Registration",
  override: ({ jsonSchema }: { jsonSchema: { properties?: Record<string, unknown> } }) => {
    for (const [field, more] of Object.entries(FIELDS)) {
      const known = jsonSchema.properties?.[field];
      if (typeof known === "object" && known !== null) Object.assign(known, more);
    }
  },
});

// Names may be left out where the event takes them later; as an event without such a day it would say that they may not.
const booking = bookingSchema({
  categories: [],
  days: [],
  sessions: [],
  questions: [],
  pricing: null,
  namingEndsAt: "2027-01-01T00:00:00Z",
}).meta({ id: "Booking" });

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
const slug = { path: z.object({ slug: z.string() }) };
const notFound = { description: "No such event", ...json(errorSchema(["not_found"])) };
const unavailable = {
  description: "The database cannot serve now; nothing was saved. Try again after Retry-After seconds",
  ...json(errorSchema(["unavailable"])),
};

/** What everything that asks for places can be sent with, and how it can be refused. */
const asking = {
  ...slug,
  header: z.object({
    "Idempotency-Key": z
      .string()
      .max(255)
      .optional()
      .meta({ description: "Sent again within 24 hours with the same body, it gets the same answer" }),
  }),
};
const refused = {
  "400": { description: "Not JSON", ...json(errorSchema(["malformed", "idempotency_key_invalid"])) },
  "403": { description: "Sent from another site", ...json(errorSchema(["origin_refused"])) },
  "404": notFound,
  "409": { description: "Not possible now", ...json(conflictSchema) },
  "413": { description: "Larger than 1 MiB", ...json(errorSchema(["too_large"])) },
  "415": { description: "Another content type", ...json(errorSchema(["not_json"])) },
  "422": { description: "Errors by field", ...json(invalidSchema) },
  "429": { description: "Too many; see Retry-After", ...json(errorSchema(["rate_limited"])) },
  "503": unavailable,
};

const bytes = { type: "string", format: "binary" } as const;
const uploads: ZodOpenApiOperationObject = {
  operationId: "upload",
  summary: "Send a file that answers a question of kind FILE",
  description:
    "Taken as they are: PDF, PNG, JPEG, documents of Word, Excel, PowerPoint and LibreOffice, and UTF-8 text, at most 5 MB; " +
    "what a file is, is seen from its content. The token is then sent as the answer; what no registration claims is deleted after 24 hours.",
  requestParams: {
    ...slug,
    query: z.object({
      question: z.string().optional().meta({ description: "The question's key; only with application/octet-stream" }),
      name: z.string().optional().meta({ description: "The file's name; only with application/octet-stream" }),
    }),
  },
  requestBody: {
    required: true,
    content: {
      "multipart/form-data": {
        schema: {
          type: "object",
          required: ["question", "file"],
          properties: { question: { type: "string" }, file: bytes },
        },
      },
      "application/octet-stream": { schema: bytes },
    },
  },
  responses: {
    "201": { description: "Kept until it is claimed", ...json(uploadedSchema) },
    "400": { description: "The file or the question is missing", ...json(errorSchema(["upload_malformed"])) },
    "403": refused["403"],
    "404": notFound,
    "409": {
      description: "Not possible now",
      ...json(errorSchema(["closed", "not_yet_open", "cancelled", "invitation_required"])),
    },
    "413": { description: "Larger than 5 MB", ...json(errorSchema(["file_too_large", "too_large"])) },
    "415": { description: "Not a kind of file that is accepted", ...json(errorSchema(["file_kind", "not_a_file"])) },
    "422": { description: "Empty, or no such question", ...json(errorSchema(["file_empty", "question_unknown"])) },
    "429": refused["429"],
    "503": unavailable,
  },
};

/** The API as an OpenAPI 3.1 document, generated from the schemas that parse and answer. */
export function openApiDocument(appUrl: string, version: string) {
  return createDocument({
    openapi: "3.1.1",
    info: { title: "Samling", version, description: "Events that can be found, and registration for them." },
    servers: [{ url: appUrl }],
    paths: {
      "/api/v1/events": {
        get: {
          operationId: "listEvents",
          summary: "Published events, upcoming first",
          requestParams: {
            query: z.object({ page: z.int().min(1).default(1), per_page: z.int().min(1).max(100).default(50) }),
          },
          responses: {
            "200": {
              description: "A page of events",
              ...json(z.object({ events: z.array(eventSchema), page: z.int(), perPage: z.int(), total: z.int() })),
            },
            "422": { description: "No such page", ...json(errorSchema(["page_invalid"])) },
            "503": unavailable,
          },
        },
      },
      "/api/v1/events/{slug}": {
        get: {
          operationId: "getEvent",
          summary: "One event with what a registration may choose",
          requestParams: slug,
          responses: {
            "200": { description: "The event", ...json(eventDetailSchema) },
            "404": notFound,
            "503": unavailable,
          },
        },
      },
      "/api/v1/events/{slug}/registrations": {
        post: {
          operationId: "register",
          summary: "Register one person",
          description:
            "An address that is registered already gets the same answer as a new one, and its owner a mail. " +
            "Unknown fields are refused by name. Bodies over 1 MiB are refused.",
          requestParams: asking,
          requestBody: { required: true, ...json(registration) },
          responses: { "201": { description: "Registered", ...json(registeredSchema) }, ...refused },
        },
      },
      "/api/v1/events/{slug}/bookings": {
        post: {
          operationId: "book",
          summary: "Book places for 1 to 50 people, for somebody who need not come",
          description:
            "Each person gets a place, waits or is told what is full, each by themselves; 409 when nobody got anything. " +
            "Where the event takes names later, name and email may be left out together. " +
            "Errors of one person are under `people.3.email`.",
          requestParams: asking,
          requestBody: { required: true, ...json(booking) },
          responses: { "201": { description: "Booked", ...json(bookedSchema) }, ...refused },
        },
      },
      "/api/v1/events/{slug}/uploads": { post: uploads },
    },
  });
}
