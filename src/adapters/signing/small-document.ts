/** Our own badges have some 120 members and 6,000 characters. */
const MAX_MEMBERS = 500;
const MAX_CHARACTERS = 32_768;

/** Whether a document's canonical form certainly takes only milliseconds: few members, little text, contexts
 *  by name only, and no named blank node, because a graph of named blank nodes can be made arbitrarily
 *  hard. */
export function isSmallDocument(document: unknown): boolean {
  let members = 0;
  let characters = 0;
  return isSmall(document);

  function isSmall(value: unknown): boolean {
    members += 1;
    if (members > MAX_MEMBERS) return false;
    if (typeof value === 'string') {
      characters += value.length;
      return characters <= MAX_CHARACTERS && !value.startsWith('_:');
    }
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every(isSmall);
    return Object.entries(value).every(([name, inner]) => isSmallMember(name, inner));
  }

  function isSmallMember(name: string, value: unknown): boolean {
    characters += name.length;
    return (name !== '@context' || isNamed(value)) && isSmall(value);
  }
}

function isNamed(context: unknown): boolean {
  return (
    typeof context === 'string' || (Array.isArray(context) && context.every((one) => typeof one === 'string'))
  );
}
