import type { Random } from '../../demo/random.ts';
import {
  badgesOf,
  type Days,
  datedDecisions,
  engagedAs,
  HEADED,
  isNoAgent,
  isTeacher,
  VALID,
} from './queries.ts';
import type { Place, Row } from './sqlite-instance.ts';

/** What an action needs: something of the life in a state in which the action is possible. */
export interface Aim {
  /** Finds the things. A column such as `people.claire` or `ids.request` takes the place of the handle of that name. */
  readonly find: (days: Days) => string;
  /** The action that begins such a thing. It is done instead if there is none. */
  readonly begins?: string;
}

interface SharedAim extends Aim {
  readonly actions: readonly string[];
}

/** Of a hundred actions, so many name what they find by chance, and may be refused. */
const UNAIMED = 10;
/** An action that begins something may need another one before it. */
const MOST_BEFORE = 4;

export interface Aimed {
  readonly action: string;
  /** The things for it, if it needs some. */
  readonly row?: Row;
  /** Whether the action can succeed on what there is, so that a success must commit something. */
  readonly isPossible: boolean;
}

interface Aiming {
  readonly place: Place;
  readonly random: Random;
  readonly days: Days;
  /** The aim that an action has of its own. */
  aimOf(action: string): Aim | undefined;
}

/** Draws the things for an action. If there are none, draws for the action that begins one. */
export async function aim(planned: string, { place, random, days, aimOf }: Aiming): Promise<Aimed> {
  if (random.integer(100) < UNAIMED) return { action: planned, isPossible: false };
  let name = planned;
  for (let turn = 0; turn < MOST_BEFORE; turn += 1) {
    const wanted = aimOf(name) ?? AIM_BY_ACTION.get(name);
    if (!wanted) return { action: name, isPossible: true };
    const rows = await place.ask(wanted.find(days));
    if (rows.length > 0) return { action: name, row: random.pick(rows), isPossible: true };
    if (wanted.begins === undefined) break;
    name = wanted.begins;
  }
  return { action: name, isPossible: false };
}

const GRANTING = 'all that is met is granted and signed';

