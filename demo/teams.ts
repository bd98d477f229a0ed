import { attended, type EventName } from './events.ts';
import {
  between,
  type GroupStory,
  openFrom,
  review,
  type Segment,
  type Story,
  split,
  yearly,
} from './story.ts';

/** Stories of whole schools about RUPN-EQUIPE, judged for 2025-26. */

const LEAD = split('A1 A2 A3 B1 D1 D2', 'contact-dane referent-usages-ent');
const TOOLS = split('C1 C2 C4 E1', 'contact-collectivite administrateur-ent');
const EDITOR = split('C3 D4 E1 E3', 'referent-site');

const MEETING_OF_2025 = '2025-12-09';
const MEETING_OF_2026 = '2026-11-17';

interface MemberPlan {
  readonly segments: readonly Segment[];
  readonly training: EventName;
  readonly reviewOn: string;
}

const goingOn = (work: typeof LEAD): readonly Segment[] => [
  ...yearly([2024, 2025], work),
  openFrom('2026-09-01', work),
];

function member({ segments, training, reviewOn }: MemberPlan): Story {
  const attendances = [attended(2025, training), attended(2025, 'rencontre', { proof: 2 })];
  return { segments, attended: attendances, reviews: [review(reviewOn)], contributions: [] };
}

const lead = member({ segments: goingOn(LEAD), training: 'accompagner', reviewOn: '2026-05-18' });
const tools = member({ segments: goingOn(TOOLS), training: 'ent', reviewOn: '2026-05-19' });
const editor = member({ segments: goingOn(EDITOR), training: 'ia', reviewOn: '2026-05-21' });

/** Three people, every family, every role: earns RUPN-EQUIPE for 2025-26. */
export function fullTeam(): GroupStory {
  return { members: [lead, tools, editor], meetings: [MEETING_OF_2025] };
}

/** The same team, with everything already done for 2026-27. Its badge is met when the missions reach 90 days,
 *  on 29 November. One member held two missions more until the summer: they can be carried over. */
export function teamAhead(): GroupStory {
  const before = { ...EDITOR, missions: [...EDITOR.missions, 'D3', 'E2'].toSorted() };
  const segments = [...yearly([2024, 2025], before), openFrom('2026-09-01', EDITOR)];
  const prepared = [lead, tools, { ...editor, segments }].map(prepareFor2026);
  return { members: prepared, meetings: [MEETING_OF_2025, MEETING_OF_2026] };
}

/** Two people share all missions, and the role of contact is handed over on 1 February: there are never two
 *  contacts on one day. */
export function teamWithHandover(): GroupStory {
  const advice = 'A1 B1 D1 D2';
  const maintenance = 'C1 C3 C4 E1';
  const maintenanceRoles = 'contact-collectivite administrateur-ent referent-site';
  const first = member({
    segments: [
      between('2025-09-01', '2026-01-31', split(advice, 'contact-dane referent-usages-ent')),
      between('2026-02-01', '2026-08-31', split(advice, 'referent-usages-ent')),
    ],
    training: 'rgpd',
    reviewOn: '2026-06-02',
  });
  const second = member({
    segments: [
      between('2025-09-01', '2026-01-31', split(maintenance, maintenanceRoles)),
      between('2026-02-01', '2026-08-31', split(maintenance, `${maintenanceRoles} contact-dane`)),
    ],
    training: 'ent',
    reviewOn: '2026-06-02',
  });
  return { members: [first, second], meetings: ['2026-03-24'] };
}

/** Formed in September 2026 and complete since then. It has no badge for 2025-26, and can have that of
 *  2026-27 from 29 November on. */
export function newTeam(): GroupStory {
  const members = [LEAD, TOOLS, EDITOR].map((work) => {
    const segments = [openFrom('2026-09-01', work)];
    return prepareFor2026({ segments, attended: [], reviews: [], contributions: [] });
  });
  return { members, meetings: [MEETING_OF_2026] };
}

/** Only the annual meeting in the school is missing. */
export function teamWithoutMeeting(): GroupStory {
  return { ...fullTeam(), meetings: [] };
}

/** Only one member's review is missing. */
export function teamWithoutReview(): GroupStory {
  return { ...fullTeam(), members: [lead, tools, { ...editor, reviews: [] }] };
}

/** Only one member's training is missing: it is only declared, and a declaration is no proof. */
export function teamWithoutTraining(): GroupStory {
  const declared = { ...tools, attended: [attended(2025, 'ent', { proof: 0 })] };
  return { ...fullTeam(), members: [lead, declared, editor] };
}

/** Only the referent for the web site is missing. */
export function teamWithoutSiteReferent(): GroupStory {
  const writer = { ...editor, segments: goingOn(split(EDITOR.missions.join(' '))) };
  return { ...fullTeam(), members: [lead, tools, writer] };
}

/** Only the contact of the local authority is missing: the request has no answer yet. */
export function teamWithoutAuthorityContact(): GroupStory {
  const administrator = { ...tools, segments: goingOn(split('C1 C2 C4 E1', 'administrateur-ent')) };
  return { ...fullTeam(), members: [lead, administrator, editor] };
}

/** Only family E is missing: no one has a mission of it. */
export function teamWithoutFamilyE(): GroupStory {
  const toolsOnly = split('C1 C2 C4', TOOLS.roles.join(' '));
  const siteOnly = split('C3 D4', EDITOR.roles.join(' '));
  const members = [
    lead,
    { ...tools, segments: goingOn(toolsOnly) },
    { ...editor, segments: goingOn(siteOnly) },
  ];
  return { ...fullTeam(), members };
}

/** Only a second person is missing: one teacher has all missions. */
export function teamOfOne(): GroupStory {
  const all = [LEAD, TOOLS, EDITOR];
  const work = {
    missions: all
      .flatMap((part) => part.missions)
      .filter((code, index, list) => list.indexOf(code) === index),
    roles: all.flatMap((part) => part.roles),
  };
  return { ...fullTeam(), members: [{ ...lead, segments: goingOn(work) }] };
}

/** Adds a training in October and a review in November: a member needs no more for 2026-27. */
function prepareFor2026(story: Story): Story {
  return {
    ...story,
    attended: [...story.attended, attended(2026, 'accompagner'), attended(2026, 'rencontre')],
    reviews: [...story.reviews, review('2026-11-10')],
  };
}
