import { countRules, everyStatement } from "@/data/count";
import type { Names } from "@/data/names";
import type { View } from "@/data/view";
import { useAsked } from "./use-asked";
import type { Show } from "./use-view";

interface Props {
  readonly view: View;
  readonly names: Names;
  readonly onShow: Show;
}

/** Which statement counts where documents give the same fact differently; one switch for all sheets. */
export function CountSwitch({ view, names, onShow }: Props) {
  const [count, ask] = useAsked(view.count);
  return (
    <label className="count-switch">
      <span className="visually-hidden">Where documents differ</span>
      <select
        name="_count"
        value={count}
        onChange={({ target }) => {
          ask(target.value);
          onShow({ count: target.value });
        }}
      >
        <option value={everyStatement}>Count every statement</option>
        {Object.entries(countRules).map(([name, { title }]) => (
          <option key={name} value={name}>
            Count the {title.toLowerCase()}
          </option>
        ))}
        {Object.entries(names.documents).map(([id, short]) => (
          <option key={id} value={id}>
            Prefer {short}
          </option>
        ))}
      </select>
    </label>
  );
}
