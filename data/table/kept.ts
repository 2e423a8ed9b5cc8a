/** A function that computes once for each object it is asked of, and forgets with the object. */
export function kept<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** The same for each name of something in an object; what is given besides has to go by that name. */
export function keptByName<K extends object, V, More extends readonly unknown[]>(
  make: (key: K, name: string, ...more: More) => V,
): (key: K, name: string, ...more: More) => V {
  const namesOf = kept((_: K) => new Map<string, V>());
  return (key, name, ...more) => {
    const names = namesOf(key);
    const found = names.get(name) ?? make(key, name, ...more);
    names.set(name, found);
    return found;
  };
}
