"use client";

import { useParams } from "next/navigation";
import { en, sv } from "@/lib/i18n/messages/failures";

/** What a visitor sees when the unexpected happens: what it means, its number in the log, and a way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const words = locale === "en" ? en : sv;
  return (
    <main id="main" className="page page-letter">
      <title>{words.unexpectedTitle}</title>
      <h1>{words.unexpectedTitle}</h1>
      <p className="page-lead">{words.unexpected}</p>
      {error.digest && (
        <p>
          {words.number}: <span className="reference">{error.digest}</span>
        </p>
      )}
      <p>
        <button type="button" className="button" onClick={reset}>
          {words.tryAgain}
        </button>
      </p>
    </main>
  );
}
