import { wordsOf } from './tree.mjs';

/** Code in Markdown, link targets and paths: they hold names, not prose. */
const NOT_PROSE = /```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|https?:\/\/\S+|[\w.-]+(?:\/[\w.-]+)+/g;
/** Between the words of a phrase: white space, and what begins a line of a comment. */
const GAP = '(?:\\s|\\*|//)+';

/** The list of discouraged words, ready to judge names and prose. */
export function makeWords(entries) {
  const named = entries.filter((entry) => entry.in.includes('file') || entry.in.includes('identifier'));
  const single = new Map();
  for (const entry of named)
    for (const word of entry.words)
      if (!word.includes(' ')) single.set(word, [...(single.get(word) ?? []), entry]);
  const phrases = named.flatMap((entry) =>
    entry.words.filter((word) => word.includes(' ')).map((word) => ({ word, entry })),
  );
  const prose = entries
    .filter((entry) => entry.in.includes('prose'))
    .map((entry) => ({ entry, pattern: new RegExp(patternOf(entry), 'gisu') }));
  const cache = new Map();

  /** All entries that a name matches, under any path. */
  const matchesOf = (name) => {
    const cached = cache.get(name);
    if (cached) return cached;
    const words = wordsOf(name);
    const joined = ` ${words.join(' ')} `;
    const matches = [
      ...words.flatMap((word) => (single.get(word) ?? []).map((entry) => ({ word, entry }))),
      ...phrases.filter(({ word }) => joined.includes(` ${word} `)),
    ].filter(({ word, entry }) => fitsPlace(entry, word, joined));
    cache.set(name, matches);
    return matches;
  };

  return {
    /** Discouraged words in a name. The use is `file` or `identifier`. */
    inName: (use, name, path) =>
      matchesOf(name)
        .filter(({ entry }) => entry.in.includes(use) && appliesTo(entry, name, path))
        .map(({ word, entry }) => ({ word, use: entry.use })),
    /** Discouraged words in a text, with their positions. */
    inProse: (text, path) => {
      const plain = text.replace(NOT_PROSE, (code) => code.replace(/[^\n]/g, ' '));
      return prose.flatMap(({ entry, pattern }) =>
        [...plain.matchAll(pattern)]
          .filter((match) => appliesTo(entry, match[0], path))
          .map((match) => ({ word: entry.words[0], use: entry.use, position: match.index })),
      );
    },
    /** Whether the list discourages this word in names of files. */
    isListed: (word) => single.get(word)?.some((entry) => entry.in.includes('file') && !entry.place) ?? false,
  };
}

/** Some words count only as the whole name, or at its end. */
function fitsPlace({ place }, word, joined) {
  if (place === 'alone') return joined === ` ${word} `;
  return place !== 'end' || joined.endsWith(` ${word} `);
}

function patternOf({ words, pattern }) {
  return (pattern ?? `\\b(?:${words.join('|')})\\b`).replaceAll(' ', GAP);
}

function appliesTo({ under, except = [] }, name, path) {
  if (under && !new RegExp(under).test(path)) return false;
  return !except.some((one) =>
    one.path ? new RegExp(one.path).test(path) : new RegExp(one.name, 'i').test(name),
  );
}

/** Words that the glossary explains: those in bold or in code. */
export function glossaryWords(text) {
  const terms = [...text.matchAll(/\*\*([^*]+)\*\*|`([^`]+)`/g)].map((match) => match[1] ?? match[2]);
  return new Set(terms.flatMap(wordsOf));
}

/** If a document is in French, the list of English words does not apply to it. */
export function isFrench(text) {
  const count = (pattern) => (text.match(pattern) ?? []).length;
  return count(/\b(?:des|les|est)\b/gi) > count(/\bthe\b/gi);
}
