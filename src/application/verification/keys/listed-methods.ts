import { isJsonObject, type JsonObject, listOf, textOf } from '../../../openbadges/reading/json-value.ts';

/** The purpose of a proof: a statement, or showing one's identity (Controlled Identifiers 1.0 §2.3). */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/** A verification method that a controller document lists for a purpose: it is named or embedded there, and
 *  described in `verificationMethod`. */
export interface ListedMethod {
  readonly isListed: boolean;
  /** Every description that the document gives of it; none where only its name is listed. */
  readonly described: readonly JsonObject[];
}

export function findListedMethod(
  document: JsonObject,
  methodId: string,
  purpose: ProofPurpose,
): ListedMethod {
  const base = textOf(document, 'id') ?? '';
  const hasId = (entry: unknown) => absolute(idOf(entry), base) === methodId;
  const listed = listOf(document[purpose]).filter(hasId);
  if (listed.length === 0) return { isListed: false, described: [] };
  const described = [...listed, ...listOf(document['verificationMethod']).filter(hasId)];
  return { isListed: true, described: described.filter(isJsonObject) };
}

/** The ids of all methods that the document lists for a purpose. */
export function listedIds(document: JsonObject, purpose: ProofPurpose): readonly string[] {
  const base = textOf(document, 'id') ?? '';
  return [...new Set(listOf(document[purpose]).map((entry) => absolute(idOf(entry), base)))];
}

type Descriptions = Partial<Record<ProofPurpose, readonly JsonObject[]>>;

/** What was found in each document: it is the same object as long as it has the same bytes (read-json.ts). */
const known = new WeakMap<JsonObject, Descriptions>();

/** Every description of every method that the document lists for a purpose. */
export function listedDescriptions(document: JsonObject, purpose: ProofPurpose): readonly JsonObject[] {
  const found = known.get(document) ?? {};
  known.set(document, found);
  found[purpose] ??= listedIds(document, purpose).flatMap(
    (id) => findListedMethod(document, id, purpose).described,
  );
  return found[purpose];
}

/** Whether the document says anything about verification methods. Where it says nothing, a key set may speak
 *  for its subject. */
export function statesMethods(document: JsonObject): boolean {
  const members = ['verificationMethod', 'assertionMethod', 'authentication', 'publicKey'];
  return members.some((name) => listOf(document[name]).length > 0);
}

function idOf(entry: unknown): string {
  return typeof entry === 'string' ? entry : (textOf(entry, 'id') ?? '');
}

function absolute(id: string, base: string): string {
  return id.startsWith('#') ? `${base}${id}` : id;
}
