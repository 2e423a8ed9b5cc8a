import "server-only";
import Link from "next/link";
import { formatDate } from "@/data/figure/format";
import type { Catalog } from "@/data/site/catalog";
import { sheetOf } from "@/data/site/sheets";
import { catalogOf, versionNames, versionOf } from "@/data/site/versions";
import { briefly, notOneOf } from "@/data/table/problem";
import { passedOn } from "@/data/view/carry";
import { formatQuery } from "@/data/view/query";

interface Props {
  readonly catalog: Catalog;
  readonly current: string;
  readonly query: URLSearchParams;
}

/** Says of a page that shows an older version which one it is, and leads to the newest. */
export function VersionNote({ catalog, current, query }: Props) {
  const named = query.get("_version");
  if (named !== null && !catalogOf(named)) {
    // A sheet says itself what of its address means nothing.
    if (sheetOf(catalog, current)) return null;
    return (
      <p className="version-note problems" role="status">
        Ignored in the address: {briefly(notOneOf("_version", named, versionNames()))}
      </p>
    );
  }
  const version = versionOf(catalog);
  if (!version || current === "changes") return null;
  const rest = passedOn(query);
  rest.delete("_version");
  const newest = `/${current}${rest.size > 0 ? `?${formatQuery(rest)}` : ""}`;
  return (
    <p className="version-note">
      <strong>
        Version {version} of {formatDate(catalog.descriptor.created.slice(0, 10))}.
      </strong>{" "}
      Newer figures exist: <a href={newest}>version {versionNames().at(-1)}</a>,{" "}
      <Link href="/changes" prefetch={false}>
        what changed
      </Link>
    </p>
  );
}
