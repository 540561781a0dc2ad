import styles from "./own-text.module.css";

type Props = {
  readonly letter: { readonly subject: string; readonly html: string; readonly text: string };
  readonly lang: string;
  readonly frame: string;
  readonly plain: string;
};

/** A letter as it arrives: its subject, the letter in a frame that runs nothing, and its plain text. */
export function LetterView({ letter, lang, frame, plain }: Props) {
  return (
    <>
      <p lang={lang}>
        <strong>{letter.subject}</strong>
      </p>
      <iframe className={styles["letter"]} title={frame} srcDoc={letter.html} sandbox="" />
      <details>
        <summary>{plain}</summary>
        <pre className={styles["plain"]} lang={lang}>
          {letter.text}
        </pre>
      </details>
    </>
  );
}