const AIMS: readonly SharedAim[] = [
  // Badges
  {
    actions: [
      'badges: Paul accepts with his full name',
      'badges: Paul accepts nameless',
      'badges: Paul declines',
    ],
    find: () => badgesOf('paul', `acceptance = 'private' and ${VALID}`),
    begins: GRANTING,
  },
  {
    actions: ['a badge is accepted', 'screen: a badge is accepted'],
    find: () => badgesOf('claire', `acceptance <> 'declined' and ${VALID}`),
    begins: GRANTING,
  },
  { actions: ['badges: Paul’s badge is suspended'], find: () => badgesOf('paul', VALID), begins: GRANTING },
  { actions: ['screen: a badge is suspended'], find: () => badgesOf('claire', VALID), begins: GRANTING },
  {
    actions: ['badges: Anne’s badge counts again'],
    find: () => badgesOf('anne', 'suspended_at is not null and revoked_at is null and erased_at is null'),
    begins: 'badges: Paul’s badge is suspended',
  },
  {
    actions: ['badges: Paul’s badge is revoked'],
    find: () => badgesOf('paul', 'revoked_at is null and erased_at is null'),
    begins: GRANTING,
  },
  {
    actions: ['badges: Anne’s badge is revoked'],
    find: () => badgesOf('anne', 'revoked_at is null and erased_at is null'),
    begins: GRANTING,
  },
  {
    actions: [
      'badges: Claire’s badge is revoked',
      'words: Claire’s badge is revoked',
      'screen: a badge is revoked',
      'many badges are revoked',
    ],
    find: () => badgesOf('claire', 'revoked_at is null and erased_at is null'),
    begins: GRANTING,
  },
  {
    actions: [
      'badges: Claire hides her badge',
      'holder: Claire hides her badge',
      'words: Claire hides her badge',
    ],
    find: () => badgesOf('claire', "acceptance = 'accepted' and hidden = 0 and erased_at is null"),
    begins: 'a badge is accepted',
  },
  {
    actions: ['a badge is shown again'],
    find: () =>
      badgesOf(
        'claire',
        "acceptance = 'accepted' and hidden = 1 and revoked_at is null and erased_at is null",
      ),
    begins: 'holder: Claire hides her badge',
  },
  {
    actions: ['decisions: a badge is granted by command'],
    find: () =>
      `select recipient_id as "people.luc" from proposal where recipient_kind = 'person' and achievement = 'RUPN-ENG' order by id`,
    begins: 'everybody is judged',
  },
  {
    actions: [
      'screen: a proposal is granted',
      'decisions: the proposal is granted',
      'decisions: the proposal is refused',
      'a decision waits',
    ],
    find: () => 'select id as "ids.proposal" from proposal order by id',
    begins: 'everybody is judged',
  },
  {
    actions: ['a refusal is reopened'],
    find: () => 'select recipient_id from proposal_refusal where reopened_at is null order by recipient_id',
    begins: 'decisions: the proposal is refused',
  },
  {
    actions: [
      'decisions: the waiting decision is taken back',
      'decisions: the waiting decision is cut short',
    ],
    find: ({ now }) =>
      `select id as "ids.waiting", made_by as "people.agent" from job where kind = 'decide-proposals' and finished_at is null and starts_at > '${now}' order by id`,
    begins: 'a decision waits',
  },
  {
    actions: ['dated decisions: the dated decision is held'],
    find: () => datedDecisions('and held_by is null'),
    begins: 'dated decisions: a grant is dated',
  },
  {
    actions: [
      'dated decisions: the dated decision is taken back',
      'dated decisions: the dated decision is cut short',
    ],
    find: () => datedDecisions(),
    begins: 'dated decisions: a grant is dated',
  },
  // What the holder makes of them
  {
    actions: ['holder: a profile is made'],
    find: () =>
      badgesOf(
        'anne',
        `acceptance = 'accepted' and hidden = 0 and visibility = 'public' and shown_name = 'full' and ${VALID} and recipient_id not in (select person_id from public_profile)`,
      ),
    begins: 'badges: Paul accepts with his full name',
  },
  {
    actions: ['holder: the profile is changed'],
    find: () =>
      badgesOf(
        'claire',
        `acceptance = 'accepted' and hidden = 0 and visibility = 'public' and shown_name = 'initials' and ${VALID} and recipient_id in (select person_id from public_profile)`,
      ),
    begins: 'holder: a profile is made',
  },
  {
    actions: ['holder: the profile is removed'],
    find: () => 'select person_id as "people.claire" from public_profile order by person_id',
    begins: 'holder: a profile is made',
  },
  {
    actions: ['holder: the record is made again'],
    find: () => badgesOf('claire', `acceptance = 'accepted' and hidden = 0 and ${VALID}`),
    begins: 'a badge is accepted',
  },
  {
    actions: ['holder: the record is withdrawn'],
    find: () =>
      `select person_id as "people.claire" from badge_record where exists (select 1 from badge_record_entry where record_id = badge_record.id and withdrawn = 0) order by person_id`,
    begins: 'holder: the record is made again',
  },
  {
    actions: ['words: Claire adds the words'],
    find: () =>
      `select endorsement.id as "ids.words", person_id as "people.claire", credential.id as "badges.claire"
       from endorsement join award on recipient_id = person_id join credential on award_id = award.id
       where credential_id is null and acceptance = 'accepted' and ${VALID} order by endorsement.id, credential.id`,
    begins: 'a principal endorses',
  },
  {
    actions: ['words: Claire declines the words', 'words: the principal takes the words back'],
    find: () =>
      `select id as "ids.words", person_id as "people.claire", uai as "uai" from endorsement where credential_id is null and declined = 0 order by id`,
    begins: 'a principal endorses',
  },
  {
    actions: ['a principal endorses', 'words: the principal writes other words'],
    find: (days) =>
      engagedAs(
        'claire',
        days,
        'and not exists (select 1 from endorsement where endorsement.person_id = engagement.person_id and endorsement.uai = engagement.uai and credential_id is not null)',
      ),
    begins: 'screen: a segment is confirmed',
  },
  // Engagements
  {
    actions: [
      'engagements: the principal confirms',
      'engagements: the principal contests',
      'screen: a segment is confirmed',
      'screen: a segment is contested',
    ],
    find: () =>
      `select reference as "ids.engagement", person_id as "people.claire", uai as "uai" from engagement where confirmation = 'requested' and ${HEADED} order by reference`,
    begins: 'a segment is declared',
  },
  {
    actions: ['a segment is declared', 'screen: a segment is declared'],
    find: () =>
      `select uai as "uai", person.id as "people.claire" from establishment, person where closed_on is null and ${HEADED} and head_of_uai is null and ${isTeacher('person.id')} order by uai, person.id`,
    begins: 'a head takes up a school',
  },
  {
    actions: ['engagements: Claire withdraws'],
    find: () =>
      `select reference as "ids.engagement", engagement.person_id as "people.claire" from engagement join declared_engagement using (reference) where confirmation = 'requested' order by reference`,
    begins: 'a segment is declared',
  },
  {
    actions: [
      'screen: a segment ends',
      'screen: the DANE ends a segment',
      'screen: the DANE corrects a segment',
    ],
    find: (days) => engagedAs('claire', days).replace('ids.running', 'ids.engagement'),
    begins: 'screen: a segment is confirmed',
  },
  {
    actions: ['a change is proposed', 'engagements: Paul proposes the same change'],
    find: (days) =>
      engagedAs(
        'paul',
        days,
        'and not exists (select 1 from engagement_proposal where engagement_reference = reference and settled_at is null)',
      ),
    begins: 'screen: a segment is confirmed',
  },
  {
    actions: ['engagements: Paul’s change is accepted', 'engagements: Paul withdraws his change'],
    find: () =>
      `select id as "ids.change", person_id as "people.paul", uai as "uai" from engagement_proposal where settled_at is null and ${HEADED} order by id`,
    begins: 'a change is proposed',
  },
  {
    actions: ['engagements: Luc answers the contest'],
    find: () =>
      `select id as "ids.contest", person_id as "people.luc" from contest where answered_at is null and decided_at is null and withdrawn_at is null order by id`,
    begins: 'engagements: the principal contests',
  },
  {
    actions: ['engagements: the contest is settled'],
    find: () =>
      `select id as "ids.contest" from contest where decided_at is null and withdrawn_at is null order by id`,
    begins: 'engagements: the principal contests',
  },
  {
    actions: ['engagements: Anne accepts the missions', 'engagements: the principal withdraws the missions'],
    find: () =>
      `select id as "ids.missions", person_id as "people.anne", uai as "uai", proposed_by as "people.head" from mission_proposal where settled_at is null order by id`,
    begins: 'missions are proposed',
  },
  {
    actions: ['missions are proposed'],
    find: (days) => engagedAs('anne', days, `and ${isNoAgent('person_id')}`),
    begins: 'screen: a segment is confirmed',
  },
  // Contributions
  {
    actions: ['contributions: Claire changes it', 'contributions: Claire removes it'],
    find: () =>
      `select reference as "ids.contribution", person_id as "people.claire" from contribution where validated = 0 order by reference`,
    begins: 'a contribution is added',
  },
  {
    actions: ['contributions: the DANE removes it'],
    find: () =>
      `select reference as "ids.contribution", person_id as "people.claire" from contribution where ${isNoAgent('person_id')} order by reference`,
    begins: 'a contribution is added',
  },
  {
    actions: [
      'contributions: the DANE validates',
      'contributions: the DANE validates the imported one',
      'a contribution is validated',
    ],
    find: () =>
      `select reference as "ids.contribution", reference as "ids.imported" from contribution where validated = 0 and ${isNoAgent('person_id')} order by reference`,
    begins: 'a contribution is added',
  },
  // Campaigns, events and meetings
  {
    actions: ['campaigns: the campaign is cancelled', 'campaigns: the campaign is closed'],
    find: () => 'select id as "ids.campaign" from campaign where closed_at is null order by id',
    begins: 'a campaign is opened and asks',
  },
  {
    actions: ['campaigns: the campaign asks'],
    find: () =>
      `select id as "ids.asking" from job where kind = 'ask-confirmations' and finished_at is null order by id`,
    begins: 'a campaign is opened and asks',
  },
  {
    actions: ['people are invited', 'events: everybody is invited'],
    find: ({ today }) =>
      `select code as "ids.meetingEvent", code as "ids.training" from event where kind = 'EV-RENC' and starts_on > '${today}' order by code`,
    begins: 'an event is planned',
  },
  {
    actions: ['events: Paul comes'],
    find: ({ today }) =>
      `select event_code as "ids.meetingEvent", person_id as "people.paul" from event_invitation join event on code = event_code where cancelled_at is null and answer is null and starts_on > '${today}' order by event_code, person_id`,
    begins: 'people are invited',
  },
  {
    actions: ['events: invitations are cancelled'],
    find: ({ today }) =>
      `select event_code as "ids.meetingEvent" from event_invitation join event on code = event_code where cancelled_at is null and starts_on > '${today}' order by event_code, person_id`,
    begins: 'people are invited',
  },
  {
    actions: ['events: a roll call is opened', 'a roll call is opened for a training'],
    find: ({ now }) =>
      `select code as "ids.meetingEvent", code as "ids.training" from event where code not in (select event_code from roll_call where closes_at > '${now}') order by code`,
    begins: 'an event is held today',
  },
  {
    actions: ['events: Paul signs'],
    find: ({ now }) =>
      `select secret as "ids.sheet", person.id as "people.paul" from roll_call, person where opens_at <= '${now}' and closes_at > '${now}' and ${isTeacher('person.id')}
       and not exists (select 1 from attendance where attendance.person_id = person.id and attendance.event_code = roll_call.event_code) order by secret, person.id`,
    begins: 'a roll call is opened for a training',
  },
  {
    actions: ['events: the roll call is closed'],
    find: ({ now }) =>
      `select event_code as "ids.training" from roll_call where closes_at > '${now}' order by secret`,
    begins: 'a roll call is opened for a training',
  },
  {
    actions: ['events: the meeting is held', 'events: the meeting is cancelled'],
    find: (days) =>
      `select school_meeting.id as "ids.meeting", school_meeting.uai as "uai", there.paul as "people.paul" from school_meeting
       join (${engagedAs('paul', days)
         .replace('"people.paul"', 'paul')
         .replace(/ order by .*/, '')}) there on there.uai = school_meeting.uai
       where state not in ('held', 'cancelled') order by school_meeting.id, there.paul`,
    begins: 'a meeting is asked for',
  },
  {
    actions: ['a meeting is asked for'],
    find: (days) =>
      engagedAs(
        'paul',
        days,
        "and uai not in (select uai from school_meeting where state not in ('held', 'cancelled'))",
      ),
    begins: 'screen: a segment is confirmed',
  },
  // The school
  {
    actions: ['school: the project is changed', 'school: the project is removed'],
    find: (days) =>
      `select school_project.id as "ids.project", school_project.uai as "uai", there.paul as "people.paul" from school_project
       join (${engagedAs('paul', days)
         .replace('"people.paul"', 'paul')
         .replace(/ order by .*/, '')}) there on there.uai = school_project.uai
       order by school_project.id, there.paul`,
    begins: 'a project is begun',
  },
  {
    actions: ['a project is begun', 'school: means are noted', 'school: support is asked'],
    find: (days) => engagedAs('paul', days),
    begins: 'screen: a segment is confirmed',
  },
  {
    actions: ['support is asked for'],
    find: (days) => engagedAs('claire', days),
    begins: 'screen: a segment is confirmed',
  },
  {
    actions: ['school: the class project ends', 'school: the class project is changed'],
    find: () => 'select id as "ids.classProject" from class_project where ended_at is null order by id',
    begins: 'a class project is begun',
  },
  {
    actions: ['school: classes are entered'],
    find: (days) =>
      `select class_project.id as "ids.classProject", there.uai as "uai", there.claire as "people.claire" from class_project,
       (${engagedAs('claire', days)
         .replace('"people.claire"', 'claire')
         .replace(/ order by .*/, '')}) there
       where ended_at is null and joins_until >= '${days.today}' order by class_project.id, there.claire`,
    begins: 'a class project is begun',
  },
  {
    actions: ['school: support is answered'],
    find: () =>
      `select id as "ids.support", person_id as "people.claire" from support_request where state <> 'ended' and ${isNoAgent('person_id')} order by id`,
    begins: 'support is asked for',
  },
  {
    actions: ['school: support is ended'],
    find: () =>
      `select id as "ids.support", person_id as "people.claire" from support_request where state <> 'ended' order by id`,
    begins: 'support is asked for',
  },
  // Schools and people
  {
    actions: ['schools: it is opened again'],
    find: () => 'select uai as "school" from establishment where closed_on is not null order by uai',
    begins: 'schools: it closes',
  },
  {
    actions: [
      'schools: it closes',
      'schools: it becomes one with another',
      'schools: an engagement there is declared',
    ],
    find: () => 'select uai as "school" from establishment where closed_on is null order by uai',
  },
  {
    actions: ['schools: a school is added', 'schools: another agent adds it'],
    find: () => "select 1 as free where not exists (select 1 from establishment where uai = '0890003V')",
    begins: 'a school opens',
  },
  {
    actions: ['schools: a head of it is added', 'schools: somebody of that address is added'],
    find: () =>
      'select uai as "school" from establishment where closed_on is null and not exists (select 1 from person_email where address = \'tete@ac-test.example\') order by uai',
    begins: 'someone arrives',
  },
  {
    actions: ['people: a second record is merged into Claire', 'people: Claire is merged into Paul'],
    find: () =>
      `select one.id as "people.claire", other.id as "people.double", other.id as "people.paul" from person one, person other
       where one.id <> other.id and one.head_of_uai is null and other.head_of_uai is null and ${isTeacher('one.id')} and ${isTeacher('other.id')}
       and ${isNoAgent('one.id')} and ${isNoAgent('other.id')} order by one.id, other.id`,
    begins: 'someone arrives',
  },
  {
    actions: ['people: Claire is erased', 'holder: Claire is erased', 'decisions: Luc is erased'],
    find: () =>
      `select id as "people.claire", id as "people.luc" from person where head_of_uai is null and ${isNoAgent('id')} order by id`,
    begins: 'someone arrives',
  },
  {
    actions: ['people: the DANE corrects a name', 'people: an agent gives a profile'],
    find: () =>
      `select id as "people.claire" from person where head_of_uai is null and ${isTeacher('id')} and ${isNoAgent('id')} order by id`,
    begins: 'someone arrives',
  },
  {
    actions: ['people: an agent leaves'],
    find: () =>
      `select one.person_id as "people.agent", other.person_id as "people.dane" from person_profile one, person_profile other
       where one.profile = 'dane' and other.profile = 'dane' and one.person_id <> other.person_id
       and (select count(*) from person_profile where profile = 'dane') > 2 order by one.person_id, other.person_id`,
    begins: 'an agent of the DANE arrives',
  },
  // The office
  {
    actions: ['office: the request is settled'],
    find: () =>
      `select id as "ids.request" from data_request where settled_at is null and ${isNoAgent('person_id')} order by id`,
    begins: 'a request on one’s data is made',
  },
  {
    actions: ['office: the token is revoked'],
    find: () => 'select id as "ids.token" from api_token where revoked_at is null order by id',
    begins: 'a token is made',
  },
  {
    actions: ['office: the draft is agreed'],
    find: () =>
      `select criteria_draft.id as "ids.draft", person_id as "people.dane" from criteria_draft, person_profile where outcome is null and profile = 'dane' and person_id <> drafted_by order by criteria_draft.id, person_id`,
    begins: 'a draft of criteria is made',
  },
  {
    actions: ['office: the draft is withdrawn'],
    find: () =>
      `select id as "ids.draft", drafted_by as "people.agent" from criteria_draft where outcome is null order by id`,
    begins: 'a draft of criteria is made',
  },
  {
    actions: ['office: the doubt is bound', 'office: the doubt is dismissed'],
    find: () => 'select id as "ids.doubt" from sign_in_doubt order by id',
    begins: 'a newcomer signs in',
  },
  {
    actions: ['office: the headship is accepted'],
    find: () =>
      'select person_id as "people.neighbour", uai as "uai" from headship where checked_at is null order by person_id, uai',
    begins: 'office: a headship is declared',
  },
  {
    actions: ['office: the headship is withdrawn'],
    find: () => 'select person_id as "people.neighbour", uai as "uai" from headship order by person_id, uai',
    begins: 'office: a headship is declared',
  },
  {
    actions: ['screen: head wanders'],
    find: () =>
      `select head_of_uai as "uai", id as "people.head" from person where head_of_uai is not null order by id`,
    begins: 'a head takes up a school',
  },
];

