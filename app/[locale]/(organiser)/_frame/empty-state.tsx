import type { ReactNode } from "react";
import frameStyles from "./frame.module.css";

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={frameStyles["empty"]}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
