import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { headingsBelow } from "./headings-below";

/** Markdown an organiser wrote, without raw HTML. Its headings hang under the page's own, which is of level `under`. */
export function Prose({ under, children }: { readonly under: number; readonly children: string }) {
  return (
    <div className="prose">
      <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize, [headingsBelow, under]]}>
        {children}
      </Markdown>
    </div>
  );
}
