import type { SuspensionCause } from '../../../domain/award/types.ts';
import { reasonOf } from '../../verdict-reason.ts';
import { suspensionCauses } from '../dane/suspension-causes.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { toHolder } from '../grammar/school-name.ts';
import { type StatedTrust, trustTexts } from '../trust.ts';
import { serviceResultTexts } from './service-steps.ts';
import type { Values } from './step-phrases.ts';
import { stepSentence } from './steps.ts';

/** Facts for the sentence at the top of a page, besides the verdict. */
export interface VerdictFacts {
  /** The kind of the verified document; a badge by default. */
  readonly kind?: 'badge' | 'record' | 'endorsement' | 'other' | undefined;
  readonly issuerName?: string | undefined;
  /** As the document names the person or the school. */
  readonly holderName?: string | undefined;
  /** Instants, as in the credential. */
  readonly issuedAt?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** From our own register, because a status list contains neither date nor reason. */
  readonly revokedAt?: string | undefined;
  readonly revocationReason?: string | undefined;
  readonly suspendedAt?: string | undefined;
  readonly suspensionCause?: SuspensionCause | undefined;
  readonly suspensionReason?: string | undefined;
  /** Whether the badge is ours. Only then is the name of its issuer certain. */
  readonly isOurs?: boolean;
  /** Whether the document has no signature. */
  readonly isUnsigned?: boolean;
  /** Whether the document names an address of this service, and its signature is not valid. */
  readonly isDenied?: boolean;
  /** What is known of an issuer that is not us, from the lists of this service. */
  readonly trust?: StatedTrust | undefined;
  /** Present for a badge of Open Badges 2.0 or 1.x. */
  readonly older?: { readonly version: string; readonly kind: 'hosted' | 'signed' } | undefined;
}

const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** « le 12 juillet 2026 », or nothing. */
const on = (instant: string | number | undefined) => after(' le ', toDay(instant));

/** An external issuer states its own name: the signature proves its address, not its name. */
function issuedBy({ issuerName, holderName, issuedAt, isOurs, trust }: VerdictFacts): string {
  const date = on(issuedAt);
  const to = holderName
    ? ` ${isOurs || trust?.trust === 'listed' ? toHolder(holderName) : `à « ${holderName} »`}`
    : '';
  if (trust?.trust === 'listed' && trust.name)
    return ` Il a été délivré${to} par ${withArticle(trust.name)}${date}.`;
  if (!issuerName) return '';
  if (isOurs) return ` Il a été délivré${to} par ${withArticle(issuerName)}${date}.`;
  return ` Il a été délivré${to}${date} par un organisme qui se présente comme « ${issuerName} » : nous ne garantissons pas son identité.`;
}

/** Who issued it: only our own name is certain. */
function issuerOf({ issuerName, isOurs }: VerdictFacts): string {
  return isOurs && issuerName ? withArticle(issuerName) : 'l’organisme qui l’a délivré';
}

/** In quotation marks, because a reason may be a sentence of its own. */
function reasonGiven(reason: string | undefined): string {
  return reason ? ` Motif : « ${reason.replace(/\.$/u, '')} ».` : '';
}

/** The cause, from our own register, as a sentence of its own. */
function causeGiven(cause: SuspensionCause | undefined): string {
  return cause === undefined ? '' : ` ${suspensionCauses[cause]}.`;
}

export interface StatedStep {
  readonly step: string;
  readonly code: string;
  readonly result?: string;
  readonly params?: Values;
}

export type VerdictName =
  | 'valid'
  | 'valid-older'
  | 'partial'
  | 'departs'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'not-yet-valid'
  | 'status-unreachable'
  | 'signature-not-valid'
  | 'not-confirmed'
  | 'inner-not-valid'
  | 'endorsement-not-valid'
  | 'not-verifiable';

export interface StatedReport {
  readonly verdict: VerdictName;
  readonly steps: readonly StatedStep[];
}

/** Nouns for the verified document, by kind. */
const NOUNS = { badge: 'badge', record: 'relevé', endorsement: 'soutien', other: 'document' } as const;
const noun = ({ kind = 'badge' }: VerdictFacts) => NOUNS[kind];

/** « (Open Badges 2.0, hébergé) », after the verdict on a badge of an older version. */
function legacyForm({ older }: VerdictFacts): string {
  if (!older) return '';
  return ` (Open Badges ${older.version}, ${older.kind === 'hosted' ? 'hébergé' : 'signé'})`;
}

/** A hosted badge has no signature that would outlive its site. */
function whileServed({ older }: VerdictFacts): string {
  return older?.kind === 'hosted' ? ' Il vaut tant que le site de son émetteur le publie.' : '';
}

