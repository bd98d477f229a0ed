/** A map whose keys are lists of texts. The empty list cannot be a key. */
export interface ListMap<Value> {
  readonly steps: Map<unknown, ListMap<Value>>;
  value: Value | undefined;
}

/** An empty map. */
export function makeListMap<Value>(): ListMap<Value> {
  return { steps: new Map(), value: undefined };
}

/** The value for this list, or for the list of this one text. A joined text would be ambiguous as a key,
 *  because a text may contain any separator. */
export function valueAt<Value>(map: ListMap<Value>, key: unknown): Value | undefined {
  if (!Array.isArray(key)) return map.steps.get(key)?.value;
  let at: ListMap<Value> | undefined = map;
  for (const part of key) {
    at = at.steps.get(part);
    if (at === undefined) return undefined;
  }
  return at.value;
}

export function setAt<Value>(map: ListMap<Value>, key: readonly string[], value: Value): void {
  let at = map;
  for (const part of key) {
    const next = at.steps.get(part) ?? makeListMap<Value>();
    at.steps.set(part, next);
    at = next;
  }
  at.value = value;
}
