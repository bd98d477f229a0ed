import { type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { Curve } from './public.ts';

/** The form of a document that a suite signs: a graph (RDF Dataset Canonicalization), the JSON text itself
 *  (JSON Canonicalization Scheme, RFC 8785), or lines of a graph, some of which the holder may leave out. */
export type SignedForm = 'graph' | 'json' | 'selected-lines';

/** A suite of signatures. */
export interface Cryptosuite {
  readonly name: string;
  readonly form: SignedForm;
  readonly curves: readonly Curve[];
  /** Whether the certification guide of Open Badges 3.0 (1.2), or an earlier guide, names the suite. Other
   *  verifiers of badges may refuse signatures of other suites. */
  readonly isInGuide: boolean;
}

const EDWARDS: readonly Curve[] = ['Ed25519'];
const ELLIPTIC: readonly Curve[] = ['P-256', 'P-384'];

/** The suites of `DataIntegrityProof` that are verified here, by `cryptosuite`. `eddsa-2022` was the name of
 *  `eddsa-rdfc-2022` in drafts. */
const OF_DATA_INTEGRITY: Readonly<Record<string, Omit<Cryptosuite, 'name'>>> = {
  'eddsa-rdfc-2022': { form: 'graph', curves: EDWARDS, isInGuide: true },
  'eddsa-2022': { form: 'graph', curves: EDWARDS, isInGuide: true },
  'eddsa-jcs-2022': { form: 'json', curves: EDWARDS, isInGuide: false },
  'ecdsa-rdfc-2019': { form: 'graph', curves: ELLIPTIC, isInGuide: false },
  'ecdsa-jcs-2019': { form: 'json', curves: ELLIPTIC, isInGuide: false },
  'ecdsa-sd-2023': { form: 'selected-lines', curves: ['P-256'], isInGuide: true },
};
/** Suites older than Data Integrity, by the type of the proof. */
const SUITES_BY_LEGACY_TYPE: Readonly<Record<string, Omit<Cryptosuite, 'name'>>> = {
  Ed25519Signature2020: { form: 'graph', curves: EDWARDS, isInGuide: true },
};

/** The suite of a proof, by its type and `cryptosuite`; undefined if this service does not verify it. */
export function cryptosuiteOf(proof: JsonObject): Cryptosuite | undefined {
  const type = proofTypeOf(proof) ?? '';
  const isDataIntegrity = type === 'DataIntegrityProof';
  const name = isDataIntegrity ? (textOf(proof, 'cryptosuite') ?? '') : type;
  const suites = isDataIntegrity ? OF_DATA_INTEGRITY : SUITES_BY_LEGACY_TYPE;
  const suite = Object.hasOwn(suites, name) ? suites[name] : undefined;
  return suite && { name, ...suite };
}

/** The type of a proof, given alone or in an array of one. Several types count as one unknown type. */
export function proofTypeOf(proof: JsonObject): string | undefined {
  const types = [...new Set(listOf(proof['type']))];
  return types.length > 0 && types.every((type) => typeof type === 'string') ? types.join(' ') : undefined;
}
