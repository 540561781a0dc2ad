import type { Metadata } from "next";
import { partnersSection } from "../_parts/people-sections";
import { type EditorProps, SectionPage } from "../_parts/section-page";
import { savePartners } from "../actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** The other organisations at an event. */
export default function PartnersPage(props: EditorProps) {
  return <SectionPage {...props} section={partnersSection} action={savePartners} />;
}
