import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change, ChangeOf } from '../../domain/change/union.ts';
import { checkAdoptionDay, differenceOf, isWithdrawable } from '../../domain/criteria/adoption.ts';
import { type Amendment, amended } from '../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import { type CriteriaDraft, checkJudge } from '../../domain/criteria/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { queueMail } from '../mail/queue.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { checkBadges } from './check-badges.ts';

/** The most agents who are told about a draft. */
const MOST_AGENTS = 50;

/** Proposes a version to the other agents of the DANE. It replaces a draft that waits. Throws the errors of
 *  the preview of an adoption, and `store-conflict` where another draft was made at the same moment. */
export const draftCriteria =
  (ports: Ports) =>
  async ({ beside = [], ...command }: DraftCriteria): Promise<CriteriaDraft> => {
    const { store, clock, ids, catalogue } = ports;
    const next = await previewCriteria(ports)(command);
    const baseVersion = catalogue.versions().at(-1)?.version ?? 0;
    const [latest] = await store.readCriteriaDrafts({ limit: 1, isWaiting: true });
    const at = clock.now();
    const { figures, badges = [], from, actor } = command;
    const draft = { id: ids.uuid(), baseVersion, figures, badges, from, draftedBy: actor, draftedAt: at };
    await store.commit([
      ...beside,
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
 *  of the adoption, and `store-conflict` where someone changed or judged it at the same moment. */
export const judgeDraft =
  (ports: Ports) =>
  async ({ id, actor, words }: JudgeDraft): Promise<void> => {
    const { store, clock, catalogue } = ports;
    const draft = await store.readCriteriaDraft(id);
    if (!draft) throw new DomainError('not-found');
    await catalogue.refresh('now');
    checkJudge(draft, actor, catalogue.versions().at(-1)?.version ?? 0);
    const at = clock.now();
    const reported = await mailsAbout(ports, id, [draft.draftedBy]);
    if (words === undefined) {
      const { figures, badges, from } = draft;
      await adoptNow(ports, { figures, badges, from, actor }, (version) => [
        {
          kind: 'criteria-draft-settled',
          id,
          settled: { outcome: 'adopted', by: actor, at, version },
        },
        ...reported,
      ]);
      return;
    }
    await store.commit([
      { kind: 'criteria-draft-settled', id, settled: { outcome: 'sent-back', by: actor, at, words } },
      audit('criteria-draft-sent-back', { at, actor, subject: id }),
      ...reported,
    ]);
  };

/** Takes a draft back, for its author only. Throws `not-found`, `not-allowed`, `draft-settled`. */
const withdrawDraft =
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
    const mail = {
      id: ids.uuid(),
      personId,
      subjectIds: [formatSubject({ kind: 'criteria-draft', id: draftId })],
    };
    return queueMail({ kind: 'decision', ...mail }, { at: clock.now(), origin });
  });
}

/** Only a person proposes to other persons. */
interface DraftCriteria extends AdoptCriteria {
  readonly actor: PersonId;
}

export interface AdoptCriteria extends Amendment {
  readonly from: LocalDate;
  /** A person, a program or the command line. */
  readonly actor: string;
  /** Committed together with the adoption or the proposal. */
  readonly beside?: readonly Change[];
}

/** The version that would be adopted: the amended newest one with the next unused number, checked like published
 *  criteria, its badges by `checkBadges`. Throws `criteria-too-early`, `criteria-too-late`, `criteria-unchanged`,
 *  `invalid-criteria`. */
const previewCriteria =
  ({ clock, catalogue }: Ports) =>
  async ({ from, ...amendment }: Amendment & Pick<AdoptCriteria, 'from'>): Promise<Criteria> => {
    await catalogue.refresh('now');
    const newest = catalogue.newest();
    checkBadges(catalogue, amendment.badges);
    const number = { version: catalogue.lastNumber() + 1, inForceFrom: from };
    const next = { ...amended(newest, amendment), ...number };
    const difference = differenceOf(newest, next);
    if (difference === 'none') throw new DomainError('criteria-unchanged');
    checkAdoptionDay(from, { today: localDateInParis(clock.now()), newest, difference });
    return loadCriteria(next, catalogue.framework);
  };

