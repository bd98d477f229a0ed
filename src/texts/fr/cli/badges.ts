import { listedAs } from '../../listed-as.ts';
import { count } from '../grammar/page-phrases.ts';
import type { CorrectionLine, CorrectionSums, IssueSums, Labelled } from './lines.ts';

const CORRECTION_STATES = {
  're-signed': 'signé de nouveau',
  misstated: 'à signer de nouveau',
  revoked: 'révoqué, laissé tel quel',
  'to-decide': 'à décider',
} as const;

interface PendingAcceptanceTextLine extends Labelled {
  readonly credential: string;
  readonly remindedAt?: string | undefined;
  readonly reached: boolean;
}

/** A person of the directory, as a line needs it. */
interface DirectoryTextLine {
  readonly familyName: string;
  readonly givenName: string;
  readonly email?: string;
  readonly places: readonly {
    readonly school: string;
    readonly commune: string;
    readonly missions: readonly string[];
    readonly roleNames: readonly string[];
    readonly confirmation: string;
  }[];
}

export const cliBadgeTexts = {
  acceptUsage: 'Donnez un badge, ou --all.',
  revokeUsage: 'Donnez un motif : --reason TEXTE. Il sera public.',
  badSince: (text: string) =>
    `« ${text} » n’est ni un jour (2026-11-29) ni un instant (2026-11-29T10:00:00Z).`,
  issueLine: (
    line: Labelled & { readonly kind: string; readonly credential?: string; readonly reason?: string },
  ) =>
    line.kind !== 'failed'
      ? `✔ ${listedAs(line)}  ${line.badge}  ${line.credential}${line.kind === 'reissued' ? ' (signé de nouveau)' : ''}`
      : `✘ ${listedAs(line)}  ${line.badge} : non signé (${line.reason})`,
  issueSummary: ({ issued, reissued = 0, failed = 0, remaining }: IssueSums) =>
    [
      ...(issued > 0 || reissued === 0 ? [count(issued, 'badge signé', 'badges signés')] : []),
      ...(reissued > 0 ? [count(reissued, 'badge signé de nouveau', 'badges signés de nouveau')] : []),
      `${remaining} à signer${failed > 0 ? `, dont ${failed} en échec` : ''}.`,
    ].join(', '),
  acceptLine: ({
    credential,
    visibility,
    wordsLeftOut,
  }: {
    readonly credential: string;
    readonly visibility: string;
    readonly wordsLeftOut: number;
  }) =>
    wordsLeftOut === 0
      ? `✔ ${credential} (${visibility})`
      : `✔ ${credential} (${visibility}) ; mots de chefs d’établissement non montrés, car ils en disent plus ou parce que le choix est « none » : ${wordsLeftOut} (--words)`,
  acceptSummary: (accepted: number) =>
    `${count(accepted, 'acceptation enregistrée', 'acceptations enregistrées')}.`,
  correctionLine: (line: CorrectionLine) => [
    `${line.kind === 're-signed' ? '✔' : '·'} ${listedAs(line)}  ${line.badge}  ${line.credential} (${CORRECTION_STATES[line.kind]})`,
    ...(line.on
      ? [
          `    attribué comme si l’on était le ${line.on} ; rempli aujourd’hui : ${line.metToday ? 'oui' : 'non'}`,
        ]
      : []),
    ...(line.said ?? []).map((sentence) => `    - ${sentence}`),
    ...(line.willSay ?? []).map((sentence) => `    + ${sentence}`),
  ],
  correctionSummary: ({ reSigned, misstated, revoked, toDecide, dryRun }: CorrectionSums) =>
    [
      dryRun
        ? `Essai, rien n’est écrit. ${misstated} à signer de nouveau`
        : count(reSigned, 'badge signé de nouveau', 'badges signés de nouveau'),
      ...(!dryRun && misstated > 0 ? [count(misstated, 'changé entre-temps', 'changés entre-temps')] : []),
      `${toDecide} à décider`,
      ...(revoked > 0 ? [count(revoked, 'révoqué laissé tel quel', 'révoqués laissés tels quels')] : []),
    ]
      .join(', ')
      .concat('.'),
  revokeLine: (line: Labelled & { readonly credential: string; readonly reason: string }) =>
    `Révoqué : ${listedAs(line)}  ${line.badge}  ${line.credential} (${line.reason})`,
  suspendLine: ({ credential, reason }: { readonly credential: string; readonly reason: string }) =>
    `Suspendu : ${credential} (${reason})`,
  resumeLine: ({ credential }: { readonly credential: string }) => `Suspension levée : ${credential}`,
  unansweredLine: ({ credential, remindedAt, reached, ...line }: PendingAcceptanceTextLine) =>
    `· ${listedAs(line)}  ${line.badge}  ${credential}${remindedAt ? ` (relancé le ${remindedAt})` : ''}${reached ? '' : ' : aucun courriel ne l’atteint'}`,
  directoryLine: ({ familyName, givenName, email, places }: DirectoryTextLine) => [
    `· ${familyName} ${givenName}  ${email ?? 'aucune adresse'}`,
    ...places.map(
      ({ school, commune, missions, roleNames, confirmation }) =>
        `  ${[school, commune].filter(Boolean).join(', ')} : ${[missions.join(', '), ...roleNames].filter(Boolean).join(' · ')}${confirmation === 'requested' ? ' (à confirmer)' : ''}`,
    ),
  ],
  directorySummary: (total: number) => `${count(total, 'personne', 'personnes')}.`,
  oldMailsSummary: (total: number, dryRun: boolean) =>
    dryRun
      ? `${count(total, 'courriel attend', 'courriels attendent')} depuis plus de sept jours, sans serveur de courriel.`
      : `${count(total, 'courriel partira', 'courriels partiront')}, si ce qu’ils disent est encore vrai.`,
  clockSummary: (total: number, dryRun: boolean) => {
    if (total === 0) return 'Une horloge fausse n’a rien laissé.';
    return dryRun
      ? `${count(total, 'ligne reste', 'lignes restent')} d’une horloge fausse.`
      : `${count(total, 'reste', 'restes')} d’une horloge fausse : supprimés, redatés ou, s’ils sont signés, marqués.`;
  },
  unansweredSummary: (total: number) =>
    `${count(total, 'badge attend la réponse de son', 'badges attendent la réponse de leur')} titulaire.`,
  remindedLine: ({ credential }: { readonly credential: string }) => `Relance envoyée : ${credential}`,
  revokeFailed: (credential: string, code: string) => `✘ ${credential} : non révoqué (${code})`,
  revokeSummary: (revoked: number, already: number, failed: number) =>
    `Révoqués : ${revoked}. Déjà révoqués : ${already}. En échec : ${failed}.`,
};

/** The texts that every language provides. */
export type CliBadgeTexts = typeof cliBadgeTexts;
