import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { type CarryLine, deriveCarryOver } from '../../../../domain/engagement/carry-over.ts';
import { ROLES } from '../../../../domain/engagement/mission.ts';
import { isUnanswered, type MissionProposal } from '../../../../domain/engagement/mission-proposal.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import { missionWords } from '../../engagements/engagement-words.ts';
import type { Wording } from '../../shell/wording.ts';
import { sharingWords } from '../mission-sharing/mission-sharing-words.ts';
import { nameIn } from '../split/split-matrix-view.ts';

export type CarryView = ReturnType<typeof carryView>;
export type CarryRow = CarryView['rows'][number];

interface CarryAround {
  readonly proposals: readonly MissionProposal[];
  readonly into: SchoolYear;
  readonly viewer: PersonId;
  readonly wording: Wording;
}

/** Last year's split, one row for each person: the missions to carry over, those that continue by themselves,
 *  and the obstacles. */
export function carryView(school: SchoolInYear, { proposals, into, viewer, wording }: CarryAround) {
  const { uai } = school.establishment;
  const { engagements } = school;
  const lines = deriveCarryOver({ uai, engagements, proposals, into });
  const rows = lines.map((line) => rowOf(line, school, { viewer, wording }));
  const waiting = proposals.filter((one) => one.carriedInto === into && isUnanswered(one));
  return {
    into,
    /** Lines of which something can be carried over. */
    rows: rows.filter(({ open }) => open),
    settled: rows.filter(({ open }) => !open),
    waiting: waiting.length,
  };
}

function rowOf(
  line: CarryLine,
  school: SchoolInYear,
  { viewer, wording }: Pick<CarryAround, 'viewer' | 'wording'>,
) {
  const { t, framework } = wording;
  const texts = t.carryOver;
  const { personId, state, held, until, clashes, sharing } = line;
  const own = personId === viewer;
  const open = (state === 'ended' || state === 'left') && !own;
  const roleWords = (roles: CarryLine['roles']) => roles.map((role) => t.records.roles[role]).join(', ');
  return {
    id: personId,
    name: nameIn(school, personId),
    open,
    /** Ticked at first: missions that ended with the year, where no role clashes. */
    chosen: open && state === 'ended' && clashes.length === 0,
    held: [held.missions.join(', '), roleWords(held.roles)].filter(Boolean).join(' · '),
    state: own && state !== 'goes-on' ? texts.own : texts.states[state](until && t.day(until)),
    notes: [
      ...clashes.map(({ role, holder }) =>
        texts.clash(t.records.roles[role], nameIn(school, holder.personId)),
      ),
      ...sharing.map((one) => texts.shared(one.mission, sharingWords(one, wording))),
    ],
    missions: [...framework.missions.keys()].map((code) => ({
      code,
      label: missionWords(code, wording),
      checked: line.missions.includes(code),
    })),
    roles: ROLES.map((role) => ({
      role,
      label: t.records.roles[role],
      checked: line.roles.includes(role),
    })),
  };
}
