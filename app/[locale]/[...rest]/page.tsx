import { notFound } from "next/navigation";

/** Every address that no page has, so that it gets the product's own answer in the right language. */
export default function NoSuchPage(): never {
  notFound();
}
