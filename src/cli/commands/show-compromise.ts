import { parseDateTime } from '#open-badges/values';
import type { CompromisedBadge } from '../../application/reissue/plan-compromise.ts';
import { type Instant, toInstant } from '../../domain/time/calendar.ts';
import { credentialUrl } from '../../issuing/addresses.ts';
import { type NodeContext, openNodeContext } from '../../node.ts';
import { type CommandCall, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';

/** Since when the key may have been in other hands: a day begins at midnight UTC. */
export function sinceOption(call: CommandCall): Instant | undefined {
  const text = textOption(call, 'since');
  if (text === undefined) return undefined;
  const at = text.includes('T') ? text : `${text}T00:00:00Z`;
  const parsed = parseDateTime(at);
  if (parsed === undefined) throw new UsageError(call.texts.badSince(text));
  return toInstant(new Date(parsed));
}

interface Shown {
  readonly kid: string;
  readonly since: Instant | undefined;
}

/** Shows what a compromise of a key comes to: the badges that it signed, which of them in the window, the mails as
 *  they will be read, and what verifiers answer until the badges are signed again. It changes nothing. */
export async function showCompromise(call: CommandCall, { kid, since }: Shown): Promise<void> {
  const { output, texts } = call;
  const context = await openNodeContext(call.environment);
  try {
    const counts = { badges: 0, inWindow: 0, mails: 0 };
    let sample: CompromisedBadge | undefined;
    for await (const one of context.services.planCompromise({ kid, ...(since && { since }) })) {
      counts.badges += 1;
      counts.inWindow += one.inWindow ? 1 : 0;
      counts.mails += one.addressees.length;
      if (one.addressees.length > 0) sample ??= one;
      const line = toCompromisedBadgeLine(context, one);
      output.line({ ...line }, texts.compromisedBadge(line));
      await output.taken();
    }
    const mail = sample && (await context.services.sampleOfMail(sample));
    if (mail) {
      const stated = { kind: 'mail', language: 'fr', count: counts.mails, ...mail };
      output.line(stated, [...texts.compromiseMail(counts.mails, mail.subject), ...mail.text.split('\n')]);
    }
    const summary = {
      kind: 'compromise',
      kid,
      ...(since && { since }),
      ...counts,
      untilThen: 'not-verifiable',
    };
    output.line(summary, texts.compromiseSummary({ kid, since, ...counts }));
  } finally {
    await context.close();
  }
}

function toCompromisedBadgeLine(
  { ports }: NodeContext,
  { id, award, label, signedAt, inWindow, addressees }: CompromisedBadge,
) {
  return {
    kind: 'compromised-badge',
    credential: credentialUrl(ports.origin, id),
    ...label,
    badge: award.achievement,
    signedAt,
    inWindow,
    mails: addressees.length,
  };
}
