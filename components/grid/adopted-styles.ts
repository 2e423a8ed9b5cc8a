let container: HTMLElement | undefined;

/**
 * Where the grid puts its style elements: into an element that is in no document, from which each is
 * copied to a style sheet that the document adopts. The policy of a page allows no injected style.
 * The grid inserts by `insertBefore` and `after`, and takes away by `remove`.
 */
export function adoptStyles(): HTMLElement {
  container ??= makeContainer();
  return container;
}

function makeContainer(): HTMLElement {
  const box = document.createElement("div");
  const copies = new WeakMap<Element, CSSStyleSheet>();
  let adopted: readonly CSSStyleSheet[] = [];
  const copyOf = (style: Element) => {
    const copy = copies.get(style) ?? new CSSStyleSheet();
    if (!copies.has(style)) copy.replaceSync(style.textContent ?? "");
    copies.set(style, copy);
    return copy;
  };
  const adopt = () => {
    const others = document.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet));
    adopted = [...box.querySelectorAll("style")].map(copyOf);
    document.adoptedStyleSheets = [...adopted, ...others];
  };
  const watch = (node: Node | string) => {
    if (!(node instanceof HTMLElement)) return;
    node.after = (...nodes) => {
      Element.prototype.after.apply(node, nodes);
      nodes.forEach(watch);
      adopt();
    };
    node.remove = () => {
      Element.prototype.remove.call(node);
      adopt();
    };
  };
  box.insertBefore = <T extends Node>(node: T, before: Node | null): T => {
    Node.prototype.insertBefore.call(box, node, before);
    watch(node);
    adopt();
    return node;
  };
  return box;
}
