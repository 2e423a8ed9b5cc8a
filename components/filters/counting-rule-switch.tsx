import type { Names } from "@/data/figure/names";
import { countingRules, everyStatement } from "@/data/view/counting-rule";
import { titleOfRule } from "@/data/view/describe";
import type { View } from "@/data/view/view";
import { usePendingValue } from "../controls/use-pending-value";
import type { Show } from "../state/use-view";

interface Props {
  readonly view: View;
  readonly names: Names;
  readonly onShow: Show;
}

/** Which statement counts where documents give the same fact differently; one switch for all sheets. */
export function CountingRuleSwitch({ view, names, onShow }: Props) {
  const [count, ask] = usePendingValue(view.count);
  return (
    <label className="count-switch">
      <span>Where sources differ</span>
      <select
        name="_count"
        value={count}
        onChange={({ target }) => {
          ask(target.value);
          onShow({ count: target.value });
        }}
      >
        <option value={everyStatement}>Show all</option>
        {[...Object.keys(countingRules), ...Object.keys(names.documents)].map((rule) => (
          <option key={rule} value={rule}>
            {asTitle(titleOfRule(rule, names) ?? rule)}
          </option>
        ))}
      </select>
    </label>
  );
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
