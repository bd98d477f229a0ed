import { makeScan } from '../../src/application/roll-call/codes.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { SUBJECTS } from '../races/operations.ts';
import { toSource } from '../support/servers/service.ts';
import { castOf } from './actors.ts';
import { CRITERIA } from './criteria.ts';
import { DECISIONS } from './decisions.ts';
import { SURROUNDINGS } from './environment.ts';
import { IMPORTS } from './imports.ts';
import { JOBS } from './jobs.ts';
import { NEWCOMERS } from './newcomers.ts';
import { NIGHTS } from './nights.ts';
import { action, byUseCase, finish, long, type Scene, type SimulatedAction } from './operation.ts';
import { RECORDS } from './records.ts';
import { SCHOOL } from './school.ts';
import { SCREENS } from './screens.ts';
import { SIGN_INS } from './sign-in.ts';

/** Acts of the races that are done in another way here: by the clock of the life, or in more steps. */
const OTHERWISE: ReadonlySet<string> = new Set(['Paul signs', 'the import is undone']);

/** Acts of the races: each is drawn with the things of its subject that the life has by now. */
const RACED: readonly SimulatedAction[] = Object.entries(SUBJECTS).flatMap(([subject, actions]) =>
  actions
    .filter(({ name }) => !OTHERWISE.has(name))
    .map(({ name, run, isLong }) => ({
      name: `${subject}: ${name}`,
      weight: /erased|merged|leaves|all that is met|closes|becomes one/.test(name) ? 0.3 : 1,
      ...(isLong && { isLong }),
      run: byUseCase(({ process, handles }) => run(process.services as never, handles)),
    })),
);

const importText = async ({ process, handles }: Scene, files: Readonly<Record<string, string>>) => {
  const sources = Object.entries(files).map(toSource);
  await process.services.importFiles(sources, { dryRun: false, actor: handles.people.dane });
};

const MISSIONS = ['A1', 'A2', 'A3', 'B1', 'C1', 'C2', 'C4', 'D1', 'D2', 'E1'] as const;
const ROLES = ['', '', 'contact-dane', 'contact-collectivite', 'referent-usages-ent'] as const;
const CONFIRMATIONS = ['demandee', 'demandee', 'confirmee', 'confirmee-dane'] as const;

/** Lines of engagements around today, some in the name of someone who has one already. */
function segmentsFile({ handles, random }: Scene): string {
  const { claire, paul, luc, anne } = handles.emails;
  const lines = [claire, paul, luc, anne].map((email, turn) => {
    const from = handles.inDays(-random.integer(500));
    const to = random.chance(0.6) ? handles.inDays(random.integer(300)) : '';
    const missions = random.sample(MISSIONS, 1 + random.integer(4)).join('|');
    const confirmation = random.pick(CONFIRMATIONS);
    const by = confirmation === 'confirmee' ? handles.emails.head : '';
    const on = by && handles.inDays(-random.integer(30));
    const reference = random.chance(0.3)
      ? handles.ids['engagement']
      : `F-${handles.today}-${turn}-${random.integer(1000)}`;
    return `${reference};${email};${handles.uai};${from};${to};${missions};${random.pick(ROLES)};${confirmation};${by};${on}`;
  });
  const header = 'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le';
  return [header, ...lines, ''].join('\n');
}

