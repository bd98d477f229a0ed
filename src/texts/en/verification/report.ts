import type { verificationTexts as french, VerdictFacts, VerdictName } from '../../fr/verification/report.ts';
import { reasonOf } from '../../verdict-reason.ts';
import { suspensionCauses } from '../dane/suspension-causes.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { trustTexts } from '../trust.ts';
import { serviceResultTexts } from './service-steps.ts';
import { stepSentence } from './steps.ts';

const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** "on 12 July 2026", or empty. */
const on = (instant: string | number | undefined) => after(' on ', toDay(instant));

/** An external issuer states its own name: the signature proves its address, not its name. */
function issuedBy({ issuerName, holderName, issuedAt, isOurs, trust }: VerdictFacts): string {
  const date = on(issuedAt);
  const isNamed = isOurs || trust?.trust === 'listed';
  const to = after(' to ', holderName && !isNamed ? `“${holderName}”` : holderName);
  if (trust?.trust === 'listed' && trust.name)
    return ` It was issued${to} by ${withArticle(trust.name)}${date}.`;
  if (!issuerName) return '';
  if (isOurs) return ` It was issued${to} by ${withArticle(issuerName)}${date}.`;
  return ` It was issued${to}${date} by an organisation that calls itself “${issuerName}”; we do not vouch for its identity.`;
}

/** Who issued it: only our own name is certain. */
function issuerOf({ issuerName, isOurs }: VerdictFacts): string {
  return isOurs && issuerName ? withArticle(issuerName) : 'the organisation that issued it';
}

/** In quotation marks, because a reason may be a sentence of its own. */
function reasonGiven(reason: string | undefined): string {
  return reason ? ` Reason: “${reason.replace(/\.$/u, '')}”.` : '';
}

/** The cause, from our own register, as a sentence of its own. */
function causeGiven(cause: VerdictFacts['suspensionCause']): string {
  return cause === undefined ? '' : ` ${suspensionCauses[cause]}.`;
}

/** Nouns for the verified document, by kind. */
const NOUNS = { badge: 'badge', record: 'record', endorsement: 'endorsement', other: 'document' } as const;
const noun = ({ kind = 'badge' }: VerdictFacts) => NOUNS[kind];

/** "(Open Badges 2.0, hosted)", after the verdict on a badge of an older version. */
function legacyForm({ older }: VerdictFacts): string {
  return older ? ` (Open Badges ${older.version}, ${older.kind})` : '';
}

/** A hosted badge has no signature that would outlive its site. */
function whileServed({ older }: VerdictFacts): string {
  return older?.kind === 'hosted' ? ' It holds as long as the site of its issuer publishes it.' : '';
}

/** The sentence at the top of a page, for each verdict. */
const verdicts: Readonly<Record<VerdictName, (facts: VerdictFacts) => string>> = {
  valid: (facts) => `This ${noun(facts)} is authentic and valid.${issuedBy(facts)}`,
  'valid-older': (facts) =>
    `This ${noun(facts)} is authentic and valid${legacyForm(facts)}.${issuedBy(facts)}${whileServed(facts)}`,
  partial: (facts) =>
    `What this ${noun(facts)} shows is authentic, but its holder shows neither whether it ends nor whether it can be revoked: nothing says that it still holds.${issuedBy(facts)}`,
  departs: (facts) => `This ${noun(facts)} is authentic, but it departs from the standard.${issuedBy(facts)}`,
  expired: (facts) =>
    `This ${noun(facts)} is authentic, but its validity ended${on(facts.validUntil)}.${issuedBy(facts)}`,
  revoked: (facts) =>
    `This ${noun(facts)} was revoked by ${issuerOf(facts)}${on(facts.revokedAt)}. It is no longer valid.${reasonGiven(facts.revocationReason)}`,
  suspended: (facts) =>
    `This ${noun(facts)} is authentic, but ${issuerOf(facts)} suspended it${on(facts.suspendedAt)}: it is not valid while the suspension lasts.${causeGiven(facts.suspensionCause)}${reasonGiven(facts.suspensionReason)}`,
  'not-yet-valid': (facts) =>
    `This ${noun(facts)} is authentic, but not valid yet${after('; it will be on ', toDay(facts.validFrom))}.`,
  'status-unreachable': (facts) =>
    `The signature of this ${noun(facts)} is authentic, but we do not know whether it is revoked.`,
  'signature-not-valid': (facts) =>
    `The signature does not match the content: this ${noun(facts)} was modified, or was not issued by the organisation it names.`,
  'not-confirmed': (facts) => `This ${noun(facts)} is not confirmed by the site of its issuer.`,
  'inner-not-valid': (facts) =>
    `This ${noun(facts)} is authentic, but not all that it holds could be confirmed.`,
  'endorsement-not-valid': (facts) =>
    `This ${noun(facts)} is authentic and valid, but an endorsement inside is not.${issuedBy(facts)}`,
  'not-verifiable': (facts) => `We cannot verify this ${noun(facts)} completely.`,
};

