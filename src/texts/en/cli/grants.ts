import type { CliGrantTexts, DecisionTextLine, GrantTextLine } from '../../fr/cli/grants.ts';
import { listedAs } from '../../listed-as.ts';
import { decisionResult } from '../dane/jobs.ts';
import { reviewFlagTexts } from '../dane/review-flags.ts';
import { count } from '../grammar/page-phrases.ts';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
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
      return ': would be awarded';
    case 'waiting':
      return ': waits';
    case 'to-look-at':
      return ': to be looked at, not awarded';
    case 'skipped':
      return `: not awarded (${code})`;
  }
}

/** What `jalon grant` and `jalon decisions` print. */
function whatOf({ at, badge, decision, total }: DecisionTextLine): string {
  if (at)
    return `grants ${badge ? `every ${badge} that is met` : 'all that is met'}, but what is to be looked at`;
  return `${decision === 'grant' ? 'grants' : 'refuses'} ${count(total, 'badge', 'badges')}`;
}

export const cliGrantTexts: CliGrantTexts = {
  grantUsage: 'Choose --all-met, or --person with --badge, or --establishment with --badge.',
  hourUsage:
    '--at dates --all-met, with --badge if need be: without --in, --on, --reason or --also-to-look-at.',
  delayUsage: (text, hours) =>
    `--in "${text}": write a length of time, such as 90s, 10m or 2h, of ${hours} h at most.`,
  grantLine: (line) => [
    `${STATES[line.kind]} ${listedAs(line)}  ${line.badge}${stateOf(line)}`,
    ...(line.cautions ?? []).map((reviewFlag) => `    ${reviewFlagTexts.sentence(reviewFlag)}`),
    ...(line.page ? [`    ${line.page}`] : []),
  ],
  grantSummary: ({ granted, grantable, waiting, toLookAt, skipped }, at) => [
    [
      granted === undefined ? [] : [count(granted, 'badge awarded', 'badges awarded')],
      grantable === undefined ? [] : [count(grantable, 'badge would be awarded', 'badges would be awarded')],
      waiting === undefined ? [] : [count(waiting, 'badge waits', 'badges wait')],
      [`${toLookAt} to be looked at`, `${skipped} left`],
    ]
      .flat()
      .join(', ')
      .concat(
        grantable === undefined
          ? '.'
          : at
            ? ' today; everybody is judged anew at the hour.'
            : '. Nothing was written.',
      ),
    ...(toLookAt === 0
      ? []
      : [
          'What is to be looked at is not awarded with the rest: open the address given, then award one by one (--person or --establishment, with --badge), or all together with --also-to-look-at.',
        ]),
  ],
  decisionLine: (line) => [
    `${line.id}  ${line.by} ${whatOf(line)}: ${
      line.finishedAt
        ? `finished on ${MOMENT.format(Date.parse(line.finishedAt))}`
        : line.startsAt
          ? `nothing is done before ${MOMENT.format(Date.parse(line.startsAt))}`
          : `${line.done} of ${line.total}`
    }.${line.heldBy ? ` Held by ${line.heldBy}.` : ''}`,
    ...(line.finishedAt || line.done > 0 ? [`    ${decisionResult(line)}`] : []),
    ...(line.told ?? []).map(
      ({ badge, outcome, ...line }) =>
        `    ${outcome === 'granted' ? '✔' : '·'} ${listedAs(line)}  ${badge}${outcome === 'granted' ? '' : `: ${outcome}`}`,
    ),
  ],
  decisionHelp: (id) =>
    `"jalon decisions stop ${id}" takes it back, "jalon decisions start ${id}" carries it out at once. It also waits on the pages of the DANE, and the service carries it out by itself.`,
  noDecisions: 'No decision waits.',
  deciding: 'decision',
};
