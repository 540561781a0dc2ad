import type { TableRow } from "@/lib/reports/queries/registration-table";
import mark from "./state-mark.module.css";

type State = TableRow["state"];

/** One shape a state: a full, a half, an empty circle, a diamond, a triangle, a cross. Read without colour and in print. */
type Shape = "full" | "half" | "ring" | "diamond" | "triangle" | "cross";
const SHAPES: Record<State, Shape> = {
  CONFIRMED: "full",
  PENDING_APPROVAL: "half",
  HELD: "half",
  WAITLISTED: "ring",
  OFFERED: "diamond",
  DECLINED: "cross",
  LAPSED: "cross",
  REJECTED: "cross",
  CANCELLED: "cross",
  SUBSTITUTED: "triangle",
};

const PATHS: Record<Shape, string> = {
  full: "M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
  half: "M5 1a4 4 0 1 1 0 8zM5 1.6a3.4 3.4 0 1 0 0 6.8",
  ring: "M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM5 2.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2z",
  diamond: "M5 .5L9.5 5L5 9.5L.5 5z",
  triangle: "M5 1L9.5 9H.5z",
  cross: "M1 2.2L2.2 1L5 3.8L7.8 1L9 2.2L6.2 5L9 7.8L7.8 9L5 6.2L2.2 9L1 7.8L3.8 5z",
};

/** A registration's state by word, shape and colour. */
export function StateMark({ state, word }: { readonly state: State; readonly word: string }) {
  return <ShapeMark shape={SHAPES[state]} word={word} />;
}

/** Any state by word, shape and the shape's colour. */
export function ShapeMark({ shape, word }: { readonly shape: Shape; readonly word: string }) {
  return (
    <span className={mark["state"]} data-shape={shape}>
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d={PATHS[shape]} fillRule="evenodd" />
      </svg>
      {word}
    </span>
  );
}