const AIM_BY_ACTION: ReadonlyMap<string, Aim> = new Map(
  AIMS.flatMap((one) => one.actions.map((action) => [action, one] as const)),
);

/** The actions that are aimed, or begin something for others. */
export const AIMED_ACTIONS: readonly string[] = AIMS.flatMap(({ actions, begins }) => [
  ...actions,
  ...(begins === undefined ? [] : [begins]),
]);

/** Actions that succeed too if all is as they want it already. */
export const MAY_CHANGE_NOTHING: ReadonlySet<string> = new Set([
  GRANTING,
  'decisions: all that is met is granted and signed',
  'decisions: everyone is judged',
  'everybody is judged',
  'badges: badges are signed again',
  'people: a file renames Claire',
  'contributions: a file names it',
  'engagements: a file ends Claire’s segment',
  'engagements: the timer keeps up',
  'events: a file changes the event',
  'schools: a file renames it',
  'the files of the year are imported',
  'a file of segments is imported',
  'office: one agent is enough again',
  'office: a second agent is asked for',
  'campaigns: one of the same name is opened',
  'a campaign is opened and asks',
  'a message to the network is written and sent',
  'a day is lived',
  // They return the role that someone else holds, and decide nothing.
  'engagements: the contest is settled',
  'engagements: the principal confirms',
  'strangers are looked at',
  'a key is compromised',
  'a backup is made',
  'the backup is put back',
  'all processes are restarted',
]);
