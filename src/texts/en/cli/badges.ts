import type { CliBadgeTexts } from '../../fr/cli/badges.ts';
import { listedAs } from '../../listed-as.ts';
import { count } from '../grammar/page-phrases.ts';

const CORRECTION_STATES = {
  're-signed': 'signed again',
  misstated: 'to sign again',
  revoked: 'revoked, left as it is',
  'to-decide': 'to decide',
} as const;

export const cliBadgeTexts: CliBadgeTexts = {
  acceptUsage: 'Give a badge, or --all.',
  revokeUsage: 'Give a reason: --reason TEXT. It will be public.',
  badSince: (text) => `"${text}" is neither a day (2026-11-29) nor an instant (2026-11-29T10:00:00Z).`,
  issueLine: (line) =>
    line.kind !== 'failed'
      ? `✔ ${listedAs(line)}  ${line.badge}  ${line.credential}${line.kind === 'reissued' ? ' (signed again)' : ''}`
      : `✘ ${listedAs(line)}  ${line.badge}: not signed (${line.reason})`,
  issueSummary: ({ issued, reissued = 0, failed = 0, remaining }) =>
    [
      ...(issued > 0 || reissued === 0 ? [`${count(issued, 'badge', 'badges')} signed`] : []),
      ...(reissued > 0 ? [`${count(reissued, 'badge', 'badges')} signed again`] : []),
      `${remaining} left to sign${failed > 0 ? `, ${failed} of them failed` : ''}.`,
    ].join(', '),
  acceptLine: ({ credential, visibility, wordsLeftOut }) =>
    wordsLeftOut === 0
      ? `✔ ${credential} (${visibility})`
      : `✔ ${credential} (${visibility}); words of principals left out, because they tell more or the choice is “none”: ${wordsLeftOut} (--words)`,
  acceptSummary: (accepted) => `${count(accepted, 'acceptance', 'acceptances')} recorded.`,
  correctionLine: (line) => [
    `${line.kind === 're-signed' ? '✔' : '·'} ${listedAs(line)}  ${line.badge}  ${line.credential} (${CORRECTION_STATES[line.kind]})`,
    ...(line.on ? [`    granted as if it were ${line.on}; met today: ${line.metToday ? 'yes' : 'no'}`] : []),
    ...(line.said ?? []).map((sentence) => `    - ${sentence}`),
    ...(line.willSay ?? []).map((sentence) => `    + ${sentence}`),
  ],
  correctionSummary: ({ reSigned, misstated, revoked, toDecide, dryRun }) =>
    [
      dryRun ? `Trial, nothing is written. ${misstated} to sign again` : `${reSigned} signed again`,
      ...(!dryRun && misstated > 0 ? [`${misstated} changed in the meantime`] : []),
      `${toDecide} left to decide`,
      ...(revoked > 0 ? [`${revoked} revoked and left as they are`] : []),
    ]
      .join(', ')
      .concat('.'),
  revokeLine: (line) => `Revoked: ${listedAs(line)}  ${line.badge}  ${line.credential} (${line.reason})`,
  suspendLine: ({ credential, reason }) => `Suspended: ${credential} (${reason})`,
  resumeLine: ({ credential }) => `Suspension ended: ${credential}`,
  unansweredLine: ({ credential, remindedAt, reached, ...line }) =>
    `· ${listedAs(line)}  ${line.badge}  ${credential}${remindedAt ? ` (reminded ${remindedAt})` : ''}${reached ? '' : ': no mail reaches them'}`,
  directoryLine: ({ familyName, givenName, email, places }) => [
    `· ${familyName} ${givenName}  ${email ?? 'no address'}`,
    ...places.map(
      ({ school, commune, missions, roleNames, confirmation }) =>
        `  ${[school, commune].filter(Boolean).join(', ')}: ${[missions.join(', '), ...roleNames].filter(Boolean).join(' · ')}${confirmation === 'requested' ? ' (to be confirmed)' : ''}`,
    ),
  ],
  directorySummary: (total) => `${count(total, 'person', 'people')}.`,
  oldMailsSummary: (total, dryRun) =>
    dryRun
      ? `${count(total, 'mail has', 'mails have')} waited for more than seven days, without a mail server.`
      : `${count(total, 'mail', 'mails')} will leave, if what they state is still true.`,
  clockSummary: (total, dryRun) => {
    if (total === 0) return 'A wrong clock left nothing.';
    return dryRun
      ? `${count(total, 'row was', 'rows were')} left by a wrong clock.`
      : `${count(total, 'leftover', 'leftovers')} of a wrong clock: deleted, dated again or, if signed, marked.`;
  },
  unansweredSummary: (total) =>
    `${count(total, 'badge waits for the answer of its', 'badges wait for the answer of their')} holder.`,
  remindedLine: ({ credential }) => `Reminder sent: ${credential}`,
  revokeFailed: (credential, code) => `✘ ${credential}: not revoked (${code})`,
  revokeSummary: (revoked, already, failed) =>
    `Revoked: ${revoked}. Revoked before: ${already}. Failed: ${failed}.`,
};
