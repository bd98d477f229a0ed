import type { suspensionTexts as french } from '../../fr/dane/suspension.ts';
import { byOffice } from '../../office.ts';
import { suspensionCauses } from './suspension-causes.ts';

export const suspensionTexts: typeof french = byOffice((office) => ({
  causes: suspensionCauses,
  recognises: 'What this badge recognises',
  title: (badge, recipient) => `Suspend: ${badge}, ${recipient}`,
  suspendedTitle: (badge, recipient) => `Suspended badge: ${badge}, ${recipient}`,
  about: (badge, recipient, day) => `“${badge}”, awarded to ${recipient} on ${day}.`,
  lede: 'A suspension is public and comes to an end: you will give the badge back as it is, or revoke it. While it lasts, every verification answers that the badge is suspended. The person gets a message, now and at the end.',
  cause: 'Public cause',
  reason: 'Public reason',
  reasonHelp: (most) =>
    `Anyone who verifies the badge will read it. Do not put any name in it. At most ${most} characters.`,
  note: `Note for the ${office}`,
  noteHelp: (most) =>
    `It is shown here only, and deleted at the end of the suspension. At most ${most} characters.`,
  button: 'Suspend this badge',
  revoked: 'This badge is revoked: there is nothing to suspend.',
  since: (moment, by) => `This badge has been suspended since ${moment}, by ${by}.`,
  because: (cause, reason) => `${cause}. Public reason: ${reason}`,
  noted: (note) => `Note: ${note}`,
  endTitle: 'Give the badge back',
  endText: 'The badge is valid again, at once and as it was. The end stays in the history.',
  endReason: 'What was established',
  endReasonHelp: (most) => `For the history only. At most ${most} characters.`,
  endButton: 'End the suspension',
  revokeInstead: 'Revoke this badge',
  state: (day, by) => `Since ${day}, by ${by}.`,
  suspend: 'Suspend',
  seeSuspension: 'End it or revoke',
  mine: {
    text: (day, cause, reason) =>
      `The ${office} suspended this badge on ${day}. ${cause}. Public reason: ${reason}`,
    means:
      'A suspension is not a revocation. While it lasts, whoever verifies the badge reads that it is suspended. It will be given back to you as it is, or revoked with a reason: you will get a message.',
    unanswered: 'You will be able to accept or decline it once the suspension has ended.',
    write: `To ask for an explanation or to send a document, write to the ${office}: `,
  },
}));
