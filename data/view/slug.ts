/** Words as a part of a file's name; what does not fit in a hundred letters is left out, at a word's end; ASCII, as a header of HTTP takes it. */
export function toSlug(words: string): string {
  const plain = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return slug.length <= 100 ? slug : slug.slice(0, 101).replace(/-[^-]*$/, "");
}
