import type { ActiveContext, ContextSource, ContextStep, Term } from './active-context.ts';
import { makeListMap } from './list-map.ts';

/** Active contexts as data (tools/compile-contexts.mjs), for a place that has no room for the library. A step
 *  that the table lacks is declined, so that it can leave a document unread and never read one otherwise. */
export interface ContextTable {
  /** Every meaning of a name, once. */
  readonly meanings: readonly Meaning[];
  readonly names: readonly string[];
  /** Pairs of a name and its meaning, by their numbers; -1 where it has none any more. */
  readonly sets: readonly (readonly number[])[];
  readonly prefixes: readonly (readonly string[])[];
  /** Keys of steps by types. A class that brings a context has one of its own. */
  readonly types: readonly (readonly string[])[];
  readonly states: readonly TableState[];
}

/** A property: kind, IRI, and its datatype or its words. A class: its IRI. */
export type Meaning =
  | readonly ['id' | 'type']
  | readonly ['iri' | 'graph', string]
  | readonly ['literal', string, string?]
  | readonly ['word', string, Readonly<Record<string, string>>]
  | readonly ['class', string];

export interface TableState {
  /** The state from which this one differs; absent for the first. */
  readonly base?: number;
  /** How it differs. */
  readonly set: number;
  readonly prefixes: number;
  /** The keys of its steps by types, and how the state after each differs from this one; -1 where there is
   *  none. */
  readonly types: number;
  readonly typed: readonly number[];
  readonly contexts: Readonly<Record<string, number>>;
}

/** The key of a step in a table. */
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
    // A stranger's context may be called `constructor`.
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

/** No step begins at a state after types (JSON-LD 1.1 API §4.1, "previous context"), which has no number. */
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

/** The active context that types bring. */
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
      const words = Object.entries(meaning[2]).map(([word, iri]) => [word, `<${iri}>`] as const);
      return { kind: 'word', predicate: `<${meaning[1]}> `, words: new Map(words) };
    }
  }
}
