import "./public.css";
import "./form.css";
import "./event.css";

/** The setting of the pages for visitors. */
export default function PublicLayout({ children }: LayoutProps<"/[locale]">) {
  return children;
}
