import { type AmendedBadge, amended, putOf } from '../domain/criteria/badge-change.ts';
import type { AchievementDefinition, Criteria } from '../domain/criteria/definition.ts';
import type { MissionFramework } from '../domain/engagement/mission.ts';
import type { PackFault } from '../domain/settings/pack-error.ts';
import { criteriaFaults } from './criteria-errors.ts';
import { drawingFault } from './drawing-errors.ts';
import { shapeFaults, valueAt } from './pack-errors.ts';

interface Beside {
  /** All versions, oldest first. */
  readonly versions: readonly Criteria[];
  readonly framework: MissionFramework;
}

/** What is missing or wrong in a badge that is put into the newest version of the criteria. The places are JSON
 *  Pointers into the badge. A code that any version gave to another badge is taken: signed badges name it. */
export function draftFaults(given: AmendedBadge, { versions, framework }: Beside): readonly PackFault[] {
  const { badge, replaces } = given;
  const newest = versions.at(-1);
  if (!newest) return [];
  const next = amended(newest, { figures: {}, badges: [putOf(given)] });
  const at = `/achievements/${next.achievements.indexOf(badge)}`;
  const isTaken = badge.code !== replaces && versions.some((one) => hasCode(one, badge.code));
  const shape = within(at, shapeFaults('badges', next));
  // What another badge asks may not fit this one any more.
  const whole = shape.length > 0 ? [] : criteriaFaults(next, framework).map((fault) => from(at, fault));
  // A badge that a program gives may have any shape.
  const drawing: Partial<Extract<AchievementDefinition['drawing'], { kind: 'own' }>> = Object(badge.drawing);
  const image = drawing.kind === 'own' && typeof drawing.image === 'string' ? drawing.image : '';
  const drawn = image === '' ? undefined : drawingFault(image);
  return [
    ...(isTaken ? [{ path: '/code', reason: 'duplicate-code' as const }] : []),
    ...shape.filter(({ path }) => !(drawn && path === '/drawing/image')),
    ...whole,
    ...(drawn ? [{ path: '/drawing/image', reason: drawn }] : []),
  ].map((fault) => {
    const value = valueAt(badge, fault.path);
    return { file: '', ...fault, ...(value && { value }) };
  });
}

const hasCode = ({ achievements }: Criteria, code: string) => achievements.some((one) => one.code === code);

/** The faults at a place and below it, with their places from there. */
function within(at: string, faults: readonly PackFault[]) {
  return faults.flatMap((fault) => (isAt(at, fault) ? [from(at, fault)] : []));
}

/** The same fault with its place from there; a fault elsewhere is one of the whole badge. */
function from<Fault extends Pick<PackFault, 'path' | 'reason'>>(at: string, { path, reason }: Fault) {
  return { path: isAt(at, { path }) ? path.slice(at.length) : '', reason: reason as PackFault['reason'] };
}

const isAt = (at: string, { path }: Pick<PackFault, 'path'>) => path === at || path.startsWith(`${at}/`);
