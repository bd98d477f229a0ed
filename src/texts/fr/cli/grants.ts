import type { ReviewFlag } from '../../../domain/award/review-flag.ts';
import { listedAs } from '../../listed-as.ts';
import { type DecisionResult, decisionResult } from '../dane/jobs.ts';
import { reviewFlagTexts } from '../dane/review-flags.ts';
import { count, plural } from '../grammar/page-phrases.ts';
import type { Labelled } from './lines.ts';

export interface GrantTextLine extends Labelled {
  readonly kind: 'granted' | 'grantable' | 'waiting' | 'to-look-at' | 'skipped';
  readonly code?: string | undefined;
  readonly cautions?: readonly ReviewFlag[] | undefined;
  readonly page?: string | undefined;
}

export interface GrantSums {
  readonly granted?: number | undefined;
  readonly grantable?: number | undefined;
  readonly waiting?: number | undefined;
  readonly toLookAt: number;
  readonly skipped: number;
}

interface OutcomeTextLine extends Labelled {
  readonly outcome: string;
}

export interface DecisionTextLine extends DecisionResult {
  readonly id: string;
  readonly by: string;
  readonly startsAt?: string | undefined;
  readonly at?: string | undefined;
  readonly badge?: string | undefined;
  readonly heldBy?: string | undefined;
  readonly told?: readonly OutcomeTextLine[] | undefined;
  readonly finishedAt?: string | undefined;
  readonly done: number;
  readonly total: number;
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
const STATES = {
  granted: '✔',
  grantable: '○',
  waiting: '○',
  'to-look-at': '!',
  skipped: '·',
} as const;

function stateOf({ kind, code }: GrantTextLine): string {
  switch (kind) {
    case 'granted':
      return '';
    case 'grantable':
      return ' : serait attribué';
    case 'waiting':
      return ' : attend';
    case 'to-look-at':
      return ' : à regarder, non attribué';
    case 'skipped':
      return ` : non attribué (${code})`;
  }
}

function whatOf({ at, badge, decision, total }: DecisionTextLine): string {
  if (at)
    return `attribue ${badge ? `tout badge ${badge} rempli` : 'tout ce qui est rempli'}, sauf ce qui est à regarder`;
  return `${decision === 'grant' ? 'attribue' : 'refuse'} ${count(total, 'badge', 'badges')}`;
}

/** What `jalon grant` and `jalon decisions` print. */
export const cliGrantTexts = {
  grantUsage: 'Choisissez --all-met, ou --person avec --badge, ou --establishment avec --badge.',
  hourUsage:
    '--at date un --all-met, avec --badge s’il le faut : sans --in, --on, --reason ni --also-to-look-at.',
  delayUsage: (text: string, hours: number) =>
    `--in « ${text} » : écrivez une durée, comme 90s, 10m ou 2h, de ${hours} h au plus.`,
  grantLine: (line: GrantTextLine) => [
    `${STATES[line.kind]} ${listedAs(line)}  ${line.badge}${stateOf(line)}`,
    ...(line.cautions ?? []).map((reviewFlag) => `    ${reviewFlagTexts.sentence(reviewFlag)}`),
    ...(line.page ? [`    ${line.page}`] : []),
  ],
  grantSummary: ({ granted, grantable, waiting, toLookAt, skipped }: GrantSums, at?: string) => [
    [
      granted === undefined ? [] : [count(granted, 'badge attribué', 'badges attribués')],
      grantable === undefined ? [] : [count(grantable, 'badge serait attribué', 'badges seraient attribués')],
      waiting === undefined ? [] : [count(waiting, 'badge attend', 'badges attendent')],
      [`${toLookAt} à regarder`, `${skipped} ${plural(skipped, 'laissé', 'laissés')}`],
    ]
      .flat()
      .join(', ')
      .concat(
        grantable === undefined
          ? '.'
          : at
            ? ' aujourd’hui ; chacun est jugé de nouveau à l’heure dite.'
            : '. Rien n’a été écrit.',
      ),
    ...(toLookAt === 0
      ? []
      : [
          'Ce qui est à regarder n’est pas attribué avec le reste : ouvrez l’adresse donnée, puis attribuez un par un (--person ou --establishment, avec --badge), ou tout ensemble avec --also-to-look-at.',
        ]),
  ],
  decisionLine: (line: DecisionTextLine) => [
    `${line.id}  ${line.by} ${whatOf(line)} : ${
      line.finishedAt
        ? `terminé le ${MOMENT.format(Date.parse(line.finishedAt))}`
        : line.startsAt
          ? `rien n’est fait avant le ${MOMENT.format(Date.parse(line.startsAt))}`
          : `${line.done} sur ${line.total}`
    }.${line.heldBy ? ` Retenue par ${line.heldBy}.` : ''}`,
    ...(line.finishedAt || line.done > 0 ? [`    ${decisionResult(line)}`] : []),
    ...(line.told ?? []).map(
      ({ badge, outcome, ...line }) =>
        `    ${outcome === 'granted' ? '✔' : '·'} ${listedAs(line)}  ${badge}${outcome === 'granted' ? '' : ` : ${outcome}`}`,
    ),
  ],
  decisionHelp: (id: string) =>
    `« jalon decisions stop ${id} » la reprend, « jalon decisions start ${id} » l’applique tout de suite. Elle attend aussi sur les pages de la DANE, et le service l’applique de lui-même.`,
  noDecisions: 'Aucune décision n’attend.',
  deciding: 'décision',
};

export type CliGrantTexts = typeof cliGrantTexts;
