/** The page that asks for no JavaScript of its own: what it loads is Next's and React's part. */
export default function Page() {
  return <p>Empty</p>;
}