/** The sentence at the top of a page, for each verdict. */
const verdicts: Readonly<Record<VerdictName, (facts: VerdictFacts) => string>> = {
  valid: (facts) => `Ce ${noun(facts)} est authentique et valable.${issuedBy(facts)}`,
  'valid-older': (facts) =>
    `Ce ${noun(facts)} est authentique et valable${legacyForm(facts)}.${issuedBy(facts)}${whileServed(facts)}`,
  partial: (facts) =>
    `Ce que montre ce ${noun(facts)} est authentique, mais son titulaire ne montre ni s’il prend fin, ni s’il peut être révoqué : rien ne dit qu’il vaut encore.${issuedBy(facts)}`,
  departs: (facts) => `Ce ${noun(facts)} est authentique, mais il s’écarte de la norme.${issuedBy(facts)}`,
  expired: (facts) =>
    `Ce ${noun(facts)} est authentique, mais sa validité a pris fin${on(facts.validUntil)}.${issuedBy(facts)}`,
  revoked: (facts) =>
    `Ce ${noun(facts)} a été révoqué par ${issuerOf(facts)}${on(facts.revokedAt)}. Il n’est plus valable.${reasonGiven(facts.revocationReason)}`,
  suspended: (facts) =>
    `Ce ${noun(facts)} est authentique, mais ${issuerOf(facts)} l’a suspendu${on(facts.suspendedAt)} : il n’est pas valable tant que la suspension dure.${causeGiven(facts.suspensionCause)}${reasonGiven(facts.suspensionReason)}`,
  'not-yet-valid': (facts) =>
    `Ce ${noun(facts)} est authentique, mais il n’est pas encore valable${after(' ; il le sera le ', toDay(facts.validFrom))}.`,
  'status-unreachable': (facts) =>
    `La signature de ce ${noun(facts)} est authentique, mais nous ne savons pas s’il est révoqué.`,
  'signature-not-valid': (facts) =>
    `La signature ne correspond pas au contenu : ce ${noun(facts)} a été modifié ou n’a pas été délivré par l’organisme annoncé.`,
  'not-confirmed': (facts) => `Ce ${noun(facts)} n’est pas confirmé par le site de son émetteur.`,
  'inner-not-valid': (facts) =>
    `Ce ${noun(facts)} est authentique, mais ce qu’il contient n’est pas entièrement confirmé.`,
  'endorsement-not-valid': (facts) =>
    `Ce ${noun(facts)} est authentique et valable, mais un soutien qui y est joint ne l’est pas.${issuedBy(facts)}`,
  'not-verifiable': (facts) => `Nous ne pouvons pas vérifier ce ${noun(facts)} entièrement.`,
};

/** The verdict in a few words, after the name of the verified document. */
const SHORT: Readonly<Record<VerdictName, string>> = {
  valid: 'authentique et valable',
  'valid-older': 'authentique et valable, d’une version ancienne',
  partial: 'authentique, montré en partie',
  departs: 'authentique, mais s’écarte de la norme',
  expired: 'authentique, mais expiré',
  revoked: 'révoqué',
  suspended: 'suspendu',
  'not-yet-valid': 'pas encore valable',
  'status-unreachable': 'révocation impossible à vérifier',
  'signature-not-valid': 'signature non valable',
  'not-confirmed': 'non confirmé par son émetteur',
  'inner-not-valid': 'authentique, contenu non confirmé',
  'endorsement-not-valid': 'authentique, soutien non valable',
  'not-verifiable': 'impossible à vérifier',
};
/** Verdicts whose words are complete without the noun. */
const WITHOUT_NOUN = new Set<VerdictName>(['status-unreachable', 'signature-not-valid']);

