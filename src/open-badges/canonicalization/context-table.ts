import type { ActiveContext, ContextSource, ContextStep, Term } from './active-context.ts';
import { makeListMap } from './list-map.ts';

/** Active contexts as data (tools/compile-contexts.mjs), for a browser, which has no room for the library. A
 *  step that the table does not have is declined: a document is then left unread, and is never read
 *  wrongly. */
export interface ContextTable {
  /** All meanings of names, without repetition. */
  readonly meanings: readonly Meaning[];
  readonly names: readonly string[];
  /** Pairs of numbers: a name, and its meaning. -1 removes the meaning of the name. */
  readonly sets: readonly (readonly number[])[];
  readonly prefixes: readonly (readonly string[])[];
  /** Keys of the steps by types. Every class with a context of its own has a key. */
  readonly types: readonly (readonly string[])[];
  readonly states: readonly TableState[];
}

/** The meaning of a name. A property has its kind, its IRI, and its datatype or its words; a class has its
 *  IRI. */
export type Meaning =
  | readonly ['id' | 'type']
  | readonly ['iri' | 'graph', string]
  | readonly ['literal', string, string?]
  | readonly ['word', string, Readonly<Record<string, string>>]
  | readonly ['class', string];

/** One active context of the table, as a difference from another one. */
export interface TableState {
  /** The state from which this one differs; absent for the first. */
  readonly base?: number;
  /** Number of the set of meanings that differ. */
  readonly set: number;
  readonly prefixes: number;
  /** Number of the list of keys of its steps by types and, for each key, the number of the set that differs
   *  after the step; -1 where there is none. */
  readonly types: number;
  readonly typed: readonly number[];
  readonly contexts: Readonly<Record<string, number>>;
}

export function stepKey(names: readonly string[]): string {
  return names.join(' ');
}

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';

/** The active contexts of a table. */
export function makeTableSource(table: ContextTable): ContextSource {
  const known = new Map<number, ActiveContext>();
  const at = (index: number): ActiveContext => {
    const context = known.get(index) ?? toContext(table, index, at);
    known.set(index, context);
    return context;
  };
  const afterContexts = ({ from, names }: ContextStep): ActiveContext | undefined => {
    const { contexts = {} } = stateAt(table, from);
    const key = stepKey(names);
    // A foreign context may be called `constructor`.
    return Object.hasOwn(contexts, key) ? at(contexts[key] ?? 0) : undefined;
  };
  const afterTypes = ({ from, names }: ContextStep): ActiveContext | undefined => {
    const { types = -1, typed = [] } = stateAt(table, from);
    const keys = table.types[types] ?? [];
    const bringing = names.filter((name) => keys.includes(name)).toSorted();
    if (bringing.length === 0) return from;
    const set = table.sets[typed[keys.indexOf(stepKey(bringing))] ?? -1];
    return set && differing(table, from, set);
  };
  return {
    initial: async () => at(0),
    follow: async (step) => (step.by === 'contexts' ? afterContexts(step) : afterTypes(step)),
  };
}

/** A state after a step by types has no number, and no step begins there: inner nodes return to the previous
 *  context (JSON-LD 1.1 API §4.1). */
function stateAt({ states }: ContextTable, { origin }: ActiveContext): Partial<TableState> {
  return states[typeof origin === 'number' ? origin : -1] ?? {};
}

function toContext(table: ContextTable, index: number, at: (index: number) => ActiveContext): ActiveContext {
  const state = table.states[index];
  if (state === undefined) throw new Error(`no state ${index}`);
  const base = state.base === undefined ? undefined : at(state.base);
  return {
    ...applied(table, base, table.sets[state.set] ?? []),
    prefixes: new Set(table.prefixes[state.prefixes]),
    previous: undefined,
    origin: index,
  };
}

/** The active context after a step by types. */
function differing(table: ContextTable, from: ActiveContext, set: readonly number[]): ActiveContext {
  return {
    ...applied(table, from, set),
    prefixes: from.prefixes,
    previous: from,
    origin: undefined,
  };
}

function applied(
  { names, meanings }: ContextTable,
  base: ActiveContext | undefined,
  set: readonly number[],
): Pick<ActiveContext, 'terms' | 'classes' | 'afterTypes' | 'afterContexts'> {
  const terms = new Map(base?.terms);
  const classes = new Map(base?.classes);
  for (let pair = 0; pair < set.length; pair += 2) {
    const name = names[set[pair] ?? -1] ?? '';
    const meaning = meanings[set[pair + 1] ?? -1];
    terms.delete(name);
    classes.delete(name);
    if (meaning?.[0] === 'class') classes.set(name, `${RDF_TYPE} <${meaning[1]}>`);
    else if (meaning) terms.set(name, toTerm(meaning));
  }
  return { terms, classes, afterTypes: makeListMap(), afterContexts: makeListMap() };
}

function toTerm(meaning: Exclude<Meaning, readonly ['class', string]>): Term {
  switch (meaning[0]) {
    case 'id':
    case 'type':
      return { kind: meaning[0] };
    case 'iri':
    case 'graph':
      return { kind: meaning[0], predicate: `<${meaning[1]}> ` };
    case 'literal': {
      const datatype = meaning[2] === undefined ? undefined : `^^<${meaning[2]}>`;
      return { kind: 'literal', predicate: `<${meaning[1]}> `, datatype };
    }
    case 'word': {
      const texts = Object.entries(meaning[2]).map(([word, iri]) => [word, `<${iri}>`] as const);
      return { kind: 'word', predicate: `<${meaning[1]}> `, words: new Map(texts) };
    }
  }
}
