"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./shortcuts.module.css";

const OFF = "samling-shortcuts-off";
const KEYS = ["/", "j", "k", "?"] as const;

type Props = {
  readonly texts: {
    readonly title: string;
    readonly use: string;
    readonly close: string;
    /** What each key does, in the order of `KEYS`. */
    readonly keys: readonly string[];
  };
};

/**
 * Single keys for who works in lists: to the search, down and up among the rows, and what there is. They can be turned off, as
 * WCAG 2.1.4 asks of keys that are characters, and do nothing while something is being typed.
 */
export function Shortcuts({ texts }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Not known before the browser has been asked; until then nothing listens, and nothing says that it does.
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(localStorage.getItem(OFF) === null), []);
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
      if (dialog.current?.open) return;
      if (act(event.key, () => dialog.current?.showModal())) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
  const use = (wanted: boolean) => {
    if (wanted) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
    setOn(wanted);
  };
  return (
    <>
      <button
        type="button"
        className={on === null ? styles["waiting"] : styles["open"]}
        onClick={() => dialog.current?.showModal()}
      >
        {texts.title}
      </button>
      <dialog ref={dialog} className={styles["dialog"]} aria-label={texts.title}>
        <h2>{texts.title}</h2>
        <dl>
          {KEYS.map((key, index) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{texts.keys[index]}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={on ?? true} onChange={(event) => use(event.target.checked)} /> {texts.use}
        </label>
        <form method="dialog">
          <button type="submit">{texts.close}</button>
        </form>
      </dialog>
    </>
  );
}

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}

/** Does what a key is for; false when there is nothing to do. */
function act(key: string, help: () => void): boolean {
  if (key === "?") {
    help();
    return true;
  }
  if (key === "/") return focused(document.querySelector<HTMLElement>("main input[type=search]"));
  if (key !== "j" && key !== "k") return false;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("main tbody tr:has(a[href])")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (key === "j" ? 0 : rows.length - 1) : here + (key === "j" ? 1 : -1);
  return focused(rows[next]?.querySelector<HTMLElement>("a[href]") ?? null);
}

function focused(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}