/** What begins the things on which others act. */
const BEGINNINGS: readonly SimulatedAction[] = [
  action('events: Paul signs', 1, ({ process, handles, outside }) =>
    process.services.signRollCall(
      makeScan({ secret: handles.ids['sheet'] ?? '' }, 'screen', outside.now()),
      handles.people.paul,
    ),
  ),
  action('a segment is declared', 4, ({ process, handles, random }) =>
    process.services.declareEngagement({
      personId: handles.people.claire,
      declaration: {
        uai: handles.uai,
        period: { from: handles.inDays(-random.integer(200)) },
        missions: random.sample(MISSIONS, 1 + random.integer(4)).toSorted() as never,
        roles: [random.pick(ROLES)].filter((role) => role !== '') as never,
      },
    }),
  ),
  long('a file of segments is imported', 3, (scene) =>
    importText(scene, { 'engagements.csv': segmentsFile(scene) }),
  ),
  long('the files of the year are imported', 0.6, async (scene) => {
    const { handles, random } = scene;
    const files = castOf(handles.today);
    const names = random.sample(Object.keys(files), 3).toSorted();
    const prefix = random.chance(0.5) ? '$1' : `$1${handles.year}-`;
    const text = (name: string) => (files[name] ?? '').replace(/^(SEG-|CON-)/gm, prefix);
    await importText(scene, Object.fromEntries(names.map((name) => [name, text(name)])));
  }),
  action('a contribution is added', 1, ({ process, handles, random }) =>
    process.services.addContribution({
      personId: handles.people.claire,
      said: { kind: 'resource', on: handles.today, title: `Un tutoriel ${random.integer(5)}` },
    }),
  ),
  action('a request on one’s data is made', 0.5, ({ process, handles }) =>
    process.services.makeDataRequest({
      personId: handles.people.claire,
      kind: 'rectification',
      message: 'Une formation manque.',
    }),
  ),
  action('support is asked for', 0.5, ({ process, handles, random }) =>
    process.services.askSupport({
      ...{ personId: handles.people.claire, uai: handles.uai, kind: 'technical', title: 'AMON' },
      text: `Bloqué ${random.integer(9)}.`,
    }),
  ),
  action('a change is proposed', 1, ({ process, handles, random }) =>
    process.services.proposeChange({
      personId: handles.people.paul,
      reference: handles.ids['running'] ?? '',
      change: { kind: 'end', to: handles.inDays(random.integer(60)) },
      reason: 'Mutation.',
    }),
  ),
  action('missions are proposed', 1, ({ process, handles, random }) =>
    process.services.proposeMissions({
      ...{ uai: handles.uai, personId: handles.people.anne, roles: [] },
      missions: random.sample(MISSIONS, 2).toSorted() as never,
      from: handles.inDays(random.integer(9)),
      by: { personId: handles.people.head, address: handles.emails.head },
    }),
  ),
  action('a principal endorses', 1, ({ process, handles }) =>
    process.services.offerEndorsement({
      ...{ personId: handles.people.claire, uai: handles.uai, by: handles.people.head },
      comment: 'Toute l’équipe lui doit beaucoup.',
    }),
  ),
  action('a roll call is opened for a training', 0.7, ({ process, handles, outside }) =>
    process.services.openRollCall({
      eventCode: handles.ids['training'] ?? '',
      opensAt: outside.now(),
      closesAt: secondsAfter(outside.now(), 7200),
      actor: handles.people.dane,
    }),
  ),
  action('a meeting is asked for', 0.5, ({ process, handles }) =>
    process.services.askMeeting({
      ...{ uai: handles.uai, by: handles.people.head, side: 'principal', words: 'Les tablettes.' },
    }),
  ),
  action('a project is begun', 0.5, ({ process, handles, random }) =>
    process.services.saveProject({
      project: {
        ...{
          uai: handles.uai,
          title: `Webradio ${random.integer(4)}`,
          description: 'Une émission par mois.',
        },
        ...{ period: { from: handles.september }, members: [handles.people.paul] },
      },
      by: handles.people.head,
    }),
  ),
  action('a class project is begun', 0.4, ({ process, handles, random }) =>
    process.services.saveClassProject({
      ...{ title: `Tw’haïku ${random.integer(4)}`, audience: 'Les classes.', by: handles.people.dane },
      joinsUntil: handles.inDays(60),
    }),
  ),
  action('people are invited', 0.4, ({ process, handles }) =>
    process.services.invitePeople({ eventCode: handles.ids['meetingEvent'] ?? '', by: handles.people.dane }),
  ),
  action('a token is made', 0.3, ({ process, handles }) =>
    process.services.createToken({ name: 'Un programme', role: 'dane', actor: handles.people.dane }),
  ),
  action('a draft of criteria is made', 0.3, ({ process, handles, random }) =>
    process.services.draftCriteria({
      figures: { '/thresholds/fullYearDays': 150 + random.integer(20) },
      from: `${handles.year + 1}-09-01` as never,
      actor: handles.people.agent,
    }),
  ),
  action('a contribution is validated', 1, ({ process, handles }) =>
    process.services.validateContributions({
      ...{ references: [handles.ids['imported'] ?? ''], seen: [handles.ids['importedSeen'] ?? ''] },
      actor: handles.people.dane,
    }),
  ),
  action('attendances of a training are noted', 1, ({ process, handles }) =>
    process.services.noteAttendances({
      eventCode: handles.ids['training'] ?? '',
      people: [handles.people.claire, handles.people.anne],
      ...{ proof: 3, by: handles.people.dane },
    }),
  ),
  long('a message to the network is written and sent', 0.5, async (scene) => {
    const { process, handles, random } = scene;
    const id = await process.services.writeMessage({
      ...{ title: `La rencontre ${random.integer(9)}`, body: 'Le programme est prêt.' },
      ...{ filter: random.chance(0.5) ? {} : { uai: handles.uai }, actor: handles.people.dane },
    });
    const { jobId } = await process.services.readMessageState(id);
    if (jobId !== undefined) await finish(scene, jobId);
    if (random.chance(0.2)) await process.services.cancelMessage({ id, actor: handles.people.agent });
  }),
  long('a campaign is opened and asks', 0.4, async (scene) => {
    const { process, handles, random } = scene;
    const opened = await process.services.openCampaign({
      ...{ name: `Campagne ${handles.year} ${random.integer(3)}`, schoolYear: handles.year },
      ...{ closesOn: handles.inDays(100), actor: handles.people.dane },
    });
    if (typeof opened === 'string') return;
    const command = { kind: 'ask-confirmations', campaignId: opened.id } as const;
    const job = await process.services.beginJob(command, handles.people.dane);
    await finish(scene, job.id);
  }),
];

export const ACTS: readonly SimulatedAction[] = [
  ...RACED,
  ...NEWCOMERS,
  ...SIGN_INS,
  ...IMPORTS,
  ...JOBS,
  ...CRITERIA,
  ...SCHOOL,
  ...RECORDS,
  ...NIGHTS,
  ...BEGINNINGS,
  ...DECISIONS,
  ...SCREENS,
  ...SURROUNDINGS,
];
