import type { Descriptor } from "../table/descriptor";

/** The text that lies beside the files of the package: what they are, and how to read them. */
export function toReadme({ title, version, description, resources, licenses }: Descriptor): string {
  const files = resources.map(
    ({ path, title, description }) => `- \`${path}\` ${title}. ${description}`,
  );
  const terms = licenses.map(({ title, path }) => `${title} (${path})`);
  return `# ${title}, version ${version}

${description}

\`datapackage.json\` describes every file and field (Frictionless Data Package, version 2); a reader
of such packages opens this folder as it is. \`figure.schema.json\` holds the fields of a figure.

The CSV files are UTF-8 with a comma, CRLF and one line of field names. An empty cell is a missing
value. A number stands as it is, without grouping; what is stated only as a bound has the other one
empty. Nothing here is a total, so do not add rows before you have read \`part_of\`, \`fact\` and
\`echoes\`: they tell what is contained in, stated again by, or repeated from another figure.

${files.join("\n")}

Licence: ${terms.join("; ")}. Cite the document that states a figure first, and this package second.
`;
}
