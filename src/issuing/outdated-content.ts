import type { UnsignedCredential } from '#open-badges/credential';
import { isJsonObject, listOf, textOf } from '#open-badges/parsing';
import { canonicalJson } from '#open-badges/values';
import { OUTDATED_SUBJECTS, type OutdatedSubject } from '../domain/award/credential-change.ts';
import { CREDENTIAL_TEXTS } from './achievement.ts';

/** The differences between a signed badge and the badge that the same award would now give. */
export interface Misstatement {
  readonly of: readonly OutdatedSubject[];
  /** Signed sentences that are wrong by now, and the sentences that would replace them. */
  readonly said: readonly string[];
  readonly willSay: readonly string[];
}

/** Compares the statements of two bodies about the holder, member by member; undefined if they agree.
 *  Statements about the issuer, the published criteria and the dates of signing are ignored. */
export function misstatementOf(signed: unknown, rightful: UnsignedCredential): Misstatement | undefined {
  const before = contentBySubject(signed);
  const after = contentBySubject(rightful);
  const of = OUTDATED_SUBJECTS.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]));
  if (of.length === 0) return undefined;
  const [stated, willSay] = [sentencesOf(signed), sentencesOf(rightful)];
  return {
    of,
    said: stated.filter((sentence) => !willSay.includes(sentence)),
    willSay: willSay.filter((sentence) => !stated.includes(sentence)),
  };
}

function contentBySubject(credential: unknown): Readonly<Record<OutdatedSubject, unknown>> {
  const subject = member(credential, 'credentialSubject');
  const identifiers = listOf(member(subject, 'identifier'));
  const isEmail = (one: unknown) => textOf(one, 'identityType') === 'emailAddress';
  const evidence = listOf(member(credential, 'evidence'));
  const pick = (of: unknown, names: readonly string[]) => names.map((name) => member(of, name) ?? null);
  return {
    'email-identifier': identifiers.filter(isEmail),
    holder: identifiers.filter((one) => !isEmail(one)),
    title: pick(credential, ['name']),
    contributions: evidence.filter(isOfContributions),
    evidence: evidence.filter((one) => !isOfContributions(one)),
    figures: pick(subject, ['result', 'activityStartDate', 'activityEndDate', 'term', 'role']),
    dates: pick(credential, ['validUntil', 'awardedDate']),
    words: listOf(member(credential, 'endorsement')).map(
      (one) => textOf(member(one, 'credentialSubject'), 'endorsementComment') ?? null,
    ),
  };
}

function isOfContributions(evidence: unknown): boolean {
  const name = textOf(evidence, 'name') ?? '';
  return Object.values(CREDENTIAL_TEXTS).some(
    ({ contributionsName, declaredName }) =>
      name === contributionsName || name === declaredName || name === FORMER_CONTRIBUTIONS_NAME,
  );
}

/** Name of that evidence in older badges, in both languages: they do not list unvalidated contributions
 *  separately. */
const FORMER_CONTRIBUTIONS_NAME = 'Contributions';

/** Each sentence of the evidence, preceded by the evidence's name. */
function sentencesOf(credential: unknown): readonly string[] {
  return listOf(member(credential, 'evidence')).flatMap((one) => {
    const name = textOf(one, 'name') ?? '';
    const sentences = (textOf(one, 'narrative') ?? '').split(/(?<=\.) (?=\p{Lu}|\d)/u);
    return sentences.filter((sentence) => sentence !== '').map((sentence) => `${name} — ${sentence}`);
  });
}

function member(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}
