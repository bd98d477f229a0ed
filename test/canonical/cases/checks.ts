import type { ContextSource } from '../../../src/open-badges/canonicalization/active-context.ts';
import type {
  makeCompiledCanonicaliser,
  Sha256Hex,
} from '../../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import type { makeContextSource } from '../../../src/open-badges/canonicalization/context-source.ts';
import type { makeTableSource } from '../../../src/open-badges/canonicalization/context-table.ts';
import type { copyJson, isSameJson } from '../../../src/open-badges/canonicalization/frozen-json.ts';
import { ALL, INVENTED, MANY } from './invented-contexts.ts';
import { freeze } from './shared.ts';

/** The code under test, as it is or with a deliberate fault. */
export interface Subject {
  readonly makeCompiledCanonicaliser: typeof makeCompiledCanonicaliser;
  readonly makeContextSource: typeof makeContextSource;
  readonly makeTableSource: typeof makeTableSource;
  readonly copyJson: typeof copyJson;
  readonly isSameJson: typeof isSameJson;
}

export interface Check {
  readonly name: string;
  /** The reason of a failure; undefined if the check holds. */
  readonly fault: (
    subject: Subject,
    sha256Hex: Sha256Hex,
  ) => Promise<string | undefined> | string | undefined;
}

/** Forty inner nodes of two classes each; `apart` is the distance between the two in the list of sixty. */
const many = (apart: number, count = 40) => ({
  '@context': MANY,
  name: 'a',
  child: Array.from({ length: count }, (_, at) => ({
    type: [`C${at}`, `C${(at + apart) % 60}`],
    [`p${at}`]: 'a',
  })),
});

/** A source that counts its requests. */
function counting(source: ContextSource): {
  readonly source: ContextSource;
  readonly asked: readonly string[];
} {
  const asked: string[] = [];
  const noting = <Result>(name: string, result: Result): Result => {
    asked.push(name);
    return result;
  };
  const follow: ContextSource['follow'] = (step) => noting(step.names.join(' '), source.follow(step));
  return { source: { initial: () => noting('initial', source.initial()), follow }, asked };
}

