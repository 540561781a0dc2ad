import type { Metadata } from "next";
import { categoriesSection } from "../_parts/people-sections";
import { type EditorProps, SectionPage } from "../_parts/section-page";
import { saveCategories } from "../actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Who one can come as, at what price, and for how many there is room. */
export default function CategoriesPage(props: EditorProps) {
  return <SectionPage {...props} section={categoriesSection} action={saveCategories} />;
}
