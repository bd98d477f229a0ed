import type { SimulationRun } from './run.ts';

/** What is wrong with the mails that were sent since the last look: each goes to an address of the person to whom it
 *  was written, and none is sent twice, unless a process was lost before it could note it. */
export async function judgeMails(run: SimulationRun, isLost: boolean): Promise<readonly string[]> {
  const { outside, place } = run;
  const found: string[] = [];
  const before = new Set(
    outside.sent.slice(run.sentBeforeLoss, run.judgedMails).map(({ messageId }) => messageId),
  );
  const fresh = outside.sent.slice(run.judgedMails);
  run.judgedMails = outside.sent.length;
  if (isLost) run.sentBeforeLoss = outside.sent.length;
  for (const { messageId, to } of fresh) {
    if (before.has(messageId) && !isLost) found.push(`the mail ${messageId} is sent twice`);
    before.add(messageId);
    const known = await place.ask(
      `select address from mail join person_email on person_email.person_id = mail.person_id where message_id = '${messageId}'`,
    );
    if (known.length > 0 && !known.some(({ address }) => address === to))
      found.push(`the mail ${messageId} went to somebody else`);
  }
  return found;
}
