import { measures } from "@/data/open/group";
import type { OpenedColumn } from "@/data/open/session";
import {
  type ChartRequest,
  coloursOf,
  groupsOf,
  kindsFor,
  measureWords,
  numbersFor,
  numbersOf,
  withKind,
} from "./chart-kinds";

interface Props {
  readonly columns: readonly OpenedColumn[];
  readonly request: ChartRequest;
  /** A table has rows by a second column, too. */
  readonly isTable: boolean;
  readonly onChoose: (request: ChartRequest) => void;
}

/** What the chart counts or adds, by which column, and by which second one. */
export function ChartChoice(props: Props) {
  const { columns, request, isTable, onChoose } = props;
  const offered = kindsFor(columns);
  return (
    <fieldset className="open-choice">
      <legend className="visually-hidden">Chart</legend>
      {!isTable && offered.length > 1 && (
        <select
          aria-label="Kind of chart"
          value={request.kind}
          onChange={({ target }) => {
            const kind = offered.find(([each]) => each === target.value)?.[0] ?? "groups";
            onChoose(withKind(request, kind, columns));
          }}
        >
          {offered.map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
      )}
      {isTable || request.kind === "groups" ? (
        <GroupChoice {...props} />
      ) : (
        <DrawChoice {...props} />
      )}
    </fieldset>
  );
}

/** Which columns a chart that shows no groups draws. */
function DrawChoice({ columns, request, onChoose }: Props) {
  const { kind, of = "", against = "", by, across = "" } = request;
  const numbers = numbersFor(kind, columns);
  const names = columns.filter(({ type }) => type !== "empty" && type !== "number");
  return (
    <>
      {kind !== "years" && (
        <Choice
          label={kind === "ranges" ? "Lower bound" : "Number"}
          columns={numbers}
          value={of}
          onChange={(next) =>
            onChoose({ ...request, of: next, ...(against === of && { against: next }) })
          }
        />
      )}
      {(kind === "pairs" || kind === "ranges") && (
        <>
          <span>{kind === "pairs" ? "against" : "to"}</span>
          <Choice
            label={kind === "pairs" ? "Against" : "Upper bound"}
            columns={numbers}
            value={against || of}
            onChange={(next) => onChoose({ ...request, against: next })}
          />
        </>
      )}
      {kind === "pairs" && (
        <Choice
          label="Coloured by"
          columns={coloursOf(columns)}
          value={across}
          none="coloured by…"
          onChange={(next) => onChoose({ ...request, across: next || undefined })}
        />
      )}
      {(kind === "ranges" || kind === "years") && (
        <>
          <span>by</span>
          <Choice
            label="Named by"
            columns={names}
            value={by}
            none={kind === "years" ? "all rows" : "no name"}
            onChange={(next) => onChoose({ ...request, by: next })}
          />
        </>
      )}
    </>
  );
}

/** What is said of groups, and what they are groups of. */
function GroupChoice({ columns, request, isTable, onChoose }: Props) {
  const numbers = numbersOf(columns);
  const groups = groupsOf(columns);
  const [first] = numbers;
  const kinds = measures.filter(
    (kind) => kind === "count" || (kind === "sum" ? first?.isAdditive : first),
  );
  return (
    <>
      <select
        aria-label="Show"
        value={request.measure}
        onChange={({ target }) => {
          const measure = kinds.find((kind) => kind === target.value) ?? "count";
          const isKept = numbers.some(
            ({ id, isAdditive }) => id === request.of && (measure !== "sum" || isAdditive),
          );
          const of = measure === "count" ? undefined : isKept ? request.of : first?.id;
          onChoose({ ...request, measure, of });
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {measureWords[kind]}
          </option>
        ))}
      </select>
      {request.measure !== "count" && (
        <Choice
          label="Number"
          columns={numbers.filter(({ isAdditive }) => request.measure !== "sum" || isAdditive)}
          value={request.of ?? ""}
          onChange={(of) => onChoose({ ...request, of })}
        />
      )}
      <span>by</span>
      <Choice
        label="Grouped by"
        columns={groups}
        value={request.by}
        onChange={(by) => onChoose({ ...request, by })}
      />
      {isTable && (
        <Choice
          label="Then by"
          columns={groups.filter(({ id }) => id !== request.by)}
          value={request.second ?? ""}
          none="then by…"
          onChange={(second) => onChoose({ ...request, second: second || undefined })}
        />
      )}
      <Choice
        label="Second column"
        columns={groups.filter(({ id }) => id !== request.by)}
        value={request.across ?? ""}
        none={isTable ? "columns by…" : "split by…"}
        onChange={(across) => onChoose({ ...request, across: across || undefined })}
      />
    </>
  );
}

/** Of a table with thousands of columns so many can be chosen from. */
const mostListed = 500;

interface ChoiceProps {
  readonly label: string;
  readonly columns: readonly OpenedColumn[];
  readonly value: string;
  readonly none?: string;
  readonly onChange: (id: string) => void;
}

function Choice({ label, columns, value, none, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {none && <option value="">{none}</option>}
      {columns.slice(0, mostListed).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