/** The first sentence about a document that is not what its issuer signed. */
/** The verdict in a few words, after the name of the verified document. */
const SHORT: Readonly<Record<VerdictName, string>> = {
  valid: 'authentic and valid',
  'valid-older': 'authentic and valid, of an older version',
  partial: 'authentic, shown in part',
  departs: 'authentic, but departs from the standard',
  expired: 'authentic, but expired',
  revoked: 'revoked',
  suspended: 'suspended',
  'not-yet-valid': 'not yet valid',
  'status-unreachable': 'revocation could not be checked',
  'signature-not-valid': 'signature not valid',
  'not-confirmed': 'not confirmed by its issuer',
  'inner-not-valid': 'authentic, content not confirmed',
  'endorsement-not-valid': 'authentic, endorsement not valid',
  'not-verifiable': 'cannot be verified',
};
const short: Readonly<Record<VerdictName, (name: string) => string>> = {
  'valid-older': (name) => `Authentic and valid ${name}, of an older version`,
  'not-confirmed': (name) => `${capital(name)} not confirmed by its issuer`,
  valid: (name) => `Authentic and valid ${name}`,
  partial: (name) => `Authentic ${name}, shown in part`,
  departs: (name) => `Authentic ${name} that departs from the standard`,
  expired: (name) => `Authentic ${name}, but expired`,
  revoked: (name) => `Revoked ${name}`,
  suspended: (name) => `Suspended ${name}`,
  'not-yet-valid': (name) => `${capital(name)} not yet valid`,
  'status-unreachable': () => 'Revocation could not be checked',
  'signature-not-valid': () => 'Signature not valid',
  'inner-not-valid': (name) => `Authentic ${name}, content not confirmed`,
  'endorsement-not-valid': (name) => `Authentic ${name}, endorsement not valid`,
  'not-verifiable': (name) => `${capital(name)} that cannot be verified`,
};
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The result of a step in a few words, after the step's name. */
const resultTextsByStep: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: { passed: 'read', failed: 'unreadable', 'not-checked': 'not read' },
  schema: { passed: 'conformant', failed: 'not conformant', 'not-checked': 'not checked' },
  proof: { passed: 'verified', failed: 'not valid', 'not-checked': 'not verified' },
  issuer: { passed: 'signed it', failed: 'did not sign it', 'not-checked': 'not checked' },
  validity: { passed: 'current', failed: 'not current', 'not-checked': 'not checked' },
  status: { passed: 'none', failed: 'not established', 'not-checked': 'not checked' },
  endorsements: { passed: 'authentic', failed: 'not authentic', 'not-checked': 'not checked' },
};

/** Words for codes that say more than the result. The key also names the step where this holds in that step
 *  only. */
const resultTextsByCode: Readonly<Record<string, string>> = {
  ...serviceResultTexts,
  departs: 'departs from the standard',
  'no-recipient': 'departs from the standard',
  'no-criteria': 'departs from the standard',
  'no-proof': 'missing',
  'issuer-ours': 'recognised',
  'unsupported-proof': 'not supported',
  'key-compromised': 'compromised key',
  'proof:expired': 'out of date',
  'unknown-context': 'not readable here',
  'issuer-unreachable': 'unreachable',
  'bad-dates': 'unreadable',
  'dates-contradict': 'contradictory',
  'no-beginning': 'not stated',
  'end-not-shown': 'not shown',
  'not-yet-valid': 'to come',
  'validity:expired': 'ended',
  'no-status': 'none published',
  revoked: 'pronounced',
  suspended: 'badge suspended',
  'status-unreachable': 'list unreachable',
  'status-unsupported': 'not readable here',
  'status-not-shown': 'not shown',
  'status-list-invalid': 'list unusable',
  'no-endorsement': 'none',
  'inner-not-verified': 'not all verified',
  'too-deeply-embedded': 'not verified',
};

export const verificationTexts = {
  stepName: {
    document: 'Document',
    schema: 'Form',
    proof: 'Signature',
    issuer: 'Issuer',
    validity: 'Validity',
    status: 'Revocation',
    endorsements: 'Endorsements',
  },
  innerName: 'Badges inside',
  hostedName: 'Site of the issuer',
  result: ({ step: name, code, result }) =>
    resultTextsByCode[`${name}:${code}`] ??
    resultTextsByCode[code] ??
    resultTextsByStep[name]?.[result ?? 'not-checked'] ??
    '',
  step: ({ step, code, params }) => stepSentence(step, code, params),
  ...trustTexts,
  shortVerdict: (verdict, facts = {}) => {
    if (facts.isUnsigned) return 'Unsigned document';
    return verdict === 'valid-older' && facts.older
      ? `Authentic and valid badge (Open Badges ${facts.older.version})`
      : short[verdict](noun(facts));
  },
  innerLabel: {
    badge: (name) => name ?? 'Badge without a name',
    endorsement: (name) => (name ? `Endorsement “${name}”` : 'Endorsement without a name'),
  },
  innerIssuer: (issuer) => `issued by ${issuer}`,
  innerClaimed: (issuer) => `issued by a stranger who calls itself “${issuer}”`,
  innerQuoted: (name) => `“${name}”`,
  innerOfAnother: 'This badge does not name the holder of this record: it may be somebody else’s.',
  innerVerdict: SHORT,
  innerReason: ({ kind, ...report }) => {
    const because = reasonOf(report);
    if (because === undefined || (kind === 'endorsement' && because.step !== 'document')) return undefined;
    return stepSentence(because.step, because.code, because.params);
  },
  verdict: verdicts,
  headline: (report, facts) => {
    const reason = reasonOf(report);
    const stated = verdicts[report.verdict](facts);
    if (reason === undefined) return stated;
    const because = stepSentence(reason.step, reason.code, reason.params);
    if (reason.code === 'no-proof') return because;
    const sentence = report.verdict === 'signature-not-valid' ? because : `${stated} ${because}`;
    return facts.isDenied ? `${trustTexts.doNotRely} ${sentence}` : sentence;
  },
} satisfies typeof french;
