import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { seenSchool } from '../../src/application/schools/services.ts';
import { seenContribution } from '../../src/domain/award/counted-records.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { seenPerson } from '../../src/domain/person/fields.ts';
import type { School } from '../../src/domain/records.ts';
import { type Instant, type LocalDate, secondsAfter } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, PAUL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { inDays, THIS_YEAR, todayInParis } from '../support/now.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const UAI = '0210001M' as Uai;
const AGENT = 'agente@ac-test.example';
const ANNE = 'autre@ac-test.example';

/** The ids and texts by which acts name what is in the world. */
export interface Handles {
  readonly uai: Uai;
  readonly people: Readonly<Record<Who, PersonId>>;
  readonly emails: Readonly<Record<Who, string>>;
  /** Claire's public badge, Paul's new one, and one of Anne's, suspended. */
  readonly badges: Readonly<Record<'claire' | 'paul' | 'anne', CredentialId>>;
  readonly seen: Readonly<Record<'claire' | 'paul' | 'agent' | 'school', string>>;
  /** Another school than that of most acts. */
  readonly school: School;
  readonly ids: Readonly<Record<string, string>>;
  readonly today: LocalDate;
  readonly year: number;
  /** The day on which new means and projects begin. */
  readonly september: LocalDate;
  inDays(days: number): LocalDate;
}

export type Who = 'head' | 'neighbour' | 'dane' | 'agent' | 'claire' | 'paul' | 'luc' | 'anne' | 'double';

export interface RacingFixture {
  readonly service: TestService;
  readonly handles: Handles;
  /** The instant of every act. */
  readonly now: Instant;
  /** Copies the database to a new file. */
  copy(): Promise<string>;
  stop(): Promise<void>;
}

const MORE: Readonly<Record<string, string>> = {
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    `${AGENT};Odile;Agente;dane;`,
    'double@ac-test.example;Paule;Martin;rupn;',
    '',
  ].join('\n'),
  'anciens.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
    ...[CLAIRE, PAUL, LUC, ANNE].map(
      (email, turn) =>
        `PASSE-${turn};${email};${UAI};01/09/2023;31/08/2024;A1|A2|B1;;confirmee;${CHEF};2023-10-01`,
    ),
    '',
  ].join('\n'),
};
/** An import that can be undone, and of which a part was changed since. */
const importedFiles = (): Readonly<Record<string, string>> => ({
  'contributions.csv': [
    'reference;email;nature;date;lien;validee',
    `CONTRIB-1;${CLAIRE};projet;12/05/2026;;non`,
    `CONTRIB-2;${PAUL};projet;12/05/2026;;non`,
    '',
  ].join('\n'),
  'evenements.csv': [
    'code;nature;intitule;debut;heures;etiquettes',
    `REUNION;EV-RENC;Rencontre des référents;${todayInParis()};3;`,
    `STAGE;EV-PAF;Un stage;${todayInParis()};6;ENT`,
    '',
  ].join('\n'),
});

/** Builds one service with one of everything that two people can act on at once. */
export async function makeRacingFixture(): Promise<RacingFixture> {
  const service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText({ ...SCHOOL_FIXTURE });
  await service.importText(MORE);
  await service.importText(importedFiles());
  const handles = await fill(service);
  const copies = await mkdtemp(join(tmpdir(), 'jalon-races-'));
  const file = join(service.folder, 'jalon.db');
  const whole = join(copies, 'whole.db');
  const source = new Sqlite(file);
  await source.backup(whole);
  source.close();
  let count = 0;
  return {
    service,
    handles,
    now: service.ports.clock.now(),
    copy: async () => {
      count += 1;
      const to = join(copies, `${count}.db`);
      await cp(whole, to);
      return to;
    },
    stop: async () => {
      await rm(copies, { recursive: true, force: true });
      await service.stop();
    },
  };
}

