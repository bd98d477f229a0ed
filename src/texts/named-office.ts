/** What the office is called in the texts themselves. DRNE, DRANE… are feminine as well, so that articles stay. */
const WRITTEN = 'DANE';
/** Behind the same letters in what is passed to a text, such as a name: those are its own, and a text may look at them. */
const PASSED = '\uE000';
const OF_THE_TEXT = new RegExp(`${WRITTEN}(?!${PASSED})`, 'g');

const named = new WeakMap<object, Map<string, object>>();

/** The texts with the office called as the settings say: « la DRNE » for « la DANE ». What is passed to a text is left as
 *  it is. The same texts where nothing was set; made once for each name. */
export function nameOffice<Texts extends object>(texts: Texts, office: string | undefined): Texts {
  if (office === undefined || office === WRITTEN) return texts;
  const known = named.get(texts) ?? new Map<string, object>();
  named.set(texts, known);
  const made = known.get(office) ?? (renamed(texts, office) as object);
  known.set(office, made);
  return made as Texts;
}

function renamed(value: unknown, office: string): unknown {
  if (typeof value === 'function') return (...passed: unknown[]) => said(value(...passed.map(kept)), office);
  return said(value, office);
}

/** What a text says, or a part of them. */
function said(value: unknown, office: string): unknown {
  if (typeof value === 'string') return value.replaceAll(OF_THE_TEXT, office).replaceAll(PASSED, '');
  return mapped(value, (one) => renamed(one, office));
}

function kept(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(WRITTEN, WRITTEN + PASSED) : mapped(value, kept);
}

/** Lists and plain objects part by part; anything else as it is. */
function mapped(value: unknown, map: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(part)]));
}
