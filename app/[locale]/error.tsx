"use client";

import { useParams } from "next/navigation";

// The dictionary stays on the server; the error page is the one that may have to work without it.
const WORDS = {
  sv: {
    title: "Något gick fel hos oss",
    body: "Det var inte ditt fel, och felet är registrerat. Försök igen om en stund. Kontaktar du oss, ange gärna numret.",
    id: "Felnummer",
    retry: "Försök igen",
  },
  en: {
    title: "Something went wrong on our side",
    body: "It was not your fault, and the error has been recorded. Please try again in a while. If you contact us, do mention the number.",
    id: "Error number",
    retry: "Try again",
  },
} as const;

/** What a visitor sees when the unexpected happens: what it means, its number in the log, and a way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const words = locale === "en" ? WORDS.en : WORDS.sv;
  return (
    <main id="main" className="page page-letter">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p className="page-lead">{words.body}</p>
      {error.digest && (
        <p>
          {words.id}: <span className="reference">{error.digest}</span>
        </p>
      )}
      <p>
        <button type="button" className="button" onClick={reset}>
          {words.retry}
        </button>
      </p>
    </main>
  );
}
