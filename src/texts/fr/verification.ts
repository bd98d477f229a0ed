import { toDay } from './day.ts';
import { withArticle } from './page-words.ts';

/** What a step saw: values of a report, all optional. */
type Values = Readonly<Record<string, string | number>> | undefined;

/** What the sentence at the top of a page may say beside the verdict. */
export interface VerdictFacts {
  readonly issuerName?: string | undefined;
  /** Instants, as in the credential. */
  readonly issuedAt?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** From our own register: a status list knows neither date nor reason. */
  readonly revokedAt?: string | undefined;
  readonly revocationReason?: string | undefined;
  /** Whether the badge is ours: then the name of its issuer is vouched for. */
  readonly isOurs?: boolean;
}

const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** « le 12 juillet 2026 », or nothing. */
const on = (instant: string | number | undefined) => after(' le ', toDay(instant));

/** The issuer of a stranger's badge declares itself: its signature proves an address, not a name. */
function issuedBy({ issuerName, issuedAt, isOurs }: VerdictFacts): string {
  if (!issuerName) return '';
  const date = on(issuedAt);
  if (isOurs) return ` Il a été délivré par ${withArticle(issuerName)}${date}.`;
  return ` Il a été délivré${date} par un émetteur qui se présente comme « ${issuerName} » : nous ne garantissons pas son identité.`;
}

/** A document that would ask for more work than one verification does. */
const beyond = (what: string, values: Values) =>
  `Ce document dépasse ce qui est lu ici : ${values?.['limit'] ?? ''} ${what} au plus.`;

