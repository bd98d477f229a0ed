import { audit } from '../../domain/audit.ts';
import { type CriteriaDraft, checkJudge } from '../../domain/criteria/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { criteriaDraftSubject } from '../../domain/mail/mail-subject.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { type AdoptCriteria, adoptNow, previewCriteria } from './adopt-criteria.ts';

/** The most agents who are told about a draft. */
const MOST_AGENTS = 50;

/** Proposes a version to the other agents of the DANE. It replaces a draft that waits. Throws the errors of
 *  the preview of an adoption, and `store-conflict` where another draft was made at the same moment. */
export const draftCriteria =
  (ports: Ports) =>
  async (command: AdoptCriteria): Promise<CriteriaDraft> => {
    const { store, clock, ids, catalogue } = ports;
    const next = await previewCriteria(ports)(command);
    const baseVersion = catalogue.versions().at(-1)?.version ?? 0;
    const [latest] = await store.readCriteriaDrafts({ limit: 1, isWaiting: true });
    const at = clock.now();
    const { figures, from, actor } = command;
    const draft = { id: ids.uuid(), baseVersion, figures, from, draftedBy: actor, draftedAt: at };
    await store.commit([
      { kind: 'criteria-drafted', draft, ...(latest && { replaces: latest.id }) },
      audit('criteria-drafted', { at, actor, subject: draft.id, details: { from, version: next.version } }),
      ...(await mailsAbout(ports, draft.id, await otherAgents(store, actor))),
    ]);
    return draft;
  };

export interface JudgeDraft {
  readonly id: string;
  readonly actor: PersonId;
  /** Words to send the draft back with; absent to adopt it. */
  readonly words?: string | undefined;
}

/** Adopts the draft as another agent, or sends it back with some words. Throws the errors of `checkJudge` and
 *  of the adoption, and `store-conflict` where somebody changed or judged it at the same moment. */
export const judgeDraft =
  (ports: Ports) =>
  async ({ id, actor, words }: JudgeDraft): Promise<void> => {
    const { store, clock, catalogue } = ports;
    const draft = await store.readCriteriaDraft(id);
    if (!draft) throw new DomainError('not-found');
    await catalogue.refresh('now');
    checkJudge(draft, actor, catalogue.versions().at(-1)?.version ?? 0);
    const at = clock.now();
    const told = await mailsAbout(ports, id, [draft.draftedBy]);
    if (words === undefined) {
      await adoptNow(ports, { figures: draft.figures, from: draft.from, actor }, (version) => [
        {
          kind: 'criteria-draft-settled',
          id,
          settled: { outcome: 'adopted', by: actor, at, version },
        },
        ...told,
      ]);
      return;
    }
    await store.commit([
      { kind: 'criteria-draft-settled', id, settled: { outcome: 'sent-back', by: actor, at, words } },
      audit('criteria-draft-sent-back', { at, actor, subject: id }),
      ...told,
    ]);
  };

/** Takes a draft back, for its author only. Throws `not-found`, `not-allowed`, `draft-settled`. */
export const withdrawDraft =
  ({ store, clock }: Ports) =>
  async ({ id, actor }: Pick<JudgeDraft, 'id' | 'actor'>): Promise<void> => {
    const draft = await store.readCriteriaDraft(id);
    if (!draft) throw new DomainError('not-found');
    if (draft.draftedBy !== actor) throw new DomainError('not-allowed');
    if (draft.settled) throw new DomainError('draft-settled');
    const at = clock.now();
    await store.commit([
      { kind: 'criteria-draft-settled', id, settled: { outcome: 'withdrawn', by: actor, at } },
      audit('criteria-draft-withdrawn', { at, actor, subject: id }),
    ]);
  };

async function otherAgents(store: Store, actor: PersonId) {
  const agents = await store.searchPeople({ profile: 'dane', limit: MOST_AGENTS });
  return agents.map(({ id }) => id).filter((id) => id !== actor);
}

async function mailsAbout(
  { ids, clock, origin, mailer }: Ports,
  draftId: string,
  people: readonly PersonId[],
) {
  if (!mailer) return [];
  return people.flatMap((personId) => {
    const mail = { id: ids.uuid(), personId, subjectIds: [criteriaDraftSubject(draftId)] };
    return queueMail({ kind: 'decision', ...mail }, { at: clock.now(), origin });
  });
}