type SettingChanged = ChangeOf<'setting-changed'>;
type CriteriaWithdrawn = ChangeOf<'criteria-withdrawn'>;

/** Adopts a version of the criteria from a future day. Awards keep the version by which they were judged.
 *  Throws the errors of the preview, `approval-needed` where a second person must adopt it, and
 *  `store-conflict` where another version was adopted at the same moment. */
export const adoptCriteria =
  (ports: Ports) =>
  (command: AdoptCriteria): Promise<Criteria> =>
    retryOnConflict(async () => {
      const alone = await adoptingAlone(ports, command.actor);
      return adoptNow(ports, command, () => alone);
    });

/** What the commit of someone who adopts alone must hold. Throws `approval-needed` where a second person must
 *  adopt it. */
export async function adoptingAlone(ports: Ports, by: string): Promise<readonly Change[]> {
  const { store, settings, clock } = ports;
  const value = (await store.readSettings()).get('approvals');
  await settings.refresh('now');
  const { criteria, isForced } = settings.approvals();
  if (criteria) throw new DomainError('approval-needed');
  return isForced ? [] : [approvalsAsRead(value, { at: clock.now(), by })];
}

/** No one adopts alone while someone else asks for a second person. Where no one has said anything yet, the
 *  adoption says that one person is enough: both would write the same row. */
function approvalsAsRead(value: string | undefined, stated: Pick<SettingChanged, 'at' | 'by'>): Change {
  const name = 'approvals';
  if (value !== undefined) return { kind: 'setting-as-read', name, value };
  return {
    kind: 'setting-changed',
    name,
    value: JSON.stringify({ criteria: false }),
    asRead: value,
    ...stated,
  };
}

/** Adopts a version that needs no further approval, in one commit with its consequences. */
async function adoptNow(
  ports: Ports,
  { from, actor, beside = [], ...amendment }: AdoptCriteria,
  follow: (version: number) => readonly Change[] = () => [],
): Promise<Criteria> {
  const { store, clock, catalogue } = ports;
  const next = await previewCriteria(ports)({ ...amendment, from });
  const at = clock.now();
  await store.commit([
    ...follow(next.version),
    ...beside,
    { kind: 'criteria-adopted', criteria: next, by: actor, at },
    audit('criteria-adopted', { at, actor, subject: `criteria/${next.version}`, details: { from } }),
  ]);
  await catalogue.refresh('now');
  return next;
}

/** Withdraws the newest version before its day, or at any time where it only adds badges, if no award was judged
 *  by it. Its number is not given again. Throws `criteria-in-force` where it cannot be withdrawn any more;
 *  `store-conflict` where an award was judged by it. */
const withdrawCriteria =
  ({ store, clock, catalogue }: Ports) =>
  async ({ version, actor }: { readonly version: number; readonly actor: PersonId }): Promise<void> => {
    await catalogue.refresh('now');
    const at = clock.now();
    const versions = catalogue.versions();
    const criteria = versions.find((one) => one.version === version);
    const today = localDateInParis(at);
    if (!criteria || !catalogue.isAdoptedHere(version) || !isWithdrawable(criteria, { versions, today })) {
      throw new DomainError('criteria-in-force', { version });
    }
    const details = { from: criteria.inForceFrom };
    await store.commit([
      { kind: 'criteria-withdrawn', version, ...behind(versions), by: actor, at },
      audit('criteria-withdrawn', { at, actor, subject: `criteria/${version}`, details }),
    ]);
    await catalogue.refresh('now');
  };

/** The version before the newest one, and the codes that it lacks. */
function behind(versions: readonly Criteria[]): Pick<CriteriaWithdrawn, 'before' | 'added'> {
  const codesOf = (criteria?: Criteria) => (criteria?.achievements ?? []).map(({ code }) => code);
  const [before, newest] = versions.slice(-2);
  const known = codesOf(before);
  return { before: before?.version ?? 0, added: codesOf(newest).filter((code) => !known.includes(code)) };
}

export const criteriaServices = useCases({
  previewCriteria,
  adoptCriteria,
  withdrawCriteria,
  draftCriteria,
  judgeDraft,
  withdrawDraft,
});