/** Checks that need more than a single document. */
export const CHECKS: readonly Check[] = [
  {
    name: 'works out each context once, and begins again when it keeps four hundred',
    fault: async (subject, sha256Hex) => {
      const { source, asked } = counting(subject.makeContextSource(INVENTED));
      const canonicalise = subject.makeCompiledCanonicaliser(source, sha256Hex);
      for (let apart = 1; apart <= 10; apart += 1) {
        for (let time = 0; time < 2; time += 1) {
          const form = await canonicalise(many(apart, apart === 1 ? 38 : 40));
          if (form.kind !== 'canonical') return `declined ${apart}: ${form.reason}`;
        }
      }
      // The initial context, that of MANY, and 398 pairs of types.
      if (asked.length !== 1 + 1 + 398) return `asked ${asked.length} times`;
      await canonicalise(many(11, 1));
      if (asked.length !== 401) return `begins again too soon: ${asked.length}`;
      await canonicalise(many(11, 1));
      return asked.length === 401 + 3 ? undefined : `does not begin again: ${asked.length}`;
    },
  },
  {
    name: 'keeps what it has worked out beside what it works out later',
    fault: async (subject, sha256Hex) => {
      const { source, asked } = counting(subject.makeContextSource(INVENTED));
      const canonicalise = subject.makeCompiledCanonicaliser(source, sha256Hex);
      for (const apart of [1, 2, 1]) await canonicalise(many(apart));
      return asked.length === 1 + 1 + 40 + 40 ? undefined : String(asked.length);
    },
  },
  {
    name: 'hashes the blank nodes of a shared part once',
    fault: async (subject, sha256Hex) => {
      let hashes = 0;
      const canonicalise = subject.makeCompiledCanonicaliser(subject.makeContextSource(INVENTED), (text) => {
        hashes += 1;
        return sha256Hex(text);
      });
      const inner = freeze({ id: 'x:a', child: [{ name: 'a' }, { name: 'b', graph: { note: 'c' } }] });
      const counts: number[] = [];
      for (let time = 0; time < 4; time += 1) {
        const before = hashes;
        await canonicalise({ '@context': ALL, name: `${time}`, child: inner });
        counts.push(hashes - before);
      }
      return counts.join() === '5,5,1,1' ? undefined : counts.join();
    },
  },
  {
    name: 'reads anew what can still change',
    fault: async (subject, sha256Hex) => {
      const canonicalise = subject.makeCompiledCanonicaliser(subject.makeContextSource(INVENTED), sha256Hex);
      const inner = { id: 'x:a', name: 'a' };
      for (const name of ['a', 'b', 'c', 'd']) {
        inner.name = name;
        const form = await canonicalise({ '@context': ALL, child: Object.freeze([inner]) });
        if (form.kind !== 'canonical' || !form.nquads.join('').includes(`"${name}"`)) return name;
      }
      return undefined;
    },
  },
  {
    name: 'copies what JSON would give back, and shares what is frozen and met again',
    fault: ({ copyJson, isSameJson }) => {
      const frozen = freeze({ a: [1, { b: null }], c: 'd', e: true });
      const value = {
        x: frozen,
        u: undefined,
        list: [1, 'a', { y: false }, undefined],
        method: () => 1,
        date: new Date(0),
        no: Number.NaN,
      };
      const copies = [0, 1, 2].map(() => copyJson(value) as typeof value);
      const wanted = JSON.stringify(value);
      if (copies.some((copy) => JSON.stringify(copy) !== wanted)) return 'a copy differs';
      if (copies.some((copy) => copy === value || copy.list === value.list)) return 'a copy is no copy';
      if (
        'u' in (copies[0] ?? {}) ||
        typeof copies[0]?.date !== 'string' ||
        copies[0].no !== null ||
        copies[0].list[3] !== null
      )
        return 'no JSON';
      if (copies[0]?.x === frozen || copies[1]?.x !== frozen || copies[2]?.x !== frozen) return 'not shared';
      return isSameJson(copies[0], copies[1]) ? undefined : 'copies are not the same';
    },
  },
  {
    name: 'shares nothing that can still change',
    fault: ({ copyJson }) => {
      let answer = 'a';
      const getter = Object.freeze({
        get a() {
          return answer;
        },
      });
      const open = Object.freeze({ inner: { a: 1 } });
      const list = Object.freeze([{ a: 1 }]);
      const map = Object.freeze({ inner: Object.freeze(new Map([['a', 1]])) });
      const own = Object.freeze({ toJSON: () => 'own' });
      const values = [
        getter,
        open,
        list,
        map,
        own,
        Object.freeze({ a: undefined }),
        Object.freeze({ a: Number.NaN }),
      ];
      for (const value of values) {
        for (let time = 0; time < 3; time += 1) {
          const copy = copyJson(value);
          if (copy === value) return `shared ${JSON.stringify(value)}`;
          if (JSON.stringify(copy) !== JSON.stringify(value))
            return `another copy of ${JSON.stringify(value)}`;
        }
      }
      answer = 'b';
      return undefined;
    },
  },
  {
    name: 'tells different values apart',
    fault: ({ isSameJson }) => {
      const values = [
        null,
        1,
        'a',
        true,
        [],
        {},
        [1],
        { a: 1 },
        { a: 2 },
        { b: 1 },
        { 0: 1 },
        { a: 1, b: 2 },
        { b: 2, a: 1 },
        { a: [1] },
        { a: null },
      ];
      for (const [at, one] of values.entries()) {
        for (const [other, two] of values.entries()) {
          if (isSameJson(one, structuredClone(two)) !== (at === other))
            return `${JSON.stringify(one)} and ${JSON.stringify(two)}`;
        }
      }
      return undefined;
    },
  },
];
