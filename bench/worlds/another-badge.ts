import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';

let made = 0;

/** The same badge for another holder, with another credential id and another entry of the status list. Two
 *  such badges share no objects. */
export function anotherBadge(unsigned: JsonObject): JsonObject {
  return renumber(structuredClone(unsigned));
}

/** Makes badges as in a batch: the achievement and the issuer are the same frozen objects in all of them. */
export function makeBatch(unsigned: JsonObject): () => JsonObject {
  const { issuer, credentialSubject } = deepFreeze(structuredClone(unsigned));
  const { achievement } = credentialSubject as JsonObject;
  return () => {
    const { issuer: _, credentialSubject: subject, ...rest } = anotherBadge(unsigned);
    const own = subject as JsonObject;
    return inOrder(unsigned, { ...rest, issuer, credentialSubject: { ...own, achievement } });
  };
}

function renumber(unsigned: JsonObject): JsonObject {
  made += 1;
  const number = String(made).padStart(8, '0');
  const id = new URL(`/credentials/bench${number}`, String(unsigned['id'])).href;
  const subject = unsigned['credentialSubject'] as JsonObject;
  const status = unsigned['credentialStatus'] as JsonObject;
  const list = String(status['statusListCredential']);
  const index = String(made % 131_072);
  return {
    ...unsigned,
    id,
    credentialSubject: { ...subject, id: `urn:uuid:00000000-0000-4000-8000-0000${number}` },
    credentialStatus: { ...status, id: `${list}#${index}`, statusListIndex: index },
  };
}

/** The changed object with its members in the order of the original. */
function inOrder(original: JsonObject, changed: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(original).map((name) => [name, changed[name]]));
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
