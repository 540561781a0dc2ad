/** Where the site under test and its mail catcher listen; set by playwright.config.ts before anything starts. */
export function site(): { readonly url: string; readonly mailboxUrl: string } {
  return { url: `http://localhost:${port("E2E_PORT")}`, mailboxUrl: `http://localhost:${port("E2E_MAILBOX_PORT")}` };
}

function port(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through Playwright`);
  return value;
}
