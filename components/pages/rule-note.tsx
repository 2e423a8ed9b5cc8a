import type { Names } from "@/data/figure/names";
import type { CountingRule } from "@/data/view/counting-rule";
import { describeRule } from "@/data/view/describe";

interface Props {
  readonly count: CountingRule;
  readonly names: Names;
}

/** By which rule statements are chosen, as on every page and in every file; nothing where all count. */
export function RuleNote({ count, names }: Props) {
  const [rule] = describeRule(count, names);
  return rule ? <p className="rule-note">Kept here: {rule}.</p> : null;
}
