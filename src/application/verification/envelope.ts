import { CREDENTIALS_V2 } from '../../openbadges/context-addresses.ts';
import { hasType, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';

const TYPE = 'EnvelopedVerifiableCredential';
const SCHEME = 'data:application/vc+jwt,';

/** The fault of an `EnvelopedVerifiableCredential` (VCDM 2.0 §4.13); undefined where it has none or where the
 *  object is something else. */
export function findEnvelopeFault(value: JsonObject): string | undefined {
  if (!hasType(value, TYPE)) return undefined;
  const contexts = listOf(value['@context']);
  if (contexts.length !== 1 || contexts[0] !== CREDENTIALS_V2) return 'the context of an envelope is another';
  if (listOf(value['type']).length !== 1) return 'an envelope has one type only';
  return textOf(value, 'id')?.startsWith(SCHEME) ? undefined : `the id of an envelope begins with ${SCHEME}`;
}
