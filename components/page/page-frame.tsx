import "server-only";
import Link from "next/link";
import type { DatasetView } from "@/data/site/json-ld";
import { listPages } from "@/data/site/pages";
import { disagreementsOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";
import { ShareBar } from "../share/share-bar";
import { ShareLinks } from "../share/share-links";
import { FileDrop } from "./file-drop";
import { FindEverywhere } from "./find-everywhere";
import { JsonLd } from "./json-ld";
import { CarryingTabs, Tabs } from "./tabs";
import { ThemeSwitch } from "./theme-switch";
import { VersionNote } from "./version-note";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const sayNumber = (count: number) => numbers[count] ?? String(count);

const noQuery = new URLSearchParams();

interface Props {
  readonly current: string;
  /** What the page shows of its sheet; all of it without. */
  readonly dataset?: DatasetView;
  /** The query of its address, which may ask for another version. */
  readonly query?: URLSearchParams;
  readonly children: React.ReactNode;
}

/** What stands around every page: the name at the top, the sheets as tabs at the bottom. */
export function PageFrame({ current, dataset, query = noQuery, children }: Props) {
  const catalog = catalogAsked(query);
  const { descriptor } = catalog;
  const disagreements = disagreementsOf(catalog).filter(
    ({ verdict }) => verdict === "contradict",
  ).length;
  // Groups are reached from the sheet that they are of.
  const listed = listPages(catalog).filter(({ name }) => name !== "pivot" || name === current);
  const tabs = listed.map(({ name, title }) => ({
    name,
    title: name === "disagreements" ? `${title} ${disagreements}` : title,
  }));
  const isPage = tabs.some(({ name }) => name === current);
  // What is open in a browser has no address that others could follow.
  const hasOwn = isPage && !["use", "open", "pivot"].includes(current);
  return (
    <>
      {/* "Not found" travels with every page, and is about no data. */}
      {isPage && <JsonLd catalog={catalog} page={current} view={dataset} />}
      <a className="skip" href="#workbook">
        Skip to the sheet
      </a>
      <header className="top-bar">
        <Link href="/" prefetch={false} className="brand">
          {descriptor.title}
        </Link>
        <span className="tagline">
          what {sayNumber(catalog.tables.documents?.rows.length ?? 0)} published analyses count,
          claim and estimate · version {descriptor.version}
        </span>
        <FindEverywhere />
        {hasOwn ? (
          <ShareBar page={current} />
        ) : (
          <ShareLinks page={current === "use" ? "" : "/use"} />
        )}
        {current !== "open" && (
          <Link href="/open" prefetch={false} className="open-link">
            Open a table
          </Link>
        )}
        <ThemeSwitch />
      </header>
      <VersionNote catalog={catalog} current={current} query={query} />
      <FileDrop />
      {children}
      {/* "Not found" is one page for every address, whatever its query. */}
      {isPage ? <CarryingTabs tabs={tabs} current={current} /> : <Tabs tabs={tabs} query="" />}
    </>
  );
}
