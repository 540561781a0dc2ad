import { expect, test } from "@playwright/test";
import { csvRows, readList, signIn } from "../support/organiser";

// Each test signs in as somebody else of the demo: they run side by side, and a mail is used once.

test("story 6: the BOSS user sees and exports the one forum it co-organises, and nothing else", async ({ page }) => {
  // Walks every event there is.
  test.setTimeout(90_000);
  await signIn(page, "boss@example.org");
  const events = await page.locator("main table a[href*='/organise/']").all();
  const hrefs = await Promise.all(events.map((event) => event.getAttribute("href")));
  expect(hrefs).toEqual(["/organise/strategiska-forum-ledarskap"]);
  const forum = "/organise/strategiska-forum-ledarskap";
  const listed = await readList(page, `${forum}/registrations`);
  const file = await page.request.get(`${forum}/registrations/export?format=csv`);
  expect(file.status()).toBe(200);
  const [, ...people] = csvRows(await file.text());
  expect(people.length).toBeGreaterThan(50);
  expect(people.map(([name]) => name)).toEqual(listed.map(([name]) => name));
  expect((await page.request.get(`${forum}/registrations/export?format=csv&columns=name,diet`)).status()).toBe(403);

  const { events: all } = (await (await page.request.get("/api/v1/events")).json()) as { events: { slug: string }[] };
  const others = all.filter(({ slug }) => !forum.endsWith(`/${slug}`));
  expect(others.length).toBe(all.length - 1);
  for (const { slug } of others)
    for (const path of ["", "/registrations", "/registrations/export?format=csv"])
      expect((await page.request.get(`/organise/${slug}${path}`)).status(), slug + path).toBe(404);
});

test("story 6: Linnéuniversitetet sees and exports the sign-ups of its own seminar only", async ({ page, browser }) => {
  await signIn(page, "lnu@example.org");
  const meeting = await page
    .locator("main a[href*='/organise/mojligheternas-motesplats-']")
    .first()
    .getAttribute("href");
  const exported = `${meeting}/registrations/export?format=csv&columns=reference,sessions`;
  const [, ...mine] = csvRows(await (await page.request.get(exported)).text());
  const seminar = "Heldagsseminarium: fördomar och mångfald";
  expect(mine.length).toBeGreaterThan(5);
  expect(new Set(mine.map(([, sessions]) => sessions))).toEqual(new Set([seminar]));
  expect(await readList(page, `${meeting}/registrations?columns=reference,sessions`)).toEqual(mine);

  // The owner's list holds those very people, and others of whom the university learns nothing.
  const owner = await (await browser.newContext()).newPage();
  await signIn(owner, "hultsfred@example.org");
  const [, ...everybody] = csvRows(await (await owner.request.get(exported)).text());
  const goers = everybody.filter(([, sessions]) => sessions?.includes(seminar));
  expect(mine.map(([reference]) => reference)).toEqual(goers.map(([reference]) => reference));
  const others = everybody.filter(([, sessions]) => !sessions?.includes(seminar));
  expect(others.length).toBeGreaterThan(5);
  for (const [reference] of others)
    expect((await page.request.get(`${meeting}/registrations/${reference}`)).status()).toBe(404);
  await owner.context().close();
});
