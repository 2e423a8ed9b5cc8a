import { openArchive } from "./archive";
import type { Given } from "./read";

/** A table that is packed with others, what is said of it, and where it stands among them. */
export interface TableInside {
  readonly bytes: Uint8Array;
  readonly given: Given;
  readonly place: {
    readonly sheets?: readonly string[];
    readonly sheet?: string;
    readonly inside: "archive";
    readonly isDeclared: boolean;
  };
}

/**
 * One table of an archive, null where bytes are none. What its descriptor says is believed until the
 * reader says otherwise.
 */
export function tableInside(
  bytes: Uint8Array,
  { sheet: wanted, ...given }: Given,
): TableInside | { readonly refusal: string } | null {
  const archive = openArchive(bytes, wanted);
  if (archive === null || "refusal" in archive) return archive;
  const { tables: sheets, table: sheet, declared } = archive;
  const said = given.declared === false ? {} : (declared?.given ?? {});
  return {
    bytes: archive.bytes,
    given: mergeGiven(said, given),
    place: {
      ...(sheets.length > 1 && { sheets, sheet }),
      inside: "archive",
      isDeclared: Object.keys(said).length > 0,
    },
  };
}

/** What is said first, and over it what is said after it, column by column. */
function mergeGiven(first: Given, after: Given): Given {
  const own = Object.entries(after).filter(([, value]) => value !== undefined);
  const columns = new Map([...(first.columns ?? []), ...(after.columns ?? [])]);
  return { ...first, ...Object.fromEntries(own), ...(columns.size > 0 && { columns }) };
}
