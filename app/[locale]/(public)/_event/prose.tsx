import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";

/** Markdown an organiser wrote, without raw HTML. Headings begin below the page's own. */
export function Prose({ children }: { readonly children: string }) {
  return (
    <div className="prose">
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeSanitize]}
        components={{ h1: "h3", h2: "h3", h3: "h4", h4: "h5", h5: "h6" }}
      >
        {children}
      </Markdown>
    </div>
  );
}
