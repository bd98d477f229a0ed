import type { Ports } from '../service-ports.ts';
import { criteriaDraftUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** A mail about a draft of criteria: to the other agents while it waits, then to its author. */
export async function composeDraft(
  ports: Ports,
  draftId: string,
  { person }: MailFor,
): Promise<SaidMail | undefined> {
  const draft = await ports.store.readCriteriaDraft(draftId);
  if (!draft || !person.profiles.includes('dane')) return undefined;
  const { draft: texts } = mailWords(ports);
  const isOwn = draft.draftedBy === person.id;
  const outcome = draft.settled?.outcome;
  // A draft that was settled before the mail was sent needs no answer from the other agents.
  if (isOwn ? outcome !== 'adopted' && outcome !== 'sent-back' : outcome !== undefined) return undefined;
  const open = { label: texts.open, url: criteriaDraftUrl(ports.origin, draftId) };
  if (outcome === 'adopted') return { subject: texts.subjects.adopted, blocks: [texts.adopted, open] };
  if (outcome === 'sent-back') {
    const words = draft.settled?.words;
    return { subject: texts.subjects.sentBack, blocks: [texts.sentBack, ...(words ? [words] : []), open] };
  }
  return { subject: texts.subjects.waiting, blocks: [texts.waiting(draft.from), texts.what, open] };
}
