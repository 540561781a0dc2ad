import type { Metadata } from "next";
import { daysSection } from "../_parts/places-sections";
import { type EditorProps, SectionPage } from "../_parts/section-page";
import { saveDays } from "../actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** An event's days and its last registration day. */
export default function DaysPage(props: EditorProps) {
  return <SectionPage {...props} section={daysSection} action={saveDays} />;
}
