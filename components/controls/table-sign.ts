import { signCount } from "./sign-paths";

/**
 * The classes of a document's sign as a box that the style sheet cuts into its shape: a table has
 * hundreds of them, and a drawing of its own for each would be a quarter of a page.
 */
export function signClass(number: number): string {
  return `sign shape-${((number - 1) % signCount) + 1} color-${number}`;
}
