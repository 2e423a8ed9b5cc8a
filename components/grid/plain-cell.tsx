import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toSegments } from "@/data/view/highlight";
import { signClass } from "../controls/table-sign";
import { type CellContent, type Piece, toContent, toUnder } from "./cell-content";

interface Props {
  readonly row: Figure;
  readonly column: string;
  readonly names: Names;
  readonly find: string;
}

/**
 * A cell of the server's table: what a search found is marked, and a sign has its words for a screen
 * reader, as in the grid. In a narrow panel the style sheet shows what stands under a value.
 */
export function PlainCell({ row, column, names, find }: Props) {
  const content = toContent(row, column, names);
  const isValue = column === "value";
  const { what, saysUnit } = isValue ? toUnder(row, names) : { what: "", saysUnit: false };
  const shown = <Shown content={content} saysUnit={saysUnit} names={names} find={find} />;
  const told =
    content.spoken === null ? (
      shown
    ) : (
      <>
        <span className="shown" aria-hidden="true">
          {shown}
        </span>
        <span className="visually-hidden">{content.spoken}</span>
      </>
    );
  if (!isValue) return told;
  return (
    <>
      <span className="under-first">
        {told}
        <span className="under-what" aria-hidden="true">
          <Marked text={what} names={names} find={find} />
        </span>
      </span>
      <span className="under-source" aria-hidden="true">
        <Shown content={toContent(row, "document", names)} names={names} find={find} />
      </span>
    </>
  );
}

interface ShownProps extends Pick<Props, "names" | "find"> {
  readonly content: CellContent;
  readonly saysUnit?: boolean;
}

function Shown({ content, saysUnit, ...search }: ShownProps) {
  const classOf = ({ kind }: Piece) => (kind === "unit" && saysUnit ? "unit said" : kind);
  return (
    <>
      {content.sign && <i className={signClass(content.sign)} />}
      {content.pieces.map((piece) =>
        piece.kind === "main" ? (
          <Marked key={piece.kind} text={piece.text} {...search} />
        ) : (
          <span key={piece.kind} className={classOf(piece)}>
            <Marked text={piece.text} {...search} />
          </span>
        ),
      )}
    </>
  );
}

function Marked({ text, names, find }: { text: string } & Pick<Props, "names" | "find">) {
  if (!find) return text;
  return toSegments(text, find, names.groups).map(({ text, isFound }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
    isFound ? <mark key={index}>{text}</mark> : text,
  );
}
