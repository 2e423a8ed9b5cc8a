import { type Face, parseFace, type Split, usualSplit } from "../state/choices";
import { useChoice } from "../state/remember";

interface Props {
  readonly split: Split;
  readonly onSplit: (split: Split) => void;
  /** Says whether the browser keeps a choice. */
  readonly onKept: (isKept: boolean) => void;
}

/** Table, both or chart; on a phone, which has room for one, table or chart. The style sheet shows one of the two switches. */
export function LayoutSwitch({ split, onSplit, onKept }: Props) {
  const [face, setFace] = useChoice("face", parseFace);
  const splits: readonly Choice<Split>[] = [
    ["Table", 100],
    ["Both", split > 0 && split < 100 ? split : usualSplit],
    ["Chart", 0],
  ];
  const faces: readonly Choice<Face>[] = [
    ["Table", "table"],
    ["Chart", "chart"],
  ];
  return (
    <>
      <Segments className="split-switch" choices={splits} chosen={split} onChoose={onSplit} />
      <Segments
        className="face-switch"
        choices={faces}
        chosen={face}
        onChoose={(next) => onKept(setFace(next))}
      />
    </>
  );
}

type Choice<T> = readonly [title: string, value: T];

interface SegmentsProps<T> {
  readonly className: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

function Segments<T>({ className, choices, chosen, onChoose }: SegmentsProps<T>) {
  return (
    <fieldset className={`segments ${className}`}>
      <legend className="visually-hidden">Show</legend>
      {choices.map(([title, value]) => (
        <button
          key={title}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
