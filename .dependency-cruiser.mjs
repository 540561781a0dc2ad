// The layers of ARCHITECTURE.md. A module imports downward only: never upward, never sideways unless named here,
// never in a circle. There is no list of known violations.

/** Domains by layer number; a higher number imports lower ones. */
const LAYERS = [
  { number: 0, domains: ["core"] },
  // Formatters speak in core's money and dates: the one sideways import within layer 0, i18n → core.
  { number: 0.5, domains: ["i18n"] },
  { number: 1, domains: ["platform"] },
  { number: 2, domains: ["audit", "mail"] },
  { number: 3, domains: ["auth"] },
  { number: 4, domains: ["events", "members"] },
  { number: 5, domains: ["programme", "ticketing"] },
  { number: 6, domains: ["registrations"] },
  { number: 7, domains: ["billing", "check-in", "evaluation", "reminders", "retention"] },
  { number: 8, domains: ["reports"] },
  { number: 9, domains: ["mailings", "bulk"] },
];

const DOMAINS = LAYERS.flatMap((layer) => layer.domains);

const layerRules = LAYERS.flatMap((layer) =>
  layer.domains.map((domain) => ({
    name: `layer-${domain}`,
    comment: `lib/${domain} may import only the layers below it`,
    severity: "error",
    from: { path: `^lib/${domain}/` },
    to: {
      path: "^lib/",
      pathNot: LAYERS.filter((lower) => lower.number < layer.number)
        .flatMap((lower) => lower.domains)
        .concat(domain)
        .map((allowed) => `^lib/${allowed}/`),
    },
  })),
);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: "no-unknown-domain",
      comment: "Every folder of lib has a layer number; add a new one to LAYERS and to ARCHITECTURE.md",
      severity: "error",
      from: {},
      to: { path: "^lib/", pathNot: DOMAINS.map((domain) => `^lib/${domain}/`) },
    },
    {
      name: "no-cycle",
      comment: "Find the concept both sides need and let both import it",
      severity: "error",
      from: { pathNot: "^(node_modules|lib/platform/generated)/" },
      to: { circular: true },
    },
    {
      name: "lib-knows-no-page",
      comment: "lib, emails and prisma do not know who shows or calls them",
      severity: "error",
      from: { path: "^(lib|emails|prisma)/" },
      to: { path: "^(app|scripts|tests)/", pathNot: "^tests/support/factories/" },
    },
    {
      name: "factories-only-for-seed",
      comment: "Seed and tests share the factories; the product itself does not use them",
      severity: "error",
      from: { path: "^(lib|emails|app)/" },
      to: { path: "^tests/" },
    },
    {
      name: "app-through-the-doors",
      comment:
        "app imports a domain's queries, commands, schema, policy and errors, and the gates of lib/auth; rules stay inside",
      severity: "error",
      from: { path: "^app/" },
      to: {
        path: "^lib/",
        pathNot: [
          "^lib/(core|i18n|platform|auth)/",
          "^lib/[^/]+/(policy|schema|(mail|log)-schema|errors)\\.ts$",
          // How a submitted form becomes the schema's input, and its errors become sentences.
          "^lib/registrations/(answers-schema|billing-schema|booking-schema|field-errors|form-data|registration-form|error-messages|file-answer|file-kinds|invitation-schema|settings-schema|question-form-data|question-messages)\\.ts$",
          // How what is chosen becomes a price, while it is being chosen.
          "^lib/ticketing/(price-list|quote)\\.ts$",
          "^lib/[^/]+/(queries|commands)/",
        ],
      },
    },
    {
      name: "app-never-below-the-doors",
      comment: "No page or route opens the database, the mail transport, the job queue or a rule",
      severity: "error",
      from: { path: "^app/" },
      to: {
        path: [
          "^lib/platform/(db|smtp|mail|jobs|queue|migrate|generated)",
          "^lib/mail/(transport|deliver)",
          "^lib/[^/]+/rules/",
        ],
      },
    },
    {
      name: "ui-knows-no-domain",
      comment: "app/_ui holds what could ship in another product",
      severity: "error",
      from: { path: "^app/_ui/" },
      to: { path: ["^lib/", "^app/"], pathNot: ["^lib/(core|i18n)/", "^app/_ui/"] },
    },
    {
      name: "emails-are-pure",
      comment: "A template takes props and a locale and gives text; it reads nothing",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^(lib|app|scripts|prisma)/", pathNot: "^lib/(core|i18n)/" },
    },
    {
      name: "templates-belong-to-mail",
      comment: "Only lib/mail and a domain's mails.ts or mails/ compose mail from templates",
      severity: "error",
      from: { path: "^(app|lib|prisma)/", pathNot: ["^lib/mail/", "^lib/[^/]+/mails[./]"] },
      to: { path: "^emails/" },
    },
    {
      name: "generated-client",
      comment: "The Prisma client is imported by platform/db, queries, commands, tests and seed only",
      severity: "error",
      from: {
        pathNot: [
          "^lib/platform/generated/",
          "^lib/platform/db\\.ts$",
          "^lib/[^/]+/queries/",
          "^lib/[^/]+/commands/",
          "^tests/",
          "^prisma/seed/",
        ],
      },
      to: { path: "^lib/platform/generated/" },
    },
    {
      name: "rules-are-pure",
      comment: "A rule computes; it neither reads nor writes",
      severity: "error",
      from: { path: "^lib/[^/]+/(rules/|policy\\.ts$)" },
      to: { path: ["^lib/platform/", "^lib/[^/]+/(queries|commands)/"] },
    },
    {
      name: "pure-ground",
      comment: "core and i18n touch no file, socket, database or framework",
      severity: "error",
      from: { path: "^lib/(core|i18n)/" },
      to: { path: ["^(node:)?(fs|net|http|https|child_process)", "^node_modules/(pg|next|react|@prisma|nodemailer)/"] },
    },
    {
      name: "no-unresolvable",
      comment: "The imported file or package does not exist",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-test-tool-in-product",
      comment: "What ships depends on no development dependency",
      severity: "error",
      from: { path: "^(app|lib|emails)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|\\.data)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
    skipAnalysisNotInRules: false,
  },
};
