/**
 * Where the site under test and its mail catcher listen, set by playwright.config.ts before anything starts; and, known once
 * the site is up, its database and the path of the demo speaker's personal link.
 */
export function site(): {
  readonly url: string;
  readonly mailboxUrl: string;
  readonly databaseUrl: string;
  readonly speakerPath: string;
} {
  return {
    url: `http://localhost:${setting("E2E_PORT")}`,
    mailboxUrl: `http://localhost:${setting("E2E_MAILBOX_PORT")}`,
    get databaseUrl() {
      return setting("E2E_DATABASE_URL");
    },
    get speakerPath() {
      return setting("E2E_SPEAKER_PATH");
    },
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through Playwright`);
  return value;
}
