import { audit } from '../../domain/audit/entry.ts';
import { differenceOf, type VersionDifference } from '../../domain/criteria/adoption.ts';
import {
  type AmendedBadge,
  amended,
  type BadgeDraft,
  BLANK_BADGE,
  copyOf,
  putOf,
} from '../../domain/criteria/badge-change.ts';
import type { AchievementDefinition } from '../../domain/criteria/definition.ts';
import { DomainError } from '../../domain/errors.ts';
import { type PersonId, personIdsAmong } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/types.ts';
import type { PackError } from '../../domain/settings/pack-error.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { beginJob } from '../jobs/begin.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import { checkSound, errorsOf } from './check-badges.ts';
import { type TriedPage, tryPage } from './trial.ts';
import { type AdoptCriteria, adoptCriteria, draftCriteria } from './workshop.ts';

/** The most drafts at a time, far above what an office writes. */
export const MOST_BADGE_DRAFTS = 100;

/** What a draft begins from: nothing, a badge to copy, a badge to change, or a whole badge. */
export type BadgeBeginning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'copy' | 'change'; readonly code: string }
  | ({ readonly kind: 'given' } & AmendedBadge);

interface BeginBadge {
  readonly from: BadgeBeginning;
  readonly actor: PersonId;
}

/** Begins the draft of a badge. A badge that was retired can be copied or changed too, as its last version had it.
 *  Throws `unknown-achievement`, `invalid-badge` for a given badge that is not whole, and `too-many-drafts` beyond
 *  100 of them. */
const beginBadge =
  (ports: Ports) =>
  async ({ from, actor }: BeginBadge): Promise<BadgeDraft> => {
    const { store, clock, ids, catalogue } = ports;
    await catalogue.refresh('now');
    const begun = beginningOf(catalogue, from);
    if (from.kind === 'given') checkSound(ports.catalogue, begun);
    const open = await store.readBadgeDrafts(MOST_BADGE_DRAFTS);
    if (open.length >= MOST_BADGE_DRAFTS)
      throw new DomainError('too-many-drafts', { limit: MOST_BADGE_DRAFTS });
    const at = clock.now();
    const by = { begunBy: actor, begunAt: at, changedBy: actor, changedAt: at };
    const draft: BadgeDraft = { id: ids.uuid(), revision: 1, ...begun, ...by };
    await store.commit([
      { kind: 'badge-draft-begun', draft },
      audit('badge-draft-begun', { at, actor, subject: draft.id, details: { code: begun.badge.code } }),
    ]);
    return draft;
  };

function beginningOf(catalogue: Ports['catalogue'], from: BadgeBeginning): AmendedBadge {
  switch (from.kind) {
    case 'nothing':
      return { badge: BLANK_BADGE };
    case 'given':
      return { badge: from.badge, ...(from.replaces && { replaces: from.replaces }) };
    case 'copy':
      return { badge: copyOf(lastOf(catalogue, from.code)) };
    case 'change':
      return { badge: lastOf(catalogue, from.code), replaces: from.code };
  }
}

/** The badge as the last version that has it says. */
function lastOf(catalogue: Ports['catalogue'], code: string): AchievementDefinition {
  const all = catalogue.versions().toReversed();
  const found = all.flatMap(({ achievements }) => achievements.find((one) => one.code === code) ?? [])[0];
  if (!found) throw new DomainError('unknown-achievement', { code });
  return found;
}

interface NamedDraft {
  readonly id: string;
  /** The revision that was read. */
  readonly revision: number;
  readonly actor: PersonId;
}

/** Keeps what was written. Throws `not-found`, and `store-conflict` where someone changed the draft since. */
const saveBadge =
  ({ store, clock }: Ports) =>
  async ({ id, revision, actor, badge }: NamedDraft & { readonly badge: AchievementDefinition }) => {
    await readDraft(store, id);
    await store.commit([{ kind: 'badge-draft-changed', id, revision, badge, by: actor, at: clock.now() }]);
  };

/** Drops the draft. Throws as `saveBadge` does. */
const dropBadge =
  ({ store, clock }: Ports) =>
  async ({ id, revision, actor }: NamedDraft): Promise<void> => {
    const { badge } = await readDraft(store, id);
    const details = { code: badge.code };
    await store.commit([
      { kind: 'badge-draft-ended', id, revision },
      audit('badge-draft-dropped', { at: clock.now(), actor, subject: id, details }),
    ]);
  };

/** The badges of the newest version of the criteria. */
const listBadges =
  ({ catalogue }: Ports) =>
  async () => {
    await catalogue.refresh('now');
    const { version, inForceFrom, achievements } = catalogue.newest();
    return { version, inForceFrom, badges: achievements.map((badge) => ({ code: badge.code, badge })) };
  };

interface TryGivenBadge {
  readonly badge: AmendedBadge;
  readonly after?: string | undefined;
}

