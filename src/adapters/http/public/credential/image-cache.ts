/** Keeps the most recently drawn pictures, so that they are not drawn again. */
export function makeImageCache(limit: number) {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = kept.get(key);
    if (known) return known;
    const drawing = draw();
    drawing.catch(() => kept.delete(key));
    kept.set(key, drawing);
    const oldest = kept.keys().next().value;
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return drawing;
  };
}
