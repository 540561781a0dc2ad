import "./public.css";
import "./form.css";
import "./event.css";
import "./group.css";

/** The setting of the pages for visitors. */
export default function PublicLayout({ children }: LayoutProps<"/[locale]">) {
  return children;
}
