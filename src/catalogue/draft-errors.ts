import { type AmendedBadge, amended, putOf } from '../domain/criteria/badge-change.ts';
import type { AchievementDefinition, Criteria } from '../domain/criteria/definition.ts';
import type { MissionFramework } from '../domain/engagement/mission.ts';
import type { PackError } from '../domain/settings/pack-error.ts';
import { criteriaErrors } from './criteria-errors.ts';
import { drawingError } from './drawing-errors.ts';
import { shapeErrors, valueAt } from './pack-errors.ts';

interface Beside {
  /** All versions, oldest first. */
  readonly versions: readonly Criteria[];
  readonly framework: MissionFramework;
}

/** What is missing or wrong in a badge that is put into the newest version of the criteria. The places are JSON
 *  Pointers into the badge. A code that any version gave to another badge is taken: signed badges name it. */
export function draftErrors(given: AmendedBadge, { versions, framework }: Beside): readonly PackError[] {
  const { badge, replaces } = given;
  const newest = versions.at(-1);
  if (!newest) return [];
  const next = amended(newest, { figures: {}, badges: [putOf(given)] });
  const at = `/achievements/${next.achievements.indexOf(badge)}`;
  const isTaken = badge.code !== replaces && versions.some((one) => hasCode(one, badge.code));
  const shape = within(at, shapeErrors('badges', next));
  // What another badge asks may not fit this one any more.
  const whole = shape.length > 0 ? [] : criteriaErrors(next, framework).map((error) => from(at, error));
  // A badge that a program gives may have any shape.
  const drawing: Partial<Extract<AchievementDefinition['drawing'], { kind: 'own' }>> = Object(badge.drawing);
  const image = drawing.kind === 'own' && typeof drawing.image === 'string' ? drawing.image : '';
  const drawn = image === '' ? undefined : drawingError(image);
  return [
    ...(isTaken ? [{ path: '/code', reason: 'duplicate-code' as const }] : []),
    ...shape.filter(({ path }) => !(drawn && path === '/drawing/image')),
    ...whole,
    ...(drawn ? [{ path: '/drawing/image', ...drawn }] : []),
  ].map((error) => {
    const value = valueAt(badge, error.path);
    return { file: '', ...(value && { value }), ...error };
  });
}

const hasCode = ({ achievements }: Criteria, code: string) => achievements.some((one) => one.code === code);

/** The faults at a place and below it, with their places from there. */
function within(at: string, errors: readonly PackError[]) {
  return errors.flatMap((error) => (isAt(at, error) ? [from(at, error)] : []));
}

/** The same fault with its place from there; a fault elsewhere is one of the whole badge. */
function from<Fault extends Pick<PackError, 'path' | 'reason'>>(at: string, { path, reason }: Fault) {
  return { path: isAt(at, { path }) ? path.slice(at.length) : '', reason: reason as PackError['reason'] };
}

const isAt = (at: string, { path }: Pick<PackError, 'path'>) => path === at || path.startsWith(`${at}/`);
