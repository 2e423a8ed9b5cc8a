/**
 * True of a resource whose rows are figures: it follows the schema that all sheets share. In a file that
 * the configuration of Next.js reads too, which takes no TypeScript.
 * @param {{ readonly schema: unknown }} resource
 */
export function isSheet({ schema }) {
  return schema === "figure.schema.json";
}
