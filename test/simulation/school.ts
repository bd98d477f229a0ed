import { action, long, onFound, type Scene, type SimulatedAction } from './operation.ts';
import { engagedAs } from './queries.ts';

const CONFIRMING = 'screen: a segment is confirmed';

/** A teacher, their school, its head, and who acts. */
const there = ({ handles }: Scene) => ({
  ...{ uai: handles.uai, personId: handles.people.claire, by: handles.people.head },
});
const NOTES = {
  ...{ doneByFamily: { A: 'Des comptes ouverts.' }, worked: 'L’accueil.', difficulties: 'Le réseau.' },
  ...{ presentSplit: '', trainingsWished: 'Un stage.', decisions: 'Un planning.' },
} as never;

const ANSWERS = [{ question: 'done', asked: { fr: 'Fait', en: 'Done' }, text: 'Des formations.' }] as never;
const OWN_REPORT = (where: string) => () =>
  `select person_id as "people.claire", uai as "uai", school_year as "ids.year", revision as "ids.revision" from yearly_report where ${where} order by school_year desc, person_id, uai limit 5`;

/** Reviews, reports, means, meetings and authorised actions of a school. */
export const SCHOOL: readonly SimulatedAction[] = [
  onFound(
    action('school: a review is planned', 0.6, (scene) =>
      scene.process.services.planReview({
        ...{ ...there(scene), on: scene.handles.inDays(scene.random.integer(30)) },
      }),
    ),
    (days) => engagedAs('claire', days),
    CONFIRMING,
  ),
  onFound(
    action('school: a planned review is cancelled', 0.4, (scene) =>
      scene.process.services.cancelPlan({
        ...there(scene),
        on: (scene.handles.ids['on'] ?? scene.today) as never,
      }),
    ),
    ({ today }) =>
      `select person_id as "people.claire", uai as "uai", planned_on as "ids.on" from planned_review where planned_on >= '${today}' order by person_id, uai`,
    'school: a review is planned',
  ),
  onFound(
    action('school: a review is written', 0.6, (scene) =>
      scene.process.services.recordReview({ ...there(scene), on: scene.handles.today, notes: NOTES }),
    ),
    (days) => engagedAs('claire', days),
    CONFIRMING,
  ),
  onFound(
    action('school: a review is removed', 0.3, (scene) =>
      scene.process.services.removeReview({
        ...there(scene),
        on: (scene.handles.ids['on'] ?? scene.today) as never,
      }),
    ),
    () =>
      'select person_id as "people.claire", uai as "uai", held_on as "ids.on" from review_notes order by person_id, uai',
    'school: a review is written',
  ),
  onFound(
    action('school: a report of the year is written', 0.5, async (scene) => {
      const { process, handles, random } = scene;
      const { claire } = handles.people;
      const [known] = await scene.place.ask(
        `select revision from yearly_report where person_id = '${claire}' and uai = '${handles.uai}' and school_year = ${handles.year}`,
      );
      await process.services.writeYearlyReport({
        ...{ personId: claire, uai: handles.uai, answers: ANSWERS, handsIn: random.chance(0.5) },
        seen: known && String(known['revision']),
      });
    }),
    (days) => engagedAs('claire', days),
    CONFIRMING,
  ),
  onFound(
    action('school: a report of the year is taken back', 0.3, ({ process, handles }) =>
      process.services.takeYearlyReportBack({ personId: handles.people.claire, uai: handles.uai }),
    ),
    OWN_REPORT('handed_in_at is not null'),
    'school: a report of the year is written',
  ),
  onFound(
    long('school: reports of the year are received', 0.3, ({ process, handles }) =>
      process.services.receiveReports({
        ...{ year: Number(handles.ids['year'] ?? handles.year), actor: handles.people.dane },
      }),
    ),
    OWN_REPORT('handed_in_at is not null and received_at is null'),
    'school: a report of the year is written',
  ),
  onFound(
    action('school: means are removed', 0.3, async ({ process, handles, place }) => {
      const [one] = await place.ask(
        `select * from means where person_id = '${handles.people.paul}' and uai = '${handles.uai}' order by kind, since`,
      );
      await process.services.removeMeans({
        means: {
          ...{ personId: handles.people.paul, uai: handles.uai, kind: one?.['kind'] },
          ...{ description: one?.['description'], since: one?.['since'] },
        } as never,
        by: handles.people.head,
      });
    }),
    () => 'select person_id as "people.paul", uai as "uai" from means order by person_id, uai',
    'school: means are noted',
  ),
  onFound(
    action('school: an authorised action is removed', 0.3, async ({ process, handles, place }) => {
      const [one] = await place.ask(
        `select * from authorisation where uai = '${handles.uai}' order by mission, local_authority, starts_on`,
      );
      if (!one) return;
      await process.services.removeLocalAction({
        authorisation: toAuthorisation(one),
        by: handles.people.head,
      });
    }),
    () => 'select uai as "uai" from authorisation order by uai',
    'school: an action is noted',
  ),
  onFound(
    action('school: a procedure is linked to an action', 0.4, async ({ process, handles, place, random }) => {
      const [one] = await place.ask(
        `select * from authorisation where uai = '${handles.uai}' order by mission, local_authority, starts_on`,
      );
      if (!one) return;
      const key = toAuthorisation(one);
      const given = random.chance(0.7)
        ? { url: `https://college.example/${random.integer(100)}` }
        : { bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') };
      if (random.chance(0.7))
        await process.services.saveProcedureSheet({ action: key, by: handles.people.head, given });
      else await process.services.removeProcedureSheet({ action: key, by: handles.people.head });
    }),
    () => 'select uai as "uai" from authorisation order by uai',
    'school: an action is noted',
  ),
  onFound(
    action('school: classes are withdrawn', 0.3, ({ process, handles }) =>
      process.services.withdrawClasses({
        projectId: handles.ids['classProject'] ?? '',
        ...{ personId: handles.people.claire, uai: handles.uai },
      }),
    ),
    ({ today }) =>
      `select project_id as "ids.classProject", person_id as "people.claire", uai as "uai" from class_participation
       join class_project on id = project_id where ended_at is null and joins_until >= '${today}' order by project_id, person_id`,
    'school: classes are entered',
  ),
  onFound(
    action('events: the record of a meeting is taken back', 0.3, ({ process, handles }) =>
      process.services.takeMeetingBack({
        ...{ id: handles.ids['meeting'] ?? '', by: handles.people.dane, side: 'dane' },
      }),
    ),
    () => `select id as "ids.meeting" from school_meeting where state = 'held' order by id`,
    'events: the meeting is held',
  ),
  onFound(
    action('events: a day is proposed for a meeting', 0.4, ({ process, handles, random }) =>
      process.services.moveMeeting({
        ...{ id: handles.ids['meeting'] ?? '', by: handles.people.dane, side: 'dane' },
        ...{ day: handles.inDays(5 + random.integer(20)), settles: random.chance(0.5) },
      }),
    ),
    () =>
      `select id as "ids.meeting" from school_meeting where state not in ('held', 'cancelled') order by id`,
    'a meeting is asked for',
  ),
  onFound(
    action('words: the words are taken out of the badge', 0.4, ({ process, handles }) =>
      process.services.takeBackEndorsement({
        ...{ id: handles.ids['words'] ?? '', personId: handles.people.claire },
      }),
    ),
    () =>
      'select id as "ids.words", person_id as "people.claire" from endorsement where credential_id is not null order by id',
    'words: Claire adds the words',
  ),
];

function toAuthorisation(row: Readonly<Record<string, unknown>> = {}) {
  const to = row['ends_on'];
  return {
    ...{ uai: row['uai'], mission: row['mission'], localAuthority: row['local_authority'] },
    period: { from: row['starts_on'], ...(to !== null && { to }) },
    ...(row['convention'] !== null && { convention: row['convention'] }),
  } as never;
}
