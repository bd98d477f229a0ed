/** The quads of one subject. A quad is kept without its subject: `<predicate> <object> .` and a line feed. */
export interface Subject {
  /** `<IRI> `; empty for a blank node that has no label yet. */
  token: string;
  /** Quads whose object is an IRI or a literal. */
  readonly quads: string[];
  /** Quads whose object is a blank node. */
  readonly links: Link[];
  /** Whether a number or a boolean stands in a quad. JSON tells `1` and `"1"` apart where N-Quads may not. */
  hasNative: boolean;
}

export interface Link {
  /** `<IRI> `. */
  readonly predicate: string;
  readonly to: BlankNode;
}

/** A subject without a name. A tree of JSON leads to it once; nothing leads to the document itself. */
export interface BlankNode extends Subject {
  readonly from: { readonly subject: Subject; readonly predicate: string } | undefined;
}

/** The quads of a document, by subject. */
export interface Dataset {
  readonly named: Map<string, Subject>;
  readonly blank: BlankNode[];
}

/** The subject of this name: the same one each time, because a graph knows a node by its name. */
export function namedSubject({ named }: Dataset, token: string): Subject {
  const known = named.get(token);
  if (known !== undefined) return known;
  const subject: Subject = { token, quads: [], links: [], hasNative: false };
  named.set(token, subject);
  return subject;
}

/** A new blank node, to which `from` leads. */
export function blankSubject({ blank }: Dataset, from: BlankNode['from']): BlankNode {
  const subject: BlankNode = { token: '', quads: [], links: [], hasNative: false, from };
  blank.push(subject);
  if (from !== undefined) from.subject.links.push({ predicate: from.predicate, to: subject });
  return subject;
}
