import type { Metadata } from "next";
import { venueSection } from "../_parts/places-sections";
import { type EditorProps, SectionPage } from "../_parts/section-page";
import { saveVenue } from "../actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Where an event is. */
export default function VenuePage(props: EditorProps) {
  return <SectionPage {...props} section={venueSection} action={saveVenue} />;
}
