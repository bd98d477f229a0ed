import {
  CREDENTIALS_V2,
  credentialKind,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_3,
  type PublicFacts,
  publicFactsOf,
} from '#open-badges/credential';
import { type JsonObject, listOf, readJwsObject, textOf } from '#open-badges/parsing';
import { controllerOf } from '#open-badges/proofs';
import { parseDateTime } from '#open-badges/values';
import type { VerificationReport } from '#open-badges/verification';
import type { Catalogue } from '../../application/ports.ts';
import { writtenLanguages } from '../../domain/criteria/definition.ts';
import { containsNumen } from '../../domain/person/numen.ts';
import { toInstant } from '../../domain/time/calendar.ts';
import { achievementUrl } from '../../issuing/addresses.ts';
import { type AchievementEndorsement, LONGEST_ID, LONGEST_NAME, MAX_TEXT_LENGTH } from './feature.ts';
import type { EndorsementError } from './feature-fault.ts';

/** The content of an endorsement, as far as it is kept. */
export type EndorsementContent = Pick<
  AchievementEndorsement,
  'code' | 'version' | 'language' | 'form' | 'issuer' | 'keyId' | 'words' | 'validFrom' | 'endsAt'
> & {
  /** The id stated in the document. */
  readonly credentialId: string;
};

/** Whether a verified document endorses one of our achievements and, if not, the first reason. */
export type EndorsementJudgment =
  | { readonly kind: 'good'; readonly said: EndorsementContent }
  | { readonly kind: 'refused'; readonly because: EndorsementError };

/** Judges the report on a document that endorses one of our achievements (docs/adr/0032). The document is
 *  judged in the same way when it is entered and every day afterwards. */
export function judgeEndorsement(report: VerificationReport, context: EndorsedContext): EndorsementJudgment {
  const { credential } = report;
  if (!credential) return refused('unreadable');
  if (report.older || credentialKind(credential) !== 'endorsement') return refused('not-an-endorsement');
  const error = errorOf(report, credential);
  if (error) return refused(error);
  const facts = publicFactsOf(credential);
  const about = endorsedAchievement(textOf(credential['credentialSubject'], 'id') ?? '', context);
  if (!about) return refused('not-our-achievement');
  const said = endorsementContentIn(report, credential, { facts, about });
  const texts = [said.words ?? '', said.issuer.name ?? '', said.issuer.id, said.keyId, said.credentialId];
  if (texts.some(containsNumen)) return refused('numen');
  return isShort(said) ? { kind: 'good', said } : refused('too-long');
}

function refused(because: EndorsementError): EndorsementJudgment {
  return { kind: 'refused', because };
}

/** The fault of the document, whatever it is about. */
function errorOf(
  { verified, steps, issuer, jws }: VerificationReport,
  credential: JsonObject,
): EndorsementError | undefined {
  const stepOf = (name: string) => steps.find(({ step }) => step === name);
  if (holdsCredentials(credential)) return 'nested';
  // The report is then about another document than the one that would be kept.
  if (stepOf('document')?.code === 'refreshed') return 'newer-elsewhere';
  if (!verified || stepOf('issuer')?.result !== 'passed' || !issuer) return 'not-verified';
  if (stepOf('proof')?.params?.['selected'] !== undefined) return 'selected';
  if (issuer.trust === 'ours') return 'own';
  if (issuer.borrowedName !== undefined) return 'borrowed-name';
  // The document is put inside ours. Its own contexts could give other meanings to the names there.
  return jws === undefined && !hasCurrentContexts(credential) ? 'other-contexts' : undefined;
}

const CREDENTIALS = new Set(['endorsement', 'endorsementJwt', 'verifiableCredential']);

/** Whether the document contains other credentials, at any place. No agent of the DANE would have examined
 *  them. */
function holdsCredentials(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => CREDENTIALS.has(name) || holdsCredentials(member));
}

const CURRENT = new Set<unknown>([CREDENTIALS_V2, OPEN_BADGES_V3_0_3, OPEN_BADGES_EXTENSIONS]);

function hasCurrentContexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) =>
    name === '@context' ? listOf(member).every((one) => CURRENT.has(one)) : hasCurrentContexts(member),
  );
}

interface EndorsedFacts {
  readonly facts: PublicFacts;
  readonly about: EndorsedAchievement;
}

function endorsementContentIn(
  report: VerificationReport,
  credential: JsonObject,
  { facts, about }: EndorsedFacts,
): EndorsementContent {
  const { issuer, jws } = report;
  const words = shownText(textOf(credential['credentialSubject'], 'endorsementComment'));
  const id = issuer?.id ?? '';
  const name = shownText(issuer?.trust === 'listed' ? issuer.name : facts.issuer.name);
  const end = endOf(report, credential);
  return {
    ...about,
    form: jws === undefined ? 'json' : 'jws',
    issuer: { id, ...(name && { name }), ...(issuer?.list && { list: issuer.list }) },
    keyId: keyIdOf(credential, id, jws),
    ...(words && { words }),
    validFrom: facts.validFrom ?? '',
    ...(end !== undefined && { endsAt: toInstant(new Date(end)) }),
    credentialId: facts.id ?? '',
  };
}

/** The text without invisible characters and those that change the direction of reading. PostgreSQL refuses
 *  U+0000. */
function shownText(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t\u00ad\u200c\u200d]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The earliest end stated by any part of the document, in milliseconds. */
function endOf({ steps }: VerificationReport, credential: JsonObject): number | undefined {
  const ends = [
    steps.find(({ step }) => step === 'validity')?.params?.['validUntil'],
    ...listOf(credential['proof']).map((proof) => textOf(proof, 'expires')),
  ];
  const times = ends.flatMap((end) => (typeof end === 'string' ? (parseDateTime(end) ?? []) : []));
  return times.length === 0 ? undefined : Math.min(...times);
}

function keyIdOf(credential: JsonObject, issuer: string, jws: string | undefined): string {
  if (jws !== undefined) {
    const header = readJwsObject(jws.split('.')[0] ?? '');
    return (header.kind === 'object' && textOf(header.object, 'kid')) || issuer;
  }
  const proofs = listOf(credential['proof']) as readonly JsonObject[];
  const own = proofs.find((proof) => controllerOf(proof, issuer) === issuer);
  return textOf(own, 'verificationMethod') ?? issuer;
}

function isShort({ words = '', issuer, keyId, credentialId }: EndorsementContent): boolean {
  const ids = [issuer.id, keyId, credentialId];
  return (
    words.length <= MAX_TEXT_LENGTH &&
    (issuer.name ?? '').length <= LONGEST_NAME &&
    ids.every((id) => id.length <= LONGEST_ID)
  );
}

/** One of our achievements: each badge has one in each version of the criteria and each of its languages. */
interface EndorsedAchievement {
  readonly code: string;
  readonly version: number;
  readonly language: 'fr' | 'en';
}

export interface EndorsedContext {
  readonly origin: string;
  readonly catalogue: Pick<Catalogue, 'versions'>;
}

/** The achievement with this id, which must be spelt exactly as we publish it. */
function endorsedAchievement(
  id: string,
  { origin, catalogue }: EndorsedContext,
): EndorsedAchievement | undefined {
  return catalogue
    .versions()
    .flatMap(({ version, achievements }) =>
      achievements.flatMap((badge) =>
        writtenLanguages(badge).map((language) => ({ code: badge.code, version, language })),
      ),
    )
    .find(({ code, version, language }) => achievementUrl(origin, { code, version }, language) === id);
}
