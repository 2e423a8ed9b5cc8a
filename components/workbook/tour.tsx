import { useLive } from "../controls/use-live";
import { parseTour } from "../state/choices";
import { useChoice } from "../state/remember";

/** What can be done with a sheet, a line each. */
const acts: readonly (readonly [act: string, says: string])[] = [
  ["Click a number", "to see who published it."],
  ["Click a heading", "to sort, its funnel to filter."],
  ["The ? button", "explains ≈, ≥, hatching and columns."],
  ["Share, cite or download", "what you see."],
];

/**
 * What a first visit shows: over the page, so that nothing moves as it comes or when it is closed, for
 * good. A script brings it, as only a script could close it.
 */
export function Tour() {
  const [state, choose] = useChoice("tour", parseTour);
  const isLive = useLive();
  if (!isLive || state === "done") return null;
  return (
    <aside className="tour" aria-labelledby="tour-title">
      <h2 id="tour-title">First time here?</h2>
      <ul>
        {acts.map(([act, says]) => (
          <li key={act}>
            <b>{act}</b> {says}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => choose("done")}>
        Got it
      </button>
    </aside>
  );
}
