const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** A context with every kind of term, under an invented address. */
export const ALL = 'https://contexts.test/all';
/** Contexts that change every text. */
export const FRENCH = 'https://contexts.test/french';
export const RIGHT = 'https://contexts.test/right';
export const VOCAB = 'https://contexts.test/vocab';
export const BASE = 'https://contexts.test/base';
/** A context that ends with its node. */
export const FLEETING = 'https://contexts.test/fleeting';
/** Gives `name` and `Thing` another meaning. */
export const OTHER = 'https://contexts.test/other';
/** Has a term that the library drops, and refuses in safe mode. */
export const RESERVED = 'https://contexts.test/reserved';
/** Has `id` and `type` as properties. */
export const PLAIN = 'https://contexts.test/plain';

/** The IRI of a term of these contexts. */
export const ns = (name: string) => `https://example.test/ns#${name}`;

const scoped = (name: string, context: unknown) => ({ '@id': ns(name), '@context': context });

const all = {
  id: '@id',
  type: '@type',
  ex: ns(''),
  xsd: XSD,
  // Properties.
  name: ns('name'),
  title: ns('name'),
  note: ns('note'),
  child: ns('child'),
  twin: ns('child'),
  spaced: 'https://example.test/ns?a<b>#spaced',
  size: { '@id': ns('size'), '@type': 'xsd:integer' },
  flag: { '@id': ns('flag'), '@type': 'xsd:boolean' },
  when: { '@id': ns('when'), '@type': 'xsd:date' },
  link: { '@id': ns('link'), '@type': '@id' },
  set: { '@id': ns('set'), '@container': '@set' },
  graph: { '@id': ns('graph'), '@container': '@graph' },
  word: {
    '@id': ns('word'),
    '@type': '@vocab',
    '@context': { red: ns('red'), blue: { '@id': ns('blue'), '@type': '@id' }, me: '@id', gone: null },
  },
  // Terms that are left to the library.
  string: { '@id': ns('name'), '@type': 'xsd:string' },
  double: { '@id': ns('double'), '@type': 'xsd:double' },
  tongue: { '@id': ns('tongue'), '@type': `${RDF}langString` },
  kind: `${RDF}type`,
  list: { '@id': ns('list'), '@container': '@list' },
  tongues: { '@id': ns('tongues'), '@container': '@language' },
  index: { '@id': ns('index'), '@container': '@index' },
  ids: { '@id': ns('ids'), '@container': '@id' },
  graphs: { '@id': ns('graphs'), '@container': ['@graph', '@set'] },
  graphScoped: { ...scoped('graphScoped', { name: ns('inner') }), '@container': '@graph' },
  json: { '@id': ns('json'), '@type': '@json' },
  none: { '@id': ns('none'), '@type': '@none' },
  vocab: { '@id': ns('vocab'), '@type': '@vocab' },
  french: { '@id': ns('french'), '@language': 'fr' },
  right: { '@id': ns('right'), '@direction': 'rtl' },
  nestable: { '@id': ns('nestable'), '@nest': '@nest' },
  back: { '@reverse': ns('back') },
  inner: scoped('inner', { name: ns('inner') }),
  nothing: null,
  same: '@id',
  sort: '@type',
  value: '@value',
  guarded: { '@id': ns('guarded'), '@protected': true },
  clash: { '@id': ns('clash'), '@type': '@vocab', '@context': { guarded: ns('unguarded') } },
  // Classes.
  Thing: ns('Thing'),
  'Odd<': 'https://example.test/ns?<#Odd',
  Person: scoped('Person', { name: ns('personName'), nick: ns('nick'), age: ns('age') }),
  Animal: scoped('Animal', { name: ns('animalName'), legs: ns('legs') }),
  Renamed: scoped('Renamed', { id: ns('id'), label: ns('label') }),
  Retyped: scoped('Retyped', { type: ns('type') }),
  Loose: scoped('Loose', { '@propagate': true, name: ns('looseName') }),
  Remote: scoped('Remote', OTHER),
  Listed: scoped('Listed', [{ name: ns('listedName') }]),
  Wrong: scoped('Wrong', { guarded: ns('elsewhere') }),
  Prefixed: scoped('Prefixed', { urn: { '@id': 'https://example.test/urn/', '@prefix': true } }),
};

/** Sixty classes, each with a context: more than one document may use. */
const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`C${at}`, scoped(`C${at}`, { [`p${at}`]: ns(`p${at}`) })]),
);
export const MANY = 'https://contexts.test/many';

export const INVENTED: ReadonlyMap<string, object> = new Map<string, object>(
  Object.entries({
    [ALL]: all,
    [FRENCH]: { '@language': 'fr' },
    [RIGHT]: { '@direction': 'rtl' },
    [VOCAB]: { '@vocab': ns('') },
    [BASE]: { '@base': 'https://example.test/' },
    [FLEETING]: { '@propagate': false, name: ns('fleetingName') },
    [OTHER]: { name: ns('otherName'), Thing: ns('OtherThing'), Extra: ns('Extra') },
    [RESERVED]: { '@reserved': ns('reserved'), name: ns('name') },
    [PLAIN]: { id: ns('id'), type: ns('type'), name: ns('name') },
    [MANY]: { id: '@id', type: '@type', name: ns('name'), child: ns('child'), ...many },
  }).map(([url, context]) => [url, { '@context': context }]),
);
