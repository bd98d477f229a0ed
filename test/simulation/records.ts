import { action, long, onFound, type Scene, type SimulatedAction } from './operation.ts';
import { engagedAs, HEADED, isNoAgent, isTeacher } from './queries.ts';

const REASON = 'Une erreur de saisie.';
const daneOf = ({ handles }: Scene, confirms: boolean) => ({
  ...{ personId: handles.people.dane, address: handles.emails.dane, as: 'dane' as const, confirms },
});

const removing = (name: string, kind: string) =>
  action(`records: ${name}`, 0.4, ({ process, handles }) =>
    process.services.removeRecord({
      personId: handles.people.claire,
      record: (kind === 'attendance'
        ? { kind, eventCode: handles.ids['event'] ?? 'none' }
        : kind === 'review'
          ? {
              kind,
              review: {
                uai: handles.uai,
                on: handles.ids['on'] ?? handles.today,
                kind: handles.ids['reviewKind'],
              },
            }
          : { kind, reference: handles.ids['engagement'] }) as never,
      ...{ actor: handles.people.dane, reason: REASON },
    }),
  );

/** What the DANE enters and removes, and what people choose. */
export const RECORDS: readonly SimulatedAction[] = [
  onFound(
    action('records: an engagement is entered', 0.7, (scene) => {
      const { process, handles, random } = scene;
      return process.services.enterEngagement({
        personId: handles.people.claire,
        declaration: {
          ...{ uai: handles.uai, roles: [], missions: random.sample(['A1', 'A2', 'B1'], 2).toSorted() },
          period: { from: handles.inDays(-random.integer(300)) },
        } as never,
        ...{ by: daneOf(scene, random.chance(0.5)), reason: 'Lettre de mission' },
      });
    }),
    () =>
      `select uai as "uai", person.id as "people.claire" from establishment, person where closed_on is null and ${HEADED} and head_of_uai is null and ${isTeacher('person.id')} and ${isNoAgent('person.id')} order by uai, person.id`,
    'someone arrives',
  ),
  onFound(
    removing('an engagement is removed', 'engagement'),
    () =>
      `select reference as "ids.engagement", person_id as "people.claire" from engagement where ${isNoAgent('person_id')} order by reference`,
    'records: an engagement is entered',
  ),
  onFound(
    removing('an attendance is removed', 'attendance'),
    () =>
      `select person_id as "people.claire", event_code as "ids.event" from attendance where ${isNoAgent('person_id')} order by person_id, event_code`,
    'events: attendances are noted',
  ),
  onFound(
    removing('a review is removed', 'review'),
    () =>
      `select person_id as "people.claire", uai as "uai", held_on as "ids.on", kind as "ids.reviewKind" from progress_review where ${isNoAgent('person_id')} order by person_id, uai, held_on`,
    'school: a review is written',
  ),
  onFound(
    action('engagements: a declaration is written anew', 0.5, ({ process, handles, random }) =>
      process.services.redeclareEngagement({
        ...{ personId: handles.people.claire, reference: handles.ids['engagement'] ?? '' },
        declaration: {
          ...{ uai: handles.uai, roles: [], missions: random.sample(['A1', 'C1', 'D1'], 2).toSorted() },
          period: { from: handles.inDays(-random.integer(100)) },
        } as never,
      }),
    ),
    () =>
      `select reference as "ids.engagement", engagement.person_id as "people.claire", uai as "uai" from engagement join declared_engagement using (reference)
       where confirmation = 'requested' and uai in (select uai from establishment where closed_on is null) order by reference`,
    'a segment is declared',
  ),
  onFound(
    {
      ...action('engagements: the DANE confirms on documents', 0.5, ({ process, handles }) =>
        process.services.confirmSilent({
          ...{ references: [handles.ids['engagement'] ?? ''], documents: 'Lettre de mission' },
          actor: handles.people.dane,
        }),
      ),
      // It returns the role that someone else holds.
      mayChangeNothing: true,
    },
    () =>
      `select reference as "ids.engagement", person_id as "people.claire" from engagement join confirmation_request on engagement_reference = reference
       where confirmation = 'requested' and second_reminder_at is not null and ${isNoAgent('person_id')} order by reference`,
    'screen: a segment is confirmed',
  ),
  onFound(
    action('engagements: someone leaves a school', 0.3, (scene) =>
      scene.process.services.leaveSchool({
        ...{ personId: scene.handles.people.claire, uai: scene.handles.uai, lastDay: scene.today },
        ...{ by: daneOf(scene, false), reason: 'Mutation' },
      }),
    ),
    (days) => engagedAs('claire', days, `and ${isNoAgent('person_id')}`),
    'screen: a segment is confirmed',
  ),
  onFound(
    action('contributions: a validation is taken back', 0.4, ({ process, handles }) =>
      process.services.takeBackValidation({
        ...{ reference: handles.ids['contribution'] ?? '', reason: REASON, actor: handles.people.dane },
      }),
    ),
    () =>
      `select reference as "ids.contribution", person_id as "people.claire" from contribution where validated = 1 and ${isNoAgent('person_id')} order by reference`,
    'contributions: the DANE validates',
  ),
  action('a mail is chosen', 0.5, ({ process, handles, random }) =>
    process.services.chooseMail({
      ...{ personId: handles.people.claire, actor: handles.people.claire },
      wanted: random.sample(['award', 'decision', 'contest', 'invitation'] as const, 2),
      language: random.pick(['fr', 'en'] as const),
    }),
  ),
  {
    ...action('one joins or leaves the directory', 0.4, ({ process, handles, random }) =>
      process.services.chooseDirectory({ personId: handles.people.claire, agrees: random.chance(0.6) }),
    ),
    mayChangeNothing: true,
  },
  onFound(
    action('events: a training is wished', 0.5, ({ process, handles }) =>
      process.services.wishTraining({
        ...{ eventCode: handles.ids['training'] ?? '', personId: handles.people.claire },
      }),
    ),
    (days) =>
      `select code as "ids.training", there.claire as "people.claire" from event, (${engagedAs('claire', days)
        .replace('"people.claire"', 'claire')
        .replace(/ order by .*/, '')}) there
       where kind = 'EV-PAF' and event.starts_on > '${days.today}' order by code, there.claire`,
    'an event is planned',
  ),
  onFound(
    action('events: a wish is taken back', 0.3, ({ process, handles }) =>
      process.services.takeTrainingWishBack({
        ...{ eventCode: handles.ids['training'] ?? '', personId: handles.people.claire },
      }),
    ),
    () =>
      'select event_code as "ids.training", person_id as "people.claire" from training_wish order by event_code, person_id',
    'events: a training is wished',
  ),
  onFound(
    action('events: a wish of the reports is planned', 0.3, ({ process, handles }) =>
      process.services.planWish({
        ...{ year: handles.year, wish: 'Un stage.', actor: handles.people.dane },
        eventCode: handles.ids['training'] ?? '',
      }),
    ),
    () => 'select code as "ids.training" from event order by code',
    'an event is planned',
  ),
  onFound(
    action('events: the plan of a wish is taken back', 0.2, ({ process, handles }) =>
      process.services.takeBackWish({
        ...{ year: Number(handles.ids['year'] ?? handles.year), wish: handles.ids['wish'] ?? '' },
        actor: handles.people.dane,
      }),
    ),
    () => 'select school_year as "ids.year", wish as "ids.wish" from planned_wish order by school_year, wish',
    'events: a wish of the reports is planned',
  ),
  onFound(
    action('events: people are reminded', 0.4, ({ process, handles }) =>
      process.services.remindInvited({
        ...{ eventCode: handles.ids['meetingEvent'] ?? '', by: handles.people.dane },
      }),
    ),
    ({ today }) =>
      `select event_code as "ids.meetingEvent" from event_invitation join event on code = event_code
       where cancelled_at is null and answer is null and reminded_at is null and invited_at < '${today}' and starts_on > '${today}' order by event_code, person_id`,
    'people are invited',
  ),
  onFound(
    action('messages: a message is cancelled', 0.4, ({ process, handles }) =>
      process.services.cancelMessage({
        ...{ id: handles.ids['message'] ?? '', actor: handles.people.agent },
      }),
    ),
    () =>
      'select id as "ids.message" from network_message where cancelled_at is null and turn = 0 order by id',
    'messages: a message is written',
  ),
  long('messages: a message is written', 0.4, ({ process, handles, random }) =>
    process.services.writeMessage({
      ...{ title: `À venir ${random.integer(99)}`, body: 'Le programme suit.', filter: {} },
      actor: handles.people.dane,
    }),
  ),
  onFound(
    action('people: the data of one is exported', 0.1, ({ process, handles }) =>
      process.services.exportPerson({ personId: handles.people.claire, actor: handles.people.dane } as never),
    ),
    () => 'select id as "people.claire" from person order by id',
  ),
];
