import { isJsonObject, type JsonObject, listOf } from '../parsing/json-value.ts';
import { isSameAddress } from './verification-scope.ts';

/** Members of a file that may differ from the document that its issuer serves: the vocabulary, and the
 *  picture, which may be the file itself. */
const MAY_DIFFER = new Set(['@context', 'image']);

/** The first member of a file that differs in the document served by its issuer; undefined if they agree.
 *  The served document may have further members. A reference agrees with the object that has this id. */
export function findDisagreement(given: JsonObject, served: JsonObject): string | undefined {
  return Object.keys(given).find((name) => !MAY_DIFFER.has(name) && !agrees(given[name], served[name]));
}

function agrees(given: unknown, served: unknown): boolean {
  if (given === served) return true;
  if (Array.isArray(given) || Array.isArray(served)) {
    const [ones, others] = [listOf(given), listOf(served)];
    return ones.length === others.length && ones.every((one, at) => agrees(one, others[at]));
  }
  if (isJsonObject(given) && isJsonObject(served)) return findDisagreement(given, served) === undefined;
  if (isJsonObject(given)) return given['id'] !== undefined && isSameAddress(given['id'], served);
  if (isJsonObject(served)) return served['id'] !== undefined && isSameAddress(given, served['id']);
  return isSameAddress(given, served);
}
