import type { MouseEvent } from "react";
import { expect, test, vi } from "vitest";
import { isPlainClick } from "@/components/controls/plain-click";
import { ViewLink } from "@/components/state/view-link";
import { emptyView } from "@/data/view/view";

const none = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const click = (change: Partial<typeof none>) => ({ ...none, ...change }) as MouseEvent;

test("a click is plain without a key, by the first button", () => {
  expect(isPlainClick(click({}))).toBe(true);
});

test.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])("a link to a view leaves to the browser a click with %o", (change) => {
  const [onShow, preventDefault] = [vi.fn(), vi.fn()];
  const link = ViewLink({ change: { find: "x" }, view: emptyView, onShow, children: "x" });
  link.props.onClick({ ...click(change), preventDefault });
  expect([onShow.mock.calls, preventDefault.mock.calls]).toEqual([[], []]);
  link.props.onClick({ ...click({}), preventDefault });
  expect([onShow.mock.calls, link.props.href]).toEqual([[[{ find: "x" }]], "?_find=x"]);
});
