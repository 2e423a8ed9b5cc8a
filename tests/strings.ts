import { readFileSync } from "node:fs";
import { parseSync } from "vite";

/** Attributes and properties whose text a reader sees or hears. */
const spoken = new Set([
  "alt",
  "aria-label",
  "caption",
  "heading",
  "help",
  "label",
  "name",
  "placeholder",
  "problem",
  "says",
  "text",
  "title",
]);

/** Attributes whose text no reader sees, however much it looks like words. */
const unspoken = new Set(["className", "d", "sizes", "media", "style", "viewBox", "transform"]);

type Node = { readonly type: string } & { readonly [key: string]: unknown };

/** The texts of a file that a reader sees, in their order; "…" stands for what is filled in. */
export function stringsIn(file: string): readonly string[] {
  const { program } = parseSync(file, readFileSync(file, "utf8"));
  const found: string[] = [];
  visit(program as unknown as Node, null, (text) => found.push(text));
  return [...new Set(found.map((text) => text.replace(/\s+/g, " ").trim()))].filter(Boolean);
}

type Say = (text: string) => void;

function visit(node: Node, key: string | null, say: Say): void {
  const { type } = node;
  if (type === "ImportDeclaration" || type === "ExportAllDeclaration") return;
  if (type.startsWith("TS") && !/^TS(As|NonNull|Satisfies)Expression$/.test(type)) return;
  if (type === "JSXElement" || type === "JSXFragment") {
    visitElement(node, say);
    return;
  }
  if (type === "JSXAttribute") {
    const name = String((node.name as Node).name);
    if (!unspoken.has(name)) forEachChild(node, (child) => visit(child, name, say));
    return;
  }
  if (type === "Property") {
    const named = node.key as Node;
    const name = String(named.name ?? named.value ?? "");
    if (!unspoken.has(name)) visit(node.value as Node, name, say);
    return;
  }
  if (type === "Literal" && typeof node.value === "string") {
    if (isSpoken(node.value, key)) say(node.value);
    return;
  }
  if (type === "TemplateLiteral") {
    const text = textOfTemplate(node);
    if (isSpoken(text, null)) say(text);
    for (const each of node.expressions as readonly Node[]) visit(each, null, say);
    return;
  }
  forEachChild(node, (child) => visit(child, isPassedOn(type) ? key : null, say));
}

/** What stands between a name and the text that it names. */
function isPassedOn(type: string): boolean {
  return /^(Conditional|Logical|JSXExpression|TSAs|Parenthesized)/.test(type);
}

/** The text of an element with what stands in it, as one line; what is filled in as "…". */
function visitElement(node: Node, say: Say): void {
  const opening = node.openingElement as Node | undefined;
  if (opening) forEachChild(opening, (child) => visit(child, null, say));
  const line = (node.children as readonly Node[]).map(textOfChild).join("");
  if (/\p{L}/u.test(line.replaceAll("…", ""))) say(line);
  for (const child of node.children as readonly Node[])
    if (child.type !== "JSXText") visit(child, null, say);
}

function textOfChild(child: Node): string {
  if (child.type === "JSXText") return String(child.value);
  if (child.type !== "JSXExpressionContainer") return "…";
  const { type, value } = child.expression as Node;
  if (type === "Literal") return String(value);
  return type === "JSXEmptyExpression" ? "" : "…";
}

function textOfTemplate(node: Node): string {
  return (node.quasis as readonly { value: { cooked: string } }[])
    .map(({ value }) => value.cooked)
    .join("…");
}

/** Selectors, headers, classes of SVG and the like. */
const isForPrograms =
  /^use (client|server)$|^[.:#[(*&@]|[{}<>]|[[(=]"|^\w+\/[\w-]+;|\bsvg \*|max-age|^(grid|zero|above|title|hit) [\w…]*$|'(self|none)'/;

/** Words are told from the names that programs use by a space or, where readers see it, a capital letter. */
function isSpoken(text: string, key: string | null): boolean {
  if (!/\p{L}{2}/u.test(text) || isForPrograms.test(text)) return false;
  if (key !== null && spoken.has(key)) return /[ \p{Lu}]/u.test(text);
  return /\p{L}[\p{L},;:’”)]* \S/u.test(text) && !/^[a-z-]+( [a-z]+-[a-z-]+)+$/.test(text);
}

function forEachChild(node: Node, each: (child: Node) => void): void {
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === "object" && child !== null && "type" in child) each(child as Node);
}
