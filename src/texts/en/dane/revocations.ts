import type { revocationsTexts as french } from '../../fr/dane/revocations.ts';
import { byOffice } from '../../office.ts';
import { count } from '../grammar/page-phrases.ts';

export const revocationsTexts: typeof french = byOffice((office) => ({
  title: 'Revoke several badges',
  link: 'Revoke several badges',
  lede: 'Choose a badge, then those of its holders. Nothing is done before the next page, which shows all of it.',
  badge: 'Badge',
  version: 'Version of the criteria',
  uai: 'School',
  from: 'Awarded from',
  until: 'Awarded until',
  see: 'See these badges',
  none: 'No valid badge matches. Widen the filter.',
  choose: 'Badges to revoke',
  of: (badge, recipient, day) => `${badge}, ${recipient}, awarded on ${day}`,
  tickAll: (total) => `Tick all on this page (${total})`,
  more: (most, all) =>
    `The page shows the first ${most} of the ${all} badges of this filter. Tick some, or choose all of them below.`,
  reason: 'Public reason',
  reasonHelp: (most) =>
    `The same for all. Anyone who verifies one of these badges will read it. Do not put any name in it. At most ${most} characters.`,
  replacement: 'Badge to award instead',
  replacementHelp:
    'The public reason will say “remplacé par …”. The badge is awarded to those who meet its criteria.',
  replacementReason: 'Reason of the award, where the criteria are not met or it is the same badge',
  replacementReasonHelp: 'It stays in the register.',
  preview: 'See what will be done',
  previewTicked: 'See what will be done with the ticked badges',
  previewAll: (all) => `See what will be done with the ${all} badges of the filter`,
  changed: 'The badges concerned have changed since the previous page. Check again before you confirm.',
  mails: (mails, badges) =>
    mails === 0
      ? 'No message will leave: no holder has an address.'
      : `${count(mails, 'message', 'messages')} will leave for ${count(badges, 'badge', 'badges')}, one a badge, except to those who want none.`,
  previewTitle: (many) => (many === 1 ? 'Revoke one badge: check' : `Revoke ${many} badges: check`),
  previewLede:
    'A revocation is final and public. You will have ten minutes to take it back; then each badge is revoked, written in the history, and its holder gets a message.',
  who: 'Who is concerned',
  andMore: (more) => `And ${count(more, 'more badge', 'more badges')}.`,
  publicReason: 'Public reason',
  replacedBy: (reason, badge) => `${reason} (remplacé par le badge « ${badge} »)`,
  mail: 'The message that each of them gets',
  inPlace: (badge) =>
    `Instead: “${badge}”, awarded by the ${office} to those who meet its criteria, or for the reason given. Each of them will accept or decline it.`,
  confirm: (many) => (many === 1 ? 'Revoke this badge' : `Revoke these ${many} badges`),
  back: 'Back to the choice',
}));
