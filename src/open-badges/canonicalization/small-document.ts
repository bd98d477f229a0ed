/** What is canonicalised on the loop. Our own badges have some 120 members and 6,000 characters. The library
 *  takes milliseconds for a small document; compiled contexts take some 15 ms for one that is not long, text
 *  included, and 100 ms for the largest that a verification reads (limits.ts). */
const LIMITS = {
  small: { members: 500, characters: 32_768 },
  short: { members: 2000, characters: 262_144 },
} as const;

/** Whether the library's canonical form of a document certainly takes only milliseconds: few members, little
 *  text, contexts by name only, and no named blank node, because a graph of named blank nodes can be made
 *  arbitrarily hard. */
export function isSmallDocument(document: unknown): boolean {
  return isWithin(document, LIMITS.small, (name, value) =>
    name === '@context' ? isNamed(value) : !isBlank(value),
  );
}

/** Whether compiled contexts certainly need little time for a document: they decline what is hard. */
export function isShortDocument(document: unknown): boolean {
  return isWithin(document, LIMITS.short, () => true);
}

type MaySee = (name: string, value: unknown) => boolean;

function isWithin(document: unknown, most: (typeof LIMITS)[keyof typeof LIMITS], maySee: MaySee): boolean {
  let members = 0;
  let characters = 0;
  return isRead('', document);

  function isRead(name: string, value: unknown): boolean {
    members += 1;
    characters += name.length + (typeof value === 'string' ? value.length : 0);
    if (members > most.members || characters > most.characters || !maySee(name, value)) return false;
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every((inner) => isRead('', inner));
    return Object.entries(value).every(([inner, of]) => isRead(inner, of));
  }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('_:');
}

function isNamed(context: unknown): boolean {
  return (
    typeof context === 'string' || (Array.isArray(context) && context.every((one) => typeof one === 'string'))
  );
}
