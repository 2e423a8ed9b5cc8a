import { useEffect, useState } from "react";
import { formatAddress } from "@/data/view/address";
import { plural } from "@/data/view/describe";
import { SiteLink } from "../state/site-link";

/** A reader who types on waits for no answer: so many milliseconds. */
const pause = 300;

/** For a search that finds nothing in its sheet: how many rows of the others hold it, as a link to them. */
export function OtherSheets({ find }: { find: string }) {
  const count = useCount(find);
  if (count === 0) return <p className="quiet">No row of another sheet holds it either.</p>;
  return (
    <p>
      <SiteLink href={formatAddress("figures", { find })}>
        {count === null ? "Search all sheets" : `${plural(count, "row")} in other sheets`}
      </SiteLink>
    </p>
  );
}

/** How many figures of all sheets a search finds; null until it is known. */
function useCount(find: string): number | null {
  const [known, setKnown] = useState<{ readonly find: string; readonly count: number }>();
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      count(formatAddress("data/figures.json", { find, columns: ["id"] }), stop.signal).then(
        (count) => setKnown({ find, count }),
        // The link leads there in any case.
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [find]);
  return known?.find === find ? known.count : null;
}

async function count(address: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(address, { signal });
  const rows: unknown = response.ok ? await response.json() : null;
  if (!Array.isArray(rows)) throw new Error(`no rows at ${address}`);
  return rows.length;
}
