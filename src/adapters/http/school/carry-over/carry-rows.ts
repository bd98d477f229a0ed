import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { type CarryCandidate, deriveCarryOver } from '../../../../domain/engagement/carry-over.ts';
import { ROLES } from '../../../../domain/engagement/mission.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import type { MissionProposal } from '../../../../features/mission-proposals/feature.ts';
import { missionAsText, sharingAsText } from '../../engagements/descriptions.ts';
import type { FormValues } from '../../forms/schema.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { nameIn } from '../split/matrix-view.ts';

export type CarryRow = ReturnType<typeof rowOf>;

interface CarryAround {
  readonly proposals: readonly MissionProposal[];
  readonly into: SchoolYear;
  readonly viewer: PersonId;
  readonly wording: TextContext;
}

/** Last year's split, one row for each person: the missions to carry over, those that continue by themselves,
 *  and the obstacles. */
export function carryRows(school: SchoolInYear, { proposals, into, ...around }: CarryAround) {
  const { uai } = school.establishment;
  const { engagements } = school;
  const lines = deriveCarryOver({ uai, engagements, proposals, into });
  return lines.map((line) => rowOf(line, school, around));
}

/** The boxes that are ticked at first: missions that ended with the year, where no role clashes. */
export function tickedIn(rows: readonly CarryRow[]): FormValues {
  return {
    person: rows.filter(({ chosen }) => chosen).map(({ id }) => id),
    missions: rows.flatMap(({ id, line }) => line.missions.map((code) => `${id}:${code}`)),
    roles: rows.flatMap(({ id, line }) => line.roles.map((role) => `${id}:${role}`)),
  };
}

function rowOf(
  line: CarryCandidate,
  school: SchoolInYear,
  { viewer, wording }: Pick<CarryAround, 'viewer' | 'wording'>,
) {
  const { t, framework } = wording;
  const texts = t.carryOver;
  const { personId, state, held, until, clashes, sharing } = line;
  const own = personId === viewer;
  const open = (state === 'ended' || state === 'left') && !own;
  const roleTexts = (roles: CarryCandidate['roles']) => roles.map((role) => t.records.roles[role]).join(', ');
  return {
    id: personId,
    name: nameIn(school, personId),
    line,
    /** Whether something of it can be carried over. */
    open,
    chosen: open && state === 'ended' && clashes.length === 0,
    held: [held.missions.join(', '), roleTexts(held.roles)].filter(Boolean).join(' · '),
    state: own && state !== 'goes-on' ? texts.own : texts.states[state](until && t.day(until)),
    notes: [
      ...clashes.map(({ role, holder }) =>
        texts.clash(t.records.roles[role], nameIn(school, holder.personId)),
      ),
      ...sharing.map((one) => texts.shared(one.mission, sharingAsText(one, wording))),
    ],
    missions: [...framework.missions.keys()].map((code) => ({
      code,
      label: missionAsText(code, wording),
    })),
    roles: ROLES.map((role) => ({
      role,
      label: t.records.roles[role],
    })),
  };
}