/** What a badge would change; faults, or one part of all recipients, who are judged today. */
export interface BadgeTrial extends Partial<TriedPage> {
  readonly faults: readonly PackError[];
  readonly difference?: VersionDifference;
}

/** Names what is missing or wrong in a badge or, where nothing is, judges one part of all recipients by the newest
 *  criteria with it and by those in force. Nothing is written. */
const tryGivenBadge =
  (ports: Ports) =>
  async ({ badge, after }: TryGivenBadge): Promise<BadgeTrial> => {
    const { catalogue } = ports;
    await catalogue.refresh('now');
    const faults = errorsOf(catalogue, badge);
    if (faults.length > 0) return { faults };
    const newest = catalogue.newest();
    const trial = amended(newest, { figures: {}, badges: [putOf(badge)] });
    const requested = { trial, tried: [badge.badge.code], framework: catalogue.framework, after };
    return { faults, difference: differenceOf(newest, trial), ...(await tryPage(ports, requested)) };
  };

interface AdoptGivenBadge {
  readonly badge: AmendedBadge;
  readonly from: LocalDate;
  /** A person, a program or the command line. */
  readonly actor: string;
}

/** Adopts a whole badge from a day. Throws `invalid-badge` with its first fault, and the errors of
 *  `adoptCriteria`. */
const adoptGivenBadge =
  (ports: Ports) =>
  ({ badge, ...command }: AdoptGivenBadge): Promise<Adopted> =>
    adopt(ports, { figures: {}, badges: [putOf(badge)], ...command });

/** What is missing or wrong before the badge can be adopted; the places are JSON Pointers into the badge. */
const checkBadge =
  ({ catalogue }: Ports) =>
  (badge: AmendedBadge): readonly PackError[] =>
    errorsOf(catalogue, badge);

/** Begins to judge everyone by the newest criteria with this badge, as of today. Throws `invalid-badge` with
 *  the first fault of the badge. */
const tryBadge =
  (ports: Ports) =>
  async (badge: AmendedBadge, actor: PersonId): Promise<Job> => {
    await ports.catalogue.refresh('now');
    checkSound(ports.catalogue, badge);
    const on = localDateInParis(ports.clock.now());
    const { version } = ports.catalogue.newest();
    const command = { kind: 'try-criteria' as const, figures: {}, badges: [putOf(badge)], on, version };
    return beginJob(ports)(command, actor);
  };

interface AdoptBadge extends NamedDraft {
  readonly from: LocalDate;
}

/** How a change of badges went: adopted as a version, or proposed to a second person. */
export type Adopted =
  | { readonly kind: 'adopted'; readonly version: number }
  | { readonly kind: 'proposed'; readonly draft: string };

/** Adopts the badge of a draft from a day, or proposes it where a second person must adopt it (a program or the
 *  command line proposes nothing: `approval-needed`). The draft ends in the same commit. Throws `not-found`, `invalid-badge` with the first fault of the badge, the errors of
 *  `adoptCriteria`, and `store-conflict` where someone changed the draft or adopted something in the meantime. */
const adoptBadge =
  (ports: Ports) =>
  async ({ id, revision, from, actor }: AdoptBadge): Promise<Adopted> => {
    const draft = await readDraft(ports.store, id);
    const beside = [{ kind: 'badge-draft-ended' as const, id, revision }];
    return adopt(ports, { figures: {}, badges: [putOf(draft)], from, actor, beside });
  };

interface RetireBadge {
  readonly code: string;
  readonly from: LocalDate;
  /** A person, a program or the command line. */
  readonly actor: string;
}

/** Retires a badge from a day: no one is awarded it from then on, and those who hold it keep it. Throws
 *  `unknown-achievement`, `badge-needed` where another badge asks for it, `last-badge` for the only one, and the
 *  errors of `adoptCriteria`. */
const retireBadge =
  (ports: Ports) =>
  ({ code, ...command }: RetireBadge): Promise<Adopted> =>
    adopt(ports, { figures: {}, badges: [{ kind: 'retire', code }], ...command });

async function adopt(ports: Ports, command: AdoptCriteria): Promise<Adopted> {
  await ports.settings.refresh('now');
  const [agent] = personIdsAmong([command.actor]);
  if (agent && ports.settings.approvals().criteria) {
    return { kind: 'proposed', draft: (await draftCriteria(ports)({ ...command, actor: agent })).id };
  }
  return { kind: 'adopted', version: (await adoptCriteria(ports)(command)).version };
}

async function readDraft(store: Ports['store'], id: string): Promise<BadgeDraft> {
  const draft = await store.readBadgeDraft(id);
  if (!draft) throw new DomainError('not-found');
  return draft;
}

export const badgeDraftServices = useCases({
  listBadges,
  beginBadge,
  saveBadge,
  dropBadge,
  checkBadge,
  tryBadge,
  tryGivenBadge,
  adoptBadge,
  adoptGivenBadge,
  retireBadge,
});
