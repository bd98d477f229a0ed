import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';

/** The purpose of a proof: a statement, or showing one's identity (Controlled Identifiers 1.0 §2.3). */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/** A verification method that a controller document lists for a purpose: it is named or embedded there, and
 *  described in `verificationMethod`. */
export interface ListedMethod {
  readonly isListed: boolean;
  /** Every description that the document gives of it; none if only its name is listed. */
  readonly described: readonly JsonObject[];
}

export function findListedMethod(
  document: JsonObject,
  methodId: string,
  purpose: ProofPurpose,
): ListedMethod {
  const described = listedMethods(document, purpose).get(methodId);
  return { isListed: described !== undefined, described: described ?? [] };
}

/** The ids of all methods that the document lists for a purpose. */
export function listedIds(document: JsonObject, purpose: ProofPurpose): readonly string[] {
  return [...listedMethods(document, purpose).keys()];
}

/** Every description of every method that the document lists for a purpose. */
export function listedDescriptions(document: JsonObject, purpose: ProofPurpose): readonly JsonObject[] {
  return [...listedMethods(document, purpose).values()].flat();
}

/** The descriptions of each listed method, by its id. */
type Methods = ReadonlyMap<string, readonly JsonObject[]>;

/** What was found for each list: it is the same object as long as its document has the same bytes (read-json.ts). */
const known = new WeakMap<readonly unknown[], Methods>();

function listedMethods(document: JsonObject, purpose: ProofPurpose): Methods {
  const listed = listOf(document[purpose]);
  const methods = known.get(listed) ?? readMethods(document, listed);
  known.set(listed, methods);
  return methods;
}

/** Each entry is looked at once: a stranger's document may list thousands. */
function readMethods(document: JsonObject, listed: readonly unknown[]): Methods {
  const base = textOf(document, 'id') ?? '';
  const methods = new Map<string, JsonObject[]>();
  for (const entry of listed) {
    const id = absolute(idOf(entry), base);
    const described = methods.get(id) ?? [];
    methods.set(id, described);
    if (isJsonObject(entry)) described.push(entry);
  }
  for (const entry of listOf(document['verificationMethod'])) {
    if (isJsonObject(entry)) methods.get(absolute(idOf(entry), base))?.push(entry);
  }
  return methods;
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
