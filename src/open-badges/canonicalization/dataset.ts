/** A graph of the document: the default graph, or one that is named by a blank node. */
export interface Graph {
  readonly name: BlankNode | undefined;
  readonly named: Map<string, Subject>;
  /** The blank nodes that are subjects or objects in it. */
  readonly blank: BlankNode[];
}

/** The quads of one subject in one graph. A quad is kept as `<predicate> <object>`. */
export interface Subject {
  /** `<IRI> ` or, for a blank node, its canonical label, which differs from document to document. */
  token: string;
  readonly graph: Graph;
  /** Quads whose object is an IRI or a literal. */
  readonly quads: string[];
  /** Quads whose object is a blank node. */
  readonly links: Link[];
  /** Whether a quad comes from a JSON number or boolean. JSON distinguishes `1` and `"1"` where N-Quads may
   *  not. */
  hasNative: boolean;
  /** Whether it belongs to a part that several documents share (frozen-nodes.ts). Its quads are then already
   *  sorted. */
  isShared: boolean;
  /** The quads as lines of text; undefined until they are known. */
  text: string | undefined;
}

/** A quad whose object is a blank node. */
export interface Link {
  /** `<IRI> `. */
  readonly predicate: string;
  readonly to: BlankNode;
}

/** The place from which the only link to a blank node starts. */
export interface Place {
  readonly subject: Subject;
  readonly predicate: string;
}

/** A subject without a name. JSON is a tree, so exactly one link leads to it, and none to the root of a
 *  graph. */
export interface BlankNode extends Subject {
  readonly from: Place | undefined;
  /** The graph that it names, if any. */
  contents: Graph | undefined;
  /** Its first degree hash; undefined until it is computed. */
  hash: string | undefined;
}

/** The quads of a document. */
export interface Dataset {
  readonly graph: Graph;
  /** Every graph, the default one included. */
  readonly graphs: Graph[];
}

/** An empty dataset. */
export function makeDataset(): Dataset {
  const graph: Graph = { name: undefined, named: new Map(), blank: [] };
  return { graph, graphs: [graph] };
}

/** The subject with this name. A graph has only one, so that all statements about a name come together. */
export function namedSubject(graph: Graph, token: string): Subject {
  const known = graph.named.get(token);
  if (known !== undefined && !known.isShared) return known;
  const subject = makeSubject(token, graph);
  if (known !== undefined) addQuads(subject, known);
  graph.named.set(token, subject);
  return subject;
}

/** Adds the quads of one subject to another. */
export function addQuads(subject: Subject, { quads, links, hasNative }: Subject): void {
  subject.quads.push(...quads);
  subject.links.push(...links);
  subject.hasNative ||= hasNative;
}

/** A new blank node, with the place of the link to it. */
export function blankSubject(graph: Graph, from: Place | undefined): BlankNode {
  const subject = { ...makeSubject('', graph), from, contents: undefined, hash: undefined };
  graph.blank.push(subject);
  if (from !== undefined) from.subject.links.push({ predicate: from.predicate, to: subject });
  return subject;
}

/** A new graph and the blank node that names it. */
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
