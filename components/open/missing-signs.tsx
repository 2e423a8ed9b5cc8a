import type { OpenedColumn } from "@/data/open/session";
import { TextInput } from "../controls/text-input";
import { Tick } from "../controls/tick";

interface Props {
  readonly column: OpenedColumn;
  /** The signs that stand for a missing value from now on; undefined is those that usually do. */
  readonly onChange: (signs: readonly string[] | undefined) => void;
}

/** What stands for a missing value in a column, and how often; each sign can be taken out, others added. */
export function MissingSigns({ column: { name, missing, missingValues }, onChange }: Props) {
  const printed = Object.keys(missing).filter((sign) => sign !== "");
  const signs = missingValues?.filter((sign) => sign !== "") ?? printed;
  const count = Object.values(missing).reduce((sum, each) => sum + each, 0);
  return (
    <details className="missing-signs">
      <summary aria-label={`Missing in ${name}: ${number(count)}`}>{summaryOf(missing)}</summary>
      {signs.map((sign) => (
        <Tick
          key={sign}
          name={`missing ${name}`}
          value={sign}
          isOn
          onTick={() => onChange(signs.filter((each) => each !== sign))}
        >
          “{sign}” <span className="quiet">{number(missing[sign] ?? 0)}</span>
        </Tick>
      ))}
      <TextInput
        // Empty again once its sign stands above.
        key={signs.join("\n")}
        type="text"
        name={`also missing ${name}`}
        label="Also missing, as printed"
        value=""
        onCommit={(sign) => sign && !signs.includes(sign) && onChange([...signs, sign])}
      />
      {missingValues && (
        <button type="button" onClick={() => onChange(undefined)}>
          The usual signs
        </button>
      )}
    </details>
  );
}

/** “n/a” 3, empty 12: what is missing, by sign. */
function summaryOf(missing: OpenedColumn["missing"]): string {
  const parts = Object.entries(missing).map(
    ([sign, count]) => `${sign ? `“${sign}”` : "empty"} ${number(count)}`,
  );
  return parts.join(", ") || "none";
}

const number = (value: number) => value.toLocaleString("en-GB");
