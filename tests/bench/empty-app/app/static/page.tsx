export const dynamic = "force-static";

const PARAGRAPHS = Array.from({ length: 60 }, (_, index) => index + 1);

/** A page of an event page's length, rendered once at build time. */
export default function Page() {
  return (
    <main>
      <h1>Sixty paragraphs</h1>
      {PARAGRAPHS.map((number) => (
        <p key={number}>
          Paragraph {number}: the programme begins at nine with coffee, continues in four tracks after lunch, and ends
          with a discussion in which everybody takes part.
        </p>
      ))}
    </main>
  );
}
