"use client";

import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import styles from "./schedule.module.css";

type Dragged = { readonly form: HTMLFormElement; readonly id: number; moved: boolean };
type Target = { readonly starts: string; readonly room: string | null; readonly label: string };

/**
 * Lets a session be dragged by its handle over its day: to the time of the row and the room of the column it is let go over.
 * What is dropped fills in the session's own move form and sends it, so that dragging can do no more than the keyboard.
 */
export function DragArea({ children }: { readonly children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const dragged = useRef<Dragged | null>(null);
  const [over, setOver] = useState<(Target & { x: number; y: number }) | null>(null);

  const targetAt = (x: number, y: number): Target | null => {
    const all = (name: string) => [...(area.current?.querySelectorAll<HTMLElement>(`[${name}]`) ?? [])];
    const row = all("data-time").findLast((each) => each.getBoundingClientRect().top <= y);
    if (!row) return null;
    const column = all("data-room").find((each) => {
      const { left, right } = each.getBoundingClientRect();
      return x >= left && x <= right;
    });
    const starts = row.dataset["time"] ?? "";
    const label = [starts, column?.textContent].filter(Boolean).join(", ");
    return { starts, room: column?.dataset["room"] ?? null, label };
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    const handle = (event.target as Element).closest("[data-handle]");
    const form = handle?.closest("li")?.querySelector<HTMLFormElement>("form[data-move]");
    if (!handle || !form || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { form, id: event.pointerId, moved: false };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (dragged.current?.id !== event.pointerId) return;
    dragged.current.moved = true;
    const target = targetAt(event.clientX, event.clientY);
    setOver(target && { ...target, x: event.clientX, y: event.clientY });
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    const held = dragged.current;
    dragged.current = null;
    setOver(null);
    if (!held?.moved || event.type === "pointercancel") return;
    const target = targetAt(event.clientX, event.clientY);
    const starts = held.form.elements.namedItem("starts");
    const room = held.form.elements.namedItem("room");
    if (!target || !(starts instanceof HTMLInputElement) || !(room instanceof HTMLSelectElement)) return;
    const wanted = target.room ?? room.value;
    if (starts.value === target.starts && room.value === wanted) return;
    starts.value = target.starts;
    room.value = wanted;
    held.form.requestSubmit(held.form.querySelector<HTMLButtonElement>("[data-there]"));
  };
  return (
    <div ref={area} onPointerDown={down} onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
      {children}
      {over && (
        <p className={styles["over"]} style={{ left: over.x, top: over.y }} aria-hidden="true">
          {over.label}
        </p>
      )}
    </div>
  );
}
