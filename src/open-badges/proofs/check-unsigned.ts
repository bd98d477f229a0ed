import { canonicalise } from '../canonicalization/canonical-form.ts';
import type { CanonicalizerChoice } from '../canonicalization/canonicalizer-choice.ts';
import type { NQuads } from '../canonicalization/serialise-dataset.ts';
import { checkIssuedRecord } from '../credential/clr.ts';
import { OpenBadgesError } from '../errors.ts';
import { hasType, type JsonObject } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { checkCredentialShape } from '../reading/credential-shape.ts';
import { checkEndorsement, checkIssuedBadge } from '../schema/conformance.ts';
import { checkIssuable } from './check-issuable.ts';

const HIGH_BMP = /[\uE000-\uFFFF]/;

const SURROGATE = /[\uD800-\uDFFF]/;

/** A credential that may be signed, in its canonical form. `isCompiled` is false if only jsonld could make it. */
export interface CheckedBody {
  readonly nquads: NQuads;
  readonly isCompiled: boolean;
}

/** Checks that a credential may be signed: it has no proof, conforms to its class, uses no term outside its contexts,
 *  and has one canonical form everywhere. Throws `unsafe-credential`, with the place and the reason. */
export async function checkUnsigned(
  body: JsonObject,
  channel: Pick<CanonicalizerChoice, 'compiled'>,
): Promise<CheckedBody> {
  if (body['proof'] !== undefined) throw unsafe('already-signed');
  refuse(checkSchema(body));
  refuse(checkIssuable(body));
  const compiled = await channel.compiled(body);
  const nquads = compiled.kind === 'canonical' ? compiled.nquads : await checkTerms(body);
  if (!hasOneOrder(nquads)) throw unsafe('ambiguous-character-order');
  return { nquads, isCompiled: compiled.kind === 'canonical' };
}

async function checkTerms(document: JsonObject): Promise<NQuads> {
  const form = await canonicalise(document);
  if (form.kind === 'canonical') return form.nquads;
  const { kind, ...details } = form.fault;
  throw unsafe(kind, details);
}

function checkSchema(document: JsonObject): readonly Problem[] {
  if (hasType(document, 'OpenBadgeCredential') || hasType(document, 'AchievementCredential')) {
    return checkIssuedBadge(document);
  }
  if (hasType(document, 'EndorsementCredential')) return checkEndorsement(document);
  const shape = checkCredentialShape(document);
  return hasType(document, 'ClrCredential') ? [...shape, ...checkIssuedRecord(document)] : shape;
}

function refuse([problem]: readonly Problem[]): void {
  if (problem !== undefined)
    throw unsafe(`${problem.pointer} ${problem.reason}`, { pointer: problem.pointer });
}

function unsafe(reason: string, details: Readonly<Record<string, string>> = {}): OpenBadgesError {
  return new OpenBadgesError('unsafe-credential', { ...details, reason });
}

/** Whether every implementation gets the same canonical form. RDFC-1.0 §5 sorts by code point; the library
 *  sorts by UTF-16 unit. The two orders differ only between a character past U+FFFF and one of U+E000–U+FFFF.
 *  Where they order the lines differently, a signature would verify here and fail elsewhere. */
function hasOneOrder(nquads: NQuads): boolean {
  const has = (characters: RegExp) => nquads.some((text) => characters.test(text));
  if (!has(SURROGATE) || !has(HIGH_BMP)) return true;
  const lines = nquads.join('').trimEnd().split('\n');
  const byCodePoint = lines.toSorted(compareCodePoints);
  return byCodePoint.every((line, at) => line === lines[at]);
}

function compareCodePoints(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