function shortVerdict(verdict: VerdictName, facts: VerdictFacts = {}): string {
  if (facts.isUnsigned) return 'Document non signé';
  if (verdict === 'valid-older' && facts.older)
    return `Badge authentique et valable (Open Badges ${facts.older.version})`;
  const text = WITHOUT_NOUN.has(verdict) ? SHORT[verdict] : `${noun(facts)} ${SHORT[verdict]}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The result of a step in a few words, after the step's name. */
const resultTextsByStep: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: { passed: 'lu', failed: 'illisible', 'not-checked': 'non lu' },
  schema: { passed: 'conforme', failed: 'non conforme', 'not-checked': 'non vérifiée' },
  proof: { passed: 'vérifiée', failed: 'non valable', 'not-checked': 'non vérifiée' },
  issuer: { passed: 'signataire', failed: 'non signataire', 'not-checked': 'non vérifié' },
  validity: { passed: 'en cours', failed: 'pas en cours', 'not-checked': 'non vérifiée' },
  status: { passed: 'aucune', failed: 'non établie', 'not-checked': 'non vérifiée' },
  endorsements: { passed: 'authentiques', failed: 'non authentiques', 'not-checked': 'non vérifiés' },
};

/** Words for codes that say more than the result. The key also names the step where this holds in that step
 *  only. */
const resultTextsByCode: Readonly<Record<string, string>> = {
  ...serviceResultTexts,
  departs: 's’écarte de la norme',
  'no-recipient': 's’écarte de la norme',
  'no-criteria': 's’écarte de la norme',
  'no-proof': 'absente',
  'issuer-ours': 'reconnu',
  'unsupported-proof': 'non prise en charge',
  'key-compromised': 'clé compromise',
  'proof:expired': 'périmée',
  'unknown-context': 'non lisible ici',
  'issuer-unreachable': 'injoignable',
  'bad-dates': 'illisible',
  'dates-contradict': 'contradictoire',
  'no-beginning': 'non indiquée',
  'end-not-shown': 'non montrée',
  'not-yet-valid': 'à venir',
  'validity:expired': 'terminée',
  'no-status': 'aucune publiée',
  revoked: 'prononcée',
  suspended: 'badge suspendu',
  'status-unreachable': 'liste injoignable',
  'status-unsupported': 'non lisible ici',
  'status-not-shown': 'non montrée',
  'status-list-invalid': 'liste inutilisable',
  'no-endorsement': 'aucun',
  'inner-not-verified': 'non tous vérifiés',
  'too-deeply-embedded': 'non vérifiés',
};

export const verificationTexts = {
  stepName: {
    document: 'Document',
    schema: 'Forme',
    proof: 'Signature',
    issuer: 'Émetteur',
    validity: 'Validité',
    status: 'Révocation',
    endorsements: 'Soutiens',
  },
  /** Replaces « Soutiens » where inner badges exist as well. */
  innerName: 'Badges contenus',
  /** Replaces « Signature » for a badge that is not signed, and for which a site answers. */
  hostedName: 'Site de l’émetteur',
  /** The result in a word or two that agree with the step's name and have only one meaning. */
  result: ({ step: name, code, result }: StatedStep): string =>
    resultTextsByCode[`${name}:${code}`] ??
    resultTextsByCode[code] ??
    resultTextsByStep[name]?.[result ?? 'not-checked'] ??
    '',
  /** A sentence for a step. */
  step: ({ step, code, params }: StatedStep): string => stepSentence(step, code, params),
  ...trustTexts,
  /** The verdict in a few words, for a label or a terminal. */
  shortVerdict,
  /** The name of an inner credential. */
  innerLabel: {
    badge: (name?: string) => name ?? 'Badge sans nom',
    endorsement: (name?: string) => (name ? `Soutien « ${name} »` : 'Soutien sans nom'),
  },
  innerIssuer: (issuer: string) => `délivré par ${issuer}`,
  /** An unknown issuer names itself. */
  innerClaimed: (issuer: string) => `délivré par un inconnu qui se présente comme « ${issuer} »`,
  innerQuoted: (name: string) => `« ${name} »`,
  innerOfAnother:
    'Ce badge ne nomme pas le titulaire de ce relevé : il peut être celui de quelqu’un d’autre.',
  /** The verdict on an inner credential, after its label. */
  innerVerdict: SHORT,
  /** Why the verdict on an inner credential leaves a question open. The sentences speak of a badge, so an
   *  endorsement is given one only if it was not read. */
  innerReason: ({ kind, ...report }: StatedReport & { readonly kind: 'badge' | 'endorsement' }) => {
    const because = reasonOf(report);
    if (because === undefined || (kind === 'endorsement' && because.step !== 'document')) return undefined;
    return stepSentence(because.step, because.code, because.params);
  },
  verdict: verdicts,
  /** The sentence at the top of a page, followed by the reason where the verdict leaves a question open. */
  headline: (report: StatedReport, facts: VerdictFacts): string => {
    const reason = reasonOf(report);
    const stated = verdicts[report.verdict](facts);
    if (reason === undefined) return stated;
    const because = stepSentence(reason.step, reason.code, reason.params);
    // If the signature is absent or not valid, the reason alone is stated.
    if (reason.code === 'no-proof') return because;
    const sentence = report.verdict === 'signature-not-valid' ? because : `${stated} ${because}`;
    return facts.isDenied ? `${trustTexts.doNotRely} ${sentence}` : sentence;
  },
};
