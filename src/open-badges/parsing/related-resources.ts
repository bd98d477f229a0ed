import { CREDENTIALS_V2 } from '../contexts/addresses.ts';
import { isJsonObject, type JsonObject, listOf, pointerTo, textOf } from './json-value.ts';
import type { Problem } from './problem.ts';
import { missing, valuesOf, wrong } from './typed-members.ts';

const SRI = /^sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}$/;
const MULTIBASE = /^[A-Za-z][A-Za-z0-9_+/=-]+$/;
/** Digests of the published context of the data model 2.0, the only resource whose exact bytes are known
 *  here. */
const DIGESTS_OF_CREDENTIALS_V2: ReadonlySet<string> = new Set([
  'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=',
  'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
  'sha512-XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==',
  'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA',
  'zQmUNM6HqwZxuJ5k6cYRKAiqjUkx1qxWJe4WTqsg7ZJtEFm',
]);

/** Checks the related resources of a credential (VCDM 2.0 §5.3): each is an object with its own address and a
 *  digest. Resources are never fetched, so a wrong digest is detected only if we know the bytes. */
export function checkRelatedResources(credential: JsonObject): readonly Problem[] {
  const seen = new Set<string>();
  return valuesOf(credential, 'relatedResource').flatMap(([resource, pointer]): readonly Problem[] => {
    if (!isJsonObject(resource)) return [wrong(pointer, 'is not an object')];
    const id = textOf(resource, 'id');
    if (id === undefined) return [missing(pointer, 'id')];
    const isTwice = seen.has(id);
    seen.add(id);
    const at = pointerTo(pointer, 'id');
    return [
      ...(URL.canParse(id) ? [] : [wrong(at, 'is not a URL')]),
      ...(isTwice ? [wrong(at, 'names the same resource as another')] : []),
      ...checkDigests(id, resource, pointer),
    ];
  });
}

function checkDigests(id: string, resource: JsonObject, pointer: string): readonly Problem[] {
  const { digestSRI, digestMultibase } = resource;
  if (digestSRI === undefined && digestMultibase === undefined) return [missing(pointer, 'digestSRI')];
  const forms = [
    ['digestSRI', SRI],
    ['digestMultibase', MULTIBASE],
  ] as const;
  return forms.flatMap(([name, form]) => {
    const digests = listOf(resource[name]);
    const isRight = digests.every(
      (digest) =>
        typeof digest === 'string' &&
        form.test(digest) &&
        (id !== CREDENTIALS_V2 || DIGESTS_OF_CREDENTIALS_V2.has(digest)),
    );
    return isRight ? [] : [wrong(pointerTo(pointer, name), 'is not the digest of the resource')];
  });
}
