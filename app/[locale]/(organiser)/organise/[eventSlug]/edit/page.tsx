import type { Metadata } from "next";
import { type EditorProps, SectionPage } from "./_parts/section-page";
import { basicsSection } from "./_parts/sections";
import { saveBasics } from "./actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** What an event is called, how it is found and who answers for it. */
export default function BasicsPage(props: EditorProps) {
  return <SectionPage {...props} section={basicsSection} action={saveBasics} />;
}
