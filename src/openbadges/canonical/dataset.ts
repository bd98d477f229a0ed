/** The default graph, or one that a blank node names. */
export interface Graph {
  readonly name: BlankNode | undefined;
  readonly named: Map<string, Subject>;
  /** Its blank nodes that are subjects or objects. */
  readonly blank: BlankNode[];
}

/** The quads of one subject in one graph. A quad is kept as `<predicate> <object>`. */
export interface Subject {
  /** `<IRI> `; of a blank node its canonical label, which is given in each document anew. */
  token: string;
  readonly graph: Graph;
  /** Quads whose object is an IRI or a literal. */
  readonly quads: string[];
  /** Quads whose object is a blank node. */
  readonly links: Link[];
  /** Whether a number or a boolean stands in a quad. JSON tells `1` and `"1"` apart where N-Quads may not. */
  hasNative: boolean;
  /** Whether it belongs to a part that documents share (frozen-parts.ts). Its quads are sorted. */
  isShared: boolean;
  /** The quads as text, once they are known and shared. */
  text: string | undefined;
}

export interface Link {
  /** `<IRI> `. */
  readonly predicate: string;
  readonly to: BlankNode;
}

/** Where the one link to a blank node begins. */
export interface Place {
  readonly subject: Subject;
  readonly predicate: string;
}

/** A subject without a name. A tree of JSON leads to it once; nothing leads to the root of a graph. */
export interface BlankNode extends Subject {
  readonly from: Place | undefined;
  /** The graph that it names. */
  contents: Graph | undefined;
  /** Its first degree hash, once it is known. */
  hash: string | undefined;
}

/** The quads of a document. */
export interface Dataset {
  readonly graph: Graph;
  /** Every graph, the default one included. */
  readonly graphs: Graph[];
}

export function makeDataset(): Dataset {
  const graph: Graph = { name: undefined, named: new Map(), blank: [] };
  return { graph, graphs: [graph] };
}

/** The subject of this name: the same one each time, because a graph knows a node by its name. */
export function namedSubject(graph: Graph, token: string): Subject {
  const known = graph.named.get(token);
  if (known !== undefined && !known.isShared) return known;
  const subject = makeSubject(token, graph);
  if (known !== undefined) addQuads(subject, known);
  graph.named.set(token, subject);
  return subject;
}

/** What one subject says, said of another one, too. */
export function addQuads(subject: Subject, { quads, links, hasNative }: Subject): void {
  subject.quads.push(...quads);
  subject.links.push(...links);
  subject.hasNative ||= hasNative;
}

/** A new blank node, to which `from` leads. */
export function blankSubject(graph: Graph, from: Place | undefined): BlankNode {
  const subject = { ...makeSubject('', graph), from, contents: undefined, hash: undefined };
  graph.blank.push(subject);
  if (from !== undefined) from.subject.links.push({ predicate: from.predicate, to: subject });
  return subject;
}

/** A new graph, with the blank node that names it. */
export function blankGraph({ graphs }: Dataset, from: Place): Graph {
  const name = blankSubject(from.subject.graph, from);
  const graph: Graph = { name, named: new Map(), blank: [] };
  name.contents = graph;
  graphs.push(graph);
  return graph;
}

function makeSubject(token: string, graph: Graph): Subject {
  return { token, graph, quads: [], links: [], hasNative: false, isShared: false, text: undefined };
}
