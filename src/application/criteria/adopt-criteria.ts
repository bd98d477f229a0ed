import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { audit } from '../../domain/audit.ts';
import type { Change, ChangeOf } from '../../domain/change/change.ts';
import { checkAdoptionDay } from '../../domain/criteria/adoption.ts';
import type { Criteria } from '../../domain/criteria/criteria.ts';
import { withFigures } from '../../domain/criteria/criteria-figures.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

export interface AdoptCriteria {
  /** Figures that differ from the newest version, by their JSON Pointer. */
  readonly figures: Readonly<Record<string, number>>;
  readonly from: LocalDate;
  readonly actor: PersonId;
}

/** The version that would be adopted: the newest one with these figures and the next unused number, checked
 *  like published criteria. Throws `criteria-too-early`, `criteria-too-late`, `criteria-unchanged`,
 *  `invalid-criteria`. */
export const previewCriteria =
  ({ clock, catalogue }: Ports) =>
  async ({ figures, from }: Pick<AdoptCriteria, 'figures' | 'from'>): Promise<Criteria> => {
    await catalogue.refresh('now');
    const newest = catalogue.versions().at(-1);
    if (!newest) throw new DomainError('no-criteria-in-force', { on: from });
    checkAdoptionDay(from, { today: localDateInParis(clock.now()), newest });
    const number = { version: catalogue.lastNumber() + 1, inForceFrom: from };
    const next = { ...withFigures(newest, figures), ...number };
    if (JSON.stringify(next) === JSON.stringify({ ...newest, ...number })) {
      throw new DomainError('criteria-unchanged');
    }
    return loadCriteria(next);
  };

type SettingChanged = ChangeOf<'setting-changed'>;

/** Adopts a version of the criteria from a future day. Awards keep the version by which they were judged.
 *  Throws the errors of the preview, `approval-needed` where a second person must adopt it, and
 *  `store-conflict` where another version was adopted at the same moment. */
export const adoptCriteria =
  (ports: Ports) =>
  (command: AdoptCriteria): Promise<Criteria> => {
    const { store, settings } = ports;
    return onceMore(async () => {
      const value = (await store.readSettings()).get('approvals');
      await settings.refresh('now');
      const { criteria, isForced } = settings.approvals();
      if (criteria) throw new DomainError('approval-needed');
      const { actor } = command;
      const asRead = approvalsAsRead(value, { at: ports.clock.now(), by: actor });
      return adoptNow(ports, command, () => (isForced ? [] : [asRead]));
    });
  };

/** Nobody adopts alone while somebody else asks for a second person. Where nobody has said anything yet, the
 *  adoption says that one person is enough: both would write the same row. */
function approvalsAsRead(value: string | undefined, said: Pick<SettingChanged, 'at' | 'by'>): Change {
  const name = 'approvals';
  if (value !== undefined) return { kind: 'setting-as-read', name, value };
  return {
    kind: 'setting-changed',
    name,
    value: JSON.stringify({ criteria: false }),
    asRead: value,
    ...said,
  };
}

/** Adopts a version that needs no further approval, in one commit with its consequences. */
export async function adoptNow(
  ports: Ports,
  { figures, from, actor }: AdoptCriteria,
  follow: (version: number) => readonly Change[] = () => [],
): Promise<Criteria> {
  const { store, clock, catalogue } = ports;
  const next = await previewCriteria(ports)({ figures, from });
  const at = clock.now();
  await store.commit([
    ...follow(next.version),
    { kind: 'criteria-adopted', criteria: next, by: actor, at },
    audit('criteria-adopted', { at, actor, subject: `criteria/${next.version}`, details: { from } }),
  ]);
  await catalogue.refresh('now');
  return next;
}
