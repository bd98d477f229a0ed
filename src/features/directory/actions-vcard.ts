/** A property of a card: its name with its parameters, and its values. */
interface Property {
  readonly name: string;
  readonly values: readonly string[];
  /** Stands between the values; none is escaped. */
  readonly separator?: ';' | ',';
}

/** Octets of a line, without its end (RFC 6350, §3.2). */
const LONGEST_LINE = 75;

/** A card of RFC 6350. A property whose values are all empty is left out. */
export function vCard(properties: readonly Property[]): string {
  const lines = properties
    .filter(({ values }) => values.some(Boolean))
    .map(({ name, values, separator = ',' }) => `${name}:${values.map(escapeValue).join(separator)}`);
  return ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD']
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

/** §3.4: backslash, comma and semicolon stand behind a backslash, and a line break is written `\n`. */
function escapeValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
    .replaceAll('\r\n', '\\n')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\n');
}

/** Breaks a line into pieces of at most 75 octets, each after the first behind a space. No character is broken. */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
