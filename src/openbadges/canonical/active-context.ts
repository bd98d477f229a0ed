import type { ListMap } from './list-map.ts';

/** What a member of a node means under an active context (JSON-LD 1.1 API §4.2, term definitions). Terms of
 *  any other kind are left out, and a document that uses one is declined. */
export type Term =
  | { readonly kind: 'id' }
  | { readonly kind: 'type' }
  | LiteralTerm
  /** A text is an IRI (`@type: @id`). */
  | { readonly kind: 'iri'; readonly predicate: string }
  /** A text is one of these words (`@type: @vocab`); each stands with its object. */
  | { readonly kind: 'word'; readonly predicate: string; readonly words: ReadonlyMap<unknown, string> }
  /** A node stands in a graph of its own (`@container: @graph`). */
  | { readonly kind: 'graph'; readonly predicate: string };

export interface LiteralTerm {
  readonly kind: 'literal';
  /** `<IRI> `, the middle of a quad. */
  readonly predicate: string;
  /** `^^<IRI>`; undefined where the context gives no datatype. */
  readonly datatype: string | undefined;
}

/** The meaning of the members of a node by its types. */
export interface TypedContext {
  readonly context: ActiveContext;
  /** `<predicate> <class>` for each type. */
  readonly quads: readonly string[];
}

/** The meaning of the members of a node: an active context of JSON-LD 1.1 API §4.1 as plain data. Where a
 *  document leads from here is kept once it is known. */
export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term | undefined>;
  /** The terms that may be values of `type`, with the quad of each: `<predicate> <class>`. */
  readonly classes: ReadonlyMap<string, string>;
  /** Terms that make a compact IRI of what begins with them and a colon. */
  readonly prefixes: ReadonlySet<string>;
  /** The previous context of §4.1: what inner nodes return to. Undefined where no type brought this one. */
  readonly previous: ActiveContext | undefined;
  /** By the value of `type`. */
  readonly afterTypes: ListMap<TypedContext>;
  /** By the value of `@context`. */
  readonly afterContexts: ListMap<ActiveContext>;
  /** What the source goes on from. */
  readonly origin: unknown;
}

/** Where a document leads that is not known yet: from an active context, by the contexts or the types of a
 *  node. */
export type ContextStep =
  | { readonly by: 'contexts'; readonly from: ActiveContext; readonly names: readonly string[] }
  | {
      readonly by: 'types';
      readonly from: ActiveContext;
      readonly names: readonly string[];
      /** The quads of the types. */
      readonly quads: readonly string[];
    };

/** Works out active contexts by the library's own processing. */
export interface ContextSource {
  /** The active context before any `@context` (§4.1). */
  initial(): Promise<ActiveContext>;
  /** Undefined where the library refuses the step, or where its result holds what is not compiled. */
  follow(step: ContextStep): Promise<ActiveContext | undefined>;
}
