import { didOf } from '../../openbadges/addresses.ts';
import { isJsonObject, type JsonObject, pointerTo } from '../../openbadges/json-value.ts';
import { skeletonOf } from '../../openbadges/look-alikes.ts';
import type { Ports } from '../service-ports.ts';
import { makeOwnMarks } from '../trust/own-marks.ts';

/** Titles shorter than this may occur inside another name by chance. */
const SHORTEST_INSIDE = 8;
/** Members by which an achievement or a credential is named. */
const NAMES: ReadonlySet<string> = new Set(['name', 'humanCode']);

/** The fault of a document for a program that names something of ours: an achievement, its criteria or image, a
 *  status list, the issuer's page or any other address of this service, or the title or code of a badge of ours.
 *  Only an award may name them, because whoever reads such a credential takes it for a badge of ours. */
export function makeOwnFinder({ origin, issuer, catalogue }: Ports) {
  const marks = makeOwnMarks(origin, issuer);
  const did = didOf(origin);
  return (document: JsonObject): string | undefined => {
    const titles = titlesOf(catalogue);
    for (const { pointer, text, isName } of textsIn(document, '')) {
      const isIssuer = text === did && (pointer === '/issuer' || pointer === '/issuer/id');
      if (!isIssuer && marks.namesOwnOrigin(text)) {
        return `${pointer} names an address of this service, which only badges that it awarded do`;
      }
      if (isName && isTitle(skeletonOf(text), titles)) {
        return `${pointer} is the title or code of a badge that this service awards`;
      }
    }
    return undefined;
  };
}

/** The titles and codes of all badges that were ever defined, in the form in which names are compared. */
function titlesOf(catalogue: Ports['catalogue']): readonly string[] {
  const definitions = catalogue.versions().flatMap(({ achievements }) => achievements);
  const names = definitions.flatMap(({ code, name, titles }) => [
    code,
    name.fr,
    name.en,
    ...(titles ? [titles.feminine, titles.masculine] : []),
  ]);
  return [...new Set(names.map(skeletonOf))].filter((name) => name !== '');
}

function isTitle(name: string, titles: readonly string[]): boolean {
  return titles.some((title) => name === title || (title.length >= SHORTEST_INSIDE && name.includes(title)));
}

interface FoundText {
  readonly pointer: string;
  readonly text: string;
  /** Whether it stands in a member that names something, in any language. */
  readonly isName: boolean;
}

function* textsIn(value: unknown, pointer: string, isName = false): Generator<FoundText> {
  if (typeof value === 'string') yield { pointer, text: value, isName };
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) yield* textsIn(one, pointerTo(pointer, at), isName);
  }
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const names = NAMES.has(key) || (isName && key === '@value');
    yield* textsIn(member, pointerTo(pointer, key), names);
  }
}