async function fill(service: TestService): Promise<Handles> {
  const { services, ports } = service;
  const { store, clock } = ports;
  const idOf = async (email: string) => {
    const [person] = await store.readPeopleByEmail([email]);
    if (!person) throw new Error(email);
    return person;
  };
  const [head, neighbour, dane, agent, claire, paul, luc, anne, double] = await Promise.all(
    [CHEF, NEIGHBOUR, DANE, AGENT, CLAIRE, PAUL, LUC, ANNE, 'double@ac-test.example'].map(idOf),
  );
  if (!head || !neighbour || !dane || !agent || !claire || !paul || !luc || !anne || !double)
    throw new Error();
  const none = '' as CredentialId;
  const badges = { claire: none, paul: none, anne: none };
  for (const [name, email] of [
    ['claire', CLAIRE],
    ['paul', PAUL],
    ['anne', ANNE],
  ] as const) {
    for await (const one of services.grantAwards({
      scope: { kind: 'person', email, achievement: 'RUPN-ENG' },
      actor: dane.id,
    }))
      void one;
    for await (const one of services.issueCredentials({ actor: dane.id }))
      if (one.kind === 'issued') badges[name] = one.id;
  }
  const full = { name: 'full', form: 'feminine', showSchools: true, visibility: 'public' } as const;
  for (const [name, person] of [
    ['claire', claire],
    ['anne', anne],
  ] as const) {
    await services.acceptCredential({ id: badges[name], ...full, actor: person.id });
  }
  await services.suspendCredential({
    id: badges.anne as CredentialId,
    cause: 'check',
    reason: 'Une vérification est en cours.',
    actor: dane.id,
  });
  const judged = await services.beginJob({ kind: 'propose-awards' }, dane.id);
  while (!(await services.advanceJob(judged.id))?.finishedAt);
  const proposals = await store.readProposals({ limit: 20 });
  const proposal = proposals.find(
    ({ recipient }) => recipient.kind === 'person' && recipient.personId === luc.id,
  );
  const waiting = await services.beginJob(
    { kind: 'decide-proposals', decision: 'refuse', ids: [proposal?.id ?? ''], reason: 'Trop tôt.' },
    agent.id,
    600,
  );
  const hour = secondsAfter(clock.now(), 30 * 86_400);
  const dated = await services.beginJob({ kind: 'grant-due', at: hour }, agent.id);
  await services.addContribution({
    personId: claire.id,
    said: { kind: 'resource', on: todayInParis(), title: 'Un tutoriel' },
  });
  const contributions = await store.searchContributions({ validated: false, limit: 10 });
  const imported = contributions.find((one) => one.reference === 'CONTRIB-1');
  const own = contributions.find((one) => one.personId === claire.id && !one.reference.startsWith('CONTRIB'));
  await services.makeDataRequest({
    personId: claire.id,
    kind: 'rectification',
    message: 'Une formation manque.',
  });
  const [request] = await store.readDataRequestsOf(claire.id);
  const identity = {
    issuer: 'https://fim.example',
    subject: 'inconnue',
    provider: 'fim' as const,
    email: 'inconnue@ac-test.example',
    givenName: 'Paul',
    familyName: 'Martin',
  };
  const now = clock.now();
  await store.commit([
    {
      kind: 'sign-in-doubted',
      doubt: { id: 'doute', identity, reason: 'unknown-address', firstAt: now, lastAt: now },
    },
  ]);
  await services.declareHeadship(
    { actor: { personId: neighbour.id, profiles: [], heads: [] }, mayHead: [UAI] },
    UAI,
  );
  await services.changeApprovals({ criteria: true, actor: dane.id });
  const from = `${THIS_YEAR + 1}-09-01` as LocalDate;
  const draft = await services.draftCriteria({
    figures: { '/thresholds/fullYearDays': 150 },
    from,
    actor: agent.id,
  });
  const record = await services.makeBadgeRecord({ personId: claire.id, name: 'full' });
  const project = {
    uai: UAI,
    title: 'Webradio',
    description: 'Une émission par mois.',
    period: { from: '2026-09-01' as LocalDate },
    members: [paul.id],
  };
  await services.saveProject({ project, by: head.id });
  const [saved] = await store.readSchoolProjects(UAI);
  const classProject = await services.saveClassProject({
    title: 'Tw’haïku',
    audience: 'Les classes.',
    joinsUntil: inDays(60),
    by: dane.id,
  });
  await services.enterClasses({
    projectId: classProject.id,
    personId: paul.id,
    uai: UAI,
    classes: '5e B',
    count: 1,
  });
  await services.invitePeople({ eventCode: 'REUNION', by: dane.id });
  const sheet = await services.openRollCall({
    eventCode: 'STAGE',
    opensAt: now,
    closesAt: secondsAfter(now, 7200),
    actor: dane.id,
  });
  const token = await services.createToken({
    name: 'Un programme',
    role: 'dane',
    actor: dane.id,
  });
  const support = await services.askSupport({
    personId: claire.id,
    uai: UAI,
    kind: 'technical',
    title: 'AMON',
    text: 'Bloqué.',
  });
  const campaign = await services.openCampaign({
    name: 'Rentrée',
    schoolYear: THIS_YEAR,
    closesOn: inDays(200),
    actor: dane.id,
  });
  const asking = await services.beginJob(
    { kind: 'ask-confirmations', campaignId: (campaign as { id: string }).id },
    dane.id,
  );
  const meeting = await services.askMeeting({
    uai: UAI,
    by: head.id,
    side: 'principal',
    words: 'Les tablettes.',
  });
  await services.offerEndorsement({
    personId: claire.id,
    uai: UAI,
    by: head.id,
    comment: 'Toute l’équipe lui doit beaucoup.',
  });
  const [texts] = await store.readEndorsementsOf(claire.id);
  const change = await services.proposeChange({
    personId: paul.id,
    reference: 'PAUL-1',
    change: { kind: 'end', to: inDays(30) },
    reason: 'Mutation.',
  });
  const by = { personId: head.id, address: CHEF };
  await services.decideEngagement({
    uai: UAI,
    by,
    reference: 'LUC-1',
    decision: { kind: 'contest', motive: 'Personne ne l’a vu.' },
  });
  const [contest] = await store.readContestsOfSchool(UAI);
  const missions = await services.proposeMissions({
    uai: UAI,
    personId: anne.id,
    missions: ['A1' as MissionCode],
    roles: [],
    from: inDays(5),
    by,
  });
  await services.savePublicProfile({
    personId: claire.id,
    name: 'full',
    searchable: true,
    credentialIds: [badges.claire],
  });
  const runs = await store.readImportRuns(5);
  const [school] = await store.readSchoolsByUai(['0210011Y' as Uai]);
  if (!school) throw new Error();
  return {
    uai: UAI,
    emails: {
      ...{ head: CHEF, neighbour: NEIGHBOUR, dane: DANE, agent: AGENT, claire: CLAIRE },
      ...{ paul: PAUL, luc: LUC, anne: ANNE, double: 'double@ac-test.example' },
    },
    today: todayInParis(),
    year: THIS_YEAR,
    september: '2026-09-01' as LocalDate,
    inDays,
    people: {
      head: head.id,
      neighbour: neighbour.id,
      dane: dane.id,
      agent: agent.id,
      claire: claire.id,
      paul: paul.id,
      luc: luc.id,
      anne: anne.id,
      double: double.id,
    },
    badges: badges,
    seen: {
      ...{ claire: seenPerson(claire), paul: seenPerson(paul), agent: seenPerson(agent) },
      school: seenSchool(school),
    },
    school,
    ids: {
      proposal: proposal?.id ?? '',
      waiting: waiting.id,
      dated: dated.id,
      contribution: own?.reference ?? '',
      contributionSeen: own ? seenContribution(own) : '',
      importedSeen: imported ? seenContribution(imported) : '',
      request: request?.id ?? '',
      draft: draft.id,
      record: record.id,
      project: saved?.id ?? '',
      classProject: classProject.id,
      sheet: sheet.secret,
      token: token.token.id,
      support: support.id,
      campaign: (campaign as { id: string }).id,
      asking: asking.id,
      meeting: meeting.id,
      words: texts?.id ?? '',
      change: change.id,
      contest: contest?.id ?? '',
      missions: missions.id,
      import: runs[0]?.id ?? '',
      engagement: 'CLAIRE-1',
      running: 'PAUL-1',
      meetingEvent: 'REUNION',
      training: 'STAGE',
      imported: 'CONTRIB-1',
      doubt: 'doute',
    },
  };
}
