/** A text of some length that a careless reader takes long to read. */
export interface Shape {
  readonly name: string;
  /** The shape with about this many characters. */
  readonly make: (length: number) => string;
}

/** Every shape that these words make: one word repeated, two that alternate, one nested in the other, one that
 *  stands once before or after many of the other. A reader that looks back, looks ahead or tries again costs
 *  the square of the length in at least one of them. */
export function worstShapes(texts: readonly string[]): readonly Shape[] {
  const single = texts.map((word) => ({ name: shown(word), make: (length: number) => fill(word, length) }));
  const pairs = texts.flatMap((one) =>
    texts.filter((other) => other !== one).flatMap((other) => shapesOfTwo(one, other)),
  );
  return [...single, ...pairs];
}

function shapesOfTwo(one: string, other: string): readonly Shape[] {
  const name = `${shown(one)} and ${shown(other)}`;
  return [
    { name: `${name}, alternated`, make: (length) => fill(one + other, length) },
    { name: `${name}, nested`, make: (length) => fill(one, length / 2) + fill(other, length / 2) },
    { name: `${name}, once before`, make: (length) => one + fill(other, length) },
    { name: `${name}, once after`, make: (length) => fill(one, length) + other },
  ];
}

function fill(word: string, length: number): string {
  return word.repeat(Math.max(1, Math.floor(length / word.length)));
}

function shown(word: string): string {
  return JSON.stringify(word.length > 24 ? `${word.slice(0, 24)}…` : word);
}
