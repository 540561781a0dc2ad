// Biome formats and runs the fast rules. ESLint adds only what needs types or project-specific syntax rules.
import jsxA11y from "eslint-plugin-jsx-a11y";
import tseslint from "typescript-eslint";

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` as an argument; only lib/core/clock.ts reads the clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take `now` as an argument; only lib/core/clock.ts reads the clock.",
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: "Take `now` as an argument; only lib/core/clock.ts reads the clock.",
  },
];

const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Settings are read and validated in lib/platform/env.ts only.",
  },
  {
    selector: "MemberExpression[object.name='process'][property.value='env']",
    message: "Settings are read and validated in lib/platform/env.ts only.",
  },
];

const formatting = [
  {
    selector: ":matches(MemberExpression[object.name='Intl'], TSQualifiedName[left.name='Intl'])",
    message: "Format through lib/i18n, so that a date or a sum reads the same everywhere.",
  },
  {
    selector: "CallExpression[callee.property.name=/^toLocale(|Date|Time|Upper|Lower)(String|Case)$/]",
    message: "Format through lib/i18n, so that a date or a sum reads the same everywhere.",
  },
];

/** ESLint replaces a rule's options instead of merging them, so each area names its whole set. */
const forbid = (...sets) => ({ "no-restricted-syntax": ["error", ...sets.flat()] });

export default tseslint.config(
  {
    ignores: [
      "node_modules/**",
      ".next/**",
      ".data/**",
      "dist/**",
      "lib/platform/generated/**",
      "next-env.d.ts",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.mjs"], rules: forbid(clock) },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/only-throw-error": [
        "error",
        // redirect(), notFound() and friends throw inside Next; what we throw ourselves is an Error.
        { allowThrowingUnknown: true, allowThrowingAny: false, allowRethrowing: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      ...forbid(clock, environment, formatting),
    },
  },
  { files: ["lib/core/clock.ts"], rules: forbid(environment, formatting) },
  { files: ["lib/platform/env.ts"], rules: forbid(clock, formatting) },
  { files: ["lib/i18n/**/*.ts"], rules: forbid(clock, environment) },
  // Tools load these files themselves, before the product's validated settings exist; scripts hand the environment on.
  { files: ["*.config.ts", "scripts/**/*.ts", "tests/support/**/*.ts"], rules: forbid(clock) },
  { files: ["tests/**/*.ts"], ignores: ["tests/support/**"], rules: forbid(clock, environment) },
  {
    files: ["app/**/*.tsx", "emails/**/*.tsx"],
    plugins: jsxA11y.flatConfigs.strict.plugins,
    rules: jsxA11y.flatConfigs.strict.rules,
  },
);