/** What each code of a step says. A fault says what is known, and nothing more. */
const sentences: Readonly<Record<string, (values: Values) => string>> = {
  ok: () => 'Rien à signaler.',
  skipped: () => 'Pas vérifié : une étape précédente l’empêche.',
  'not-json': () => 'Ce n’est pas un badge : ni du JSON, ni un JWT, ni une image PNG ou SVG.',
  'not-a-credential': () => 'Ce document n’est pas un badge numérique vérifiable.',
  'no-credential-in-image': () =>
    'Cette image ne contient pas de badge. Certains téléphones l’effacent : demandez le fichier JSON.',
  'several-credentials-in-image': () =>
    'Cette image contient plusieurs badges ; elle ne doit en contenir qu’un.',
  'not-plain-form': () =>
    'Ce document est écrit d’une façon qui permet de cacher une partie de ce qui a été signé ; il n’est pas lu.',
  'duplicate-member': (values) =>
    `Ce document dit deux fois la même chose, peut-être différemment${after(' : ', values?.['member'])} ; il n’est pas lu.`,
  'too-large': () => 'Ce document est trop volumineux pour être vérifié.',
  'too-deep': (values) => beyond('niveaux imbriqués', values),
  'too-many-members': (values) => beyond('éléments', values),
  'too-many-contexts': (values) => beyond('vocabulaires', values),
  'too-many-proofs': (values) => beyond('signatures', values),
  'too-many-endorsements': (values) => beyond('soutiens', values),
  'too-many-badges': (values) => beyond('badges joints', values),
  'too-slow': (values) =>
    `La vérification a été arrêtée au bout de ${values?.['seconds'] ?? ''} secondes. Recommencez plus tard.`,
  unreachable: (values) => `L’adresse ne répond pas${after(' : ', values?.['url'])}.`,
  'not-found': (values) => `Il n’y a rien à cette adresse${after(' : ', values?.['url'])}.`,
  gone: () => 'Ce badge a été retiré de cette adresse, définitivement.',
  'schema-mismatch': (values) =>
    `Le document ne suit pas la norme Open Badges 3.0${after(' : ', values?.['pointer'])}.`,
  'undefined-term': (values) => `Un terme n’est défini nulle part${after(' : ', values?.['term'])}.`,
  'unknown-context': (values) =>
    `Le vocabulaire du document nous est inconnu${after(' : ', values?.['url'])}.`,
  'no-recipient': () => 'Le badge ne dit pas à qui il est délivré.',
  'no-criteria': () => 'Le badge ne dit pas selon quels critères il est délivré.',
  'no-proof': () => 'Ce document n’est pas signé.',
  'unsupported-proof': () =>
    'Ce type de signature n’est pas pris en charge : nous ne pouvons pas le vérifier.',
  'bad-signature': () =>
    'La signature ne correspond pas au contenu : ce badge a été modifié ou n’a pas été délivré par l’émetteur annoncé.',
  'bad-claims': (values) =>
    `Les déclarations du JWT contredisent le badge${after(' : ', values?.['claim'])}.`,
  'bad-header': () => 'L’en-tête du JWT n’est pas conforme.',
  'key-unreachable': () => 'La clé de l’émetteur est injoignable : la signature n’a pas pu être vérifiée.',
  'key-compromised': (values) =>
    `La clé qui a signé ce badge a été déclarée compromise${on(values?.['at'])}${after(' : ', values?.['reason'])}. Le badge doit être signé de nouveau.`,
  'key-not-authorised': () => 'Ce badge n’est pas signé par une clé de l’émetteur annoncé.',
  'issuer-mismatch': () => 'L’émetteur annoncé n’est pas celui qui a signé.',
  'issuer-unreachable': () =>
    'L’adresse de l’émetteur annoncé ne répond pas : nous ne pouvons rien dire de lui.',
  'issuer-ours': () => 'Ce badge a été délivré par ce service.',
  'issuer-unknown': () => 'L’émetteur a bien signé ce badge ; nous ne garantissons pas son identité.',
  'bad-dates': () => 'Les dates du badge sont illisibles ou se contredisent.',
  'not-yet-valid': (values) => `Ce badge ne sera valable que plus tard${on(values?.['validFrom'])}.`,
  expired: (values) => `La validité a pris fin${on(values?.['validUntil'])}.`,
  'no-status': () => 'L’émetteur ne publie pas de liste de révocation pour ce badge.',
  'status-unreachable': () =>
    'La liste de révocation est injoignable : nous ne savons pas si le badge est révoqué.',
  'status-list-invalid': () => 'La liste de révocation n’est pas digne de foi.',
  revoked: (values) => `L’émetteur a révoqué ce badge${after(' : ', values?.['reason'])}.`,
  suspended: () => 'L’émetteur a suspendu ce badge.',
  'no-endorsement': () => 'Le badge ne contient pas de soutien.',
  'endorsement-invalid': () => 'Un soutien joint au badge n’est pas authentique ; il ne compte pas.',
};

/** What a step that passed says, better than « rien à signaler ». */
const whenOk: Readonly<Record<string, (values: Values) => string>> = {
  document: () => 'Un badge a été trouvé.',
  schema: () => 'Le document suit la norme.',
  proof: () => 'La signature correspond au contenu : rien n’a été modifié.',
  validity: (values) =>
    values?.['validUntil']
      ? `Le badge est dans sa période de validité, jusqu’au ${toDay(values['validUntil'])}.`
      : 'Le badge est valable sans limite de durée.',
  status: () => 'Le badge n’est pas révoqué.',
  endorsements: () => 'Les soutiens joints sont authentiques.',
};

export interface SaidStep {
  readonly step: string;
  readonly code: string;
  readonly result?: string;
  readonly params?: Values;
}

export type VerdictName =
  | 'valid'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'not-yet-valid'
  | 'status-unreachable'
  | 'signature-not-valid'
  | 'not-verifiable';

export interface SaidReport {
  readonly verdict: VerdictName;
  readonly steps: readonly SaidStep[];
}

/** Whether a step explains why the rest could not be verified: the first that did not pass of itself. */
export function isReason({ result, code }: SaidStep): boolean {
  return result !== 'passed' && code !== 'skipped';
}

