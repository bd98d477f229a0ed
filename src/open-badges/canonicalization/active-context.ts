import type { ListMap } from './list-map.ts';

/** The meaning of a member of a node under an active context (JSON-LD 1.1 API §4.2, term definitions). Other
 *  kinds of terms are left out; a document that uses one is left to the library. */
export type Term =
  | { readonly kind: 'id' }
  | { readonly kind: 'type' }
  | LiteralTerm
  /** The value is a text that is an IRI (`@type: @id`). */
  | { readonly kind: 'iri'; readonly predicate: string }
  /** The value is a text from a list of words (`@type: @vocab`), each with its object token. */
  | { readonly kind: 'word'; readonly predicate: string; readonly words: ReadonlyMap<unknown, string> }
  /** The value is a node in a graph of its own (`@container: @graph`). */
  | { readonly kind: 'graph'; readonly predicate: string };

/** A term whose value is a literal. */
export interface LiteralTerm {
  readonly kind: 'literal';
  /** `<IRI> `, the middle part of a quad. */
  readonly predicate: string;
  /** `^^<IRI>`; undefined if the context gives no datatype. */
  readonly datatype: string | undefined;
}

/** The active context that the types of a node bring. */
export interface TypedContext {
  readonly context: ActiveContext;
  /** One quad for each type: `<predicate> <class>`. */
  readonly quads: readonly string[];
}

/** An active context (JSON-LD 1.1 API §4.1) as plain data. It also remembers the active contexts to which
 *  documents lead from here. */
export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term | undefined>;
  /** The terms that may be values of `type`, with the quad of each: `<predicate> <class>`. */
  readonly classes: ReadonlyMap<string, string>;
  /** Terms that may be the prefix of a compact IRI. */
  readonly prefixes: ReadonlySet<string>;
  /** The previous context of §4.1, to which inner nodes return. Undefined if the context was not brought
   *  by a type. */
  readonly previous: ActiveContext | undefined;
  /** The contexts that follow from here, by the value of `type`. */
  readonly afterTypes: ListMap<TypedContext>;
  /** The contexts that follow from here, by the value of `@context`. */
  readonly afterContexts: ListMap<ActiveContext>;
  /** Data of the source, from which it derives further contexts. */
  readonly origin: unknown;
}

/** A step to an active context that is not known yet: from a known one, by the contexts or the types of a
 *  node. */
export type ContextStep =
  | { readonly by: 'contexts'; readonly from: ActiveContext; readonly names: readonly string[] }
  | {
      readonly by: 'types';
      readonly from: ActiveContext;
      readonly names: readonly string[];
      /** One quad for each type. */
      readonly quads: readonly string[];
    };

/** Derives active contexts, either with the library or from a table. */
export interface ContextSource {
  /** The active context before any `@context` (§4.1). */
  initial(): Promise<ActiveContext>;
  /** The active context after a step. Undefined if the library refuses the step, or where the result has a
   *  kind of term that is not compiled. */
  follow(step: ContextStep): Promise<ActiveContext | undefined>;
}