/** The sentence at the head of a page, for each verdict. */
const verdicts: Readonly<Record<VerdictName, (facts: VerdictFacts) => string>> = {
  valid: (facts) => `Ce badge est authentique et valable.${issuedBy(facts)}`,
  expired: (facts) =>
    `Ce badge est authentique, mais sa validité a pris fin${on(facts.validUntil)}.${issuedBy(facts)}`,
  revoked: ({ revokedAt, revocationReason }) =>
    `Ce badge a été révoqué par son émetteur${on(revokedAt)}${after(' : ', revocationReason)}. Il ne vaut plus reconnaissance.`,
  suspended: () => 'Ce badge est authentique, mais son émetteur l’a suspendu.',
  'not-yet-valid': ({ validFrom }) =>
    `Ce badge est authentique, mais il n’est pas encore valable${after(' ; il le sera le ', toDay(validFrom))}.`,
  'status-unreachable': () =>
    'La signature de ce badge est authentique, mais nous n’avons pas pu vérifier s’il est révoqué. Recommencez plus tard.',
  'signature-not-valid': () =>
    'La signature ne correspond pas au contenu : ce badge a été modifié ou n’a pas été délivré par l’émetteur annoncé.',
  'not-verifiable': () => 'Nous ne pouvons pas vérifier ce badge entièrement.',
};

/** What a step came to, in few words after its name. */
const wordsOfStep: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: { passed: 'lu', failed: 'illisible', 'not-checked': 'non lu' },
  schema: { passed: 'conforme', failed: 'non conforme', 'not-checked': 'non vérifiée' },
  proof: { passed: 'vérifiée', failed: 'non valable', 'not-checked': 'non vérifiée' },
  issuer: { passed: 'signataire du badge', failed: 'non signataire', 'not-checked': 'non vérifié' },
  validity: { passed: 'en cours', failed: 'pas en cours', 'not-checked': 'non vérifiée' },
  status: { passed: 'aucune', failed: 'non établie', 'not-checked': 'non vérifiée' },
  endorsements: { passed: 'authentiques', failed: 'non authentiques', 'not-checked': 'non vérifiés' },
};

/** Where the code says more than the result. */
const wordsOfCode: Readonly<Record<string, string>> = {
  'no-proof': 'absente',
  'issuer-unreachable': 'injoignable',
  'bad-dates': 'illisible',
  'no-status': 'aucune publiée',
  revoked: 'prononcée',
  suspended: 'badge suspendu',
  'status-list-invalid': 'liste non fiable',
  'no-endorsement': 'aucun',
};

/** The sentence of a step. */
function step({ step: name, code, params }: SaidStep): string {
  return (code === 'ok' ? whenOk[name] : sentences[code])?.(params) ?? 'Résultat inconnu.';
}

/** Words of a verification. */
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
  /** The result in a word or two that agree with the step's name, and that cannot be read the other way round. */
  result: ({ step: name, code, result }: SaidStep): string =>
    wordsOfCode[code] ?? wordsOfStep[name]?.[result ?? 'not-checked'] ?? '',
  /** A sentence for a step. */
  step,
  /** The verdict in few words: label, terminal. */
  shortVerdict: {
    valid: 'Badge authentique et valable',
    expired: 'Badge authentique, mais expiré',
    revoked: 'Badge révoqué',
    suspended: 'Badge suspendu',
    'not-yet-valid': 'Badge pas encore valable',
    'status-unreachable': 'Révocation impossible à vérifier',
    'signature-not-valid': 'Signature non valable',
    'not-verifiable': 'Badge impossible à vérifier',
  },
  verdict: verdicts,
  /** The sentence at the head of a page and, for a badge that cannot be verified, the reason. */
  headline: ({ verdict, steps }: SaidReport, facts: VerdictFacts): string => {
    const reason = verdict === 'not-verifiable' ? steps.find(isReason) : undefined;
    return `${verdicts[verdict](facts)}${reason ? ` ${step(reason)}` : ''}`;
  },
};
