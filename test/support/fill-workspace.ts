import { audit } from '../../src/domain/audit.ts';
import { parsePersonId } from '../../src/domain/ids.ts';
import { fromDayNumber, parseLocalDate, secondsAfter, toDayNumber } from '../../src/domain/time/time.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { sendFiles } from './dane.ts';
import { ENDORSEMENT } from './endorsement-sample.ts';
import { generateFaultyDemo } from './faulty-demo.ts';
import { fillHost } from './fill-host.ts';
import { inDays, THIS_YEAR, TODAY } from './now.ts';
import type { TestService } from './service.ts';
import type { SignedInBrowser } from './sign-in.ts';

/** The school that the world's head heads. */
export const SCHOOL = '0711053J';
/** An event of today. */
export const EVENT = 'F-ECRANS';
const DAY = 86_400;

interface Filled {
  readonly service: TestService;
  readonly viewers: Readonly<Record<'teacher' | 'head' | 'dane', SignedInBrowser>>;
  /** The teacher's e-mail address. */
  readonly email: string;
}

/** Does one of everything that people can do, through the forms where these exist. Returns the value of each
 *  `{name}` in the addresses of pages. */
export async function fillWorkspace(world: Filled): Promise<Readonly<Record<string, string>>> {
  return {
    ...(await fillMySpace(world)),
    ...(await fillHost(world)),
    ...(await fillSchool(world)),
    ...(await fillRegister(world)),
    ...(await changeEngagements(world)),
    ...(await proposeMissions(world)),
    ...(await askTheDane(world)),
    ...(await reportTheYear(world)),
    ...(await meetInSchool(world)),
    ...(await invite(world)),
    ...(await runProject(world)),
    ...(await openSheets(world.service)),
    ...(await runCampaign(world)),
    ...(await writeToNetwork(world)),
    ...(await decide(world)),
    ...(await keepEndorsements(world.service)),
    ...(await keepLook(world.service)),
  };
}

/** One public badge and a profile with it, one that waits for its holder's answer, a declaration and a data request. */
async function fillMySpace({ service, viewers: { teacher }, email }: Filled) {
  const { services, ports } = service;
  for (const achievement of ['RUPN-CONF', 'RUPN-EXP']) {
    const scope = { kind: 'person' as const, email, achievement };
    await drain(services.grantAwards({ scope, actor: 'test' }));
  }
  await drain(services.issueCredentials({ actor: 'test' }));
  const awards = await ports.store.readAwardsOf([{ kind: 'person', personId: teacher.personId }]);
  const [badge = '', offered = ''] = awards.map(({ credential }) => credential?.id ?? '');
  const choice = { name: 'full', form: 'feminine', schools: 'yes', visibility: 'public' };
  await send(teacher, `/my/badges/${badge}/accept`, choice);
  await send(teacher, '/my/profile', { name: 'full', visibility: 'public', badges: badge });
  const endorsement = {
    ...{ id: ports.ids.uuid(), personId: teacher.personId, uai: SCHOOL as Uai, declined: false },
    comment: 'Toute l’équipe se sert du cahier de textes grâce à ses prises en main.',
    offeredAt: ports.clock.now(),
  };
  await ports.store.commit([{ kind: 'endorsement-offered', endorsement }]);
  await send(teacher, `/my/badges/${badge}/words/add`, { endorsement: endorsement.id });
  const profile = await ports.store.readPublicProfileOf(teacher.personId);
  await send(teacher, '/my/record', { name: 'full' });
  const record = await ports.store.readBadgeRecordOf(teacher.personId);
  const declared = await send(teacher, '/my/engagements/new', {
    uai: SCHOOL,
    from: TODAY,
    missions: ['B2', 'D1'],
  });
  await send(teacher, '/my/data/rectification', { message: 'La formation de mai manque.' });
  return {
    badge,
    offered,
    profile: profile?.id ?? '',
    record: record?.id ?? '',
    declared: declared.split(/[/?]/)[3] ?? '',
    contribution: 'ECR-C1',
  };
}

/** A contest with its answer, a review, means, an action and a paper of each kind. */
async function fillSchool({ service, viewers: { head, teacher } }: Filled) {
  const { store } = service.ports;
  const school = `/school/${SCHOOL}`;
  const motive = 'Le lien avec la collectivité était tenu par quelqu’un d’autre.';
  await send(head, `${school}/confirmations/ECR-1`, { decision: 'contest', motive });
  const [contest] = await store.readContestsOfEstablishment(SCHOOL as Uai);
  await send(teacher, `/my/contests/${contest?.id}`, { answer: 'Je le tiens depuis la rentrée.' });
  const page = await (await head.get(`${school}/reviews?year=${THIS_YEAR}`)).text();
  const member = /\/reviews\/([\w-]+)\/record/.exec(page)?.[1] ?? '';
  const review = {
    on: TODAY,
    doneA: 'Trois prises en main.',
    worked: 'Le relais.',
    trainingsWished: 'Classe mobile\nProtection des données',
  };
  await send(head, `${school}/reviews/${member}/record`, review);
  const action = { mission: 'C5', localAuthority: 'Département de Saône-et-Loire', from: '2026-09-01' };
  await send(head, `${school}/actions`, action);
  const sheet = { ...action, url: 'https://collectivite.example/fiches/amon' };
  await send(head, `${school}/actions/procedure`, sheet);
  await send(head, `${school}/projects`, {
    title: 'Webradio du collège',
    description: 'Une émission par mois, préparée en classe de français et au CDI.',
    url: 'https://webradio.example/',
    from: '2026-09-01',
    members: [member],
  });
  const [project] = await store.readSchoolProjects(SCHOOL as Uai);
  const office = { personId: member, kind: 'office', description: 'Salle B12', since: '2026-09-01' };
  await send(head, `${school}/means`, office);
  await send(head, `${school}/papers`, { kind: 'imp-file', year: String(THIS_YEAR) });
  for (const kind of ['statement', 'mission-letter', 'review-record']) {
    await send(head, `${school}/papers`, { kind, personId: member, year: String(THIS_YEAR) });
  }
  const papers = await store.readPapers(SCHOOL as Uai, 4);
  const paperOf = (kind: string) => papers.find((one) => one.kind === kind)?.id ?? '';
  return {
    contest: contest?.id ?? '',
    member,
    action: new URLSearchParams(action).toString(),
    project: project?.id ?? '',
    wish: new URLSearchParams({ year: String(THIS_YEAR), wish: 'classe mobile' }).toString(),
    paper: paperOf('statement'),
    schoolPaper: paperOf('imp-file'),
    letter: paperOf('mission-letter'),
    reviewRecord: paperOf('review-record'),
  };
}

/** Missions that a principal proposes: one that the teacher declined, and one that waits for them. */
async function proposeMissions({ service, viewers: { head, teacher } }: Filled) {
  const { store } = service.ports;
  const ask = async (missions: readonly string[]) => {
    const words = 'Votre projet de webradio nous y a fait penser.';
    await send(head, `/school/${SCHOOL}/missions/new`, {
      ...{ person: '', known: await addressOf(teacher), from: inDays(20), missions, words },
    });
    const all = await store.readMissionProposalsOf(teacher.personId);
    return all.find(({ settlement }) => settlement === undefined)?.id ?? '';
  };
  const addressOf = async ({ personId }: SignedInBrowser) =>
    (await store.readPeople([personId]))[0]?.emails[0] ?? '';
  await send(head, `/school/${SCHOOL}/missions/new`, {
    ...{ person: '', known: 'ines.nouvelle@ac-test.example', from: inDays(20), missions: ['B2'] },
    words: 'Bienvenue.',
  });
  const declinedMission = await ask(['B1', 'C9']);
  await send(teacher, `/my/missions/${declinedMission}`, { outcome: 'declined' });
  return { declinedMission, proposedMission: await ask(['D4', 'C6']) };
}

/** A request of support that waits for the DANE, and one for which it has planned a day. */
async function askTheDane({ viewers: { teacher, dane } }: Filled) {
  const ask = async (title: string, text: string) => {
    const asked = { kind: 'technical', uai: SCHOOL, title, text };
    return idOf(await send(teacher, '/my/support/new', asked));
  };
  const plannedSupport = await ask('Serveur AMON', 'Le filtrage bloque l’ENT depuis lundi.');
  await send(dane, `/dane/support/${plannedSupport}`, {
    ...{ text: 'Nous venons avec le technicien du département.', plannedOn: inDays(9) },
  });
  return {
    plannedSupport,
    openSupport: await ask(
      'Comptes des élèves',
      'L’import dans KoXo échoue.\nLe message parle d’un doublon.',
    ),
  };
}

/** A draft of the teacher's yearly report, and a colleague's that was handed in, with an answer of each kind. */
async function reportTheYear({ service, viewers: { teacher } }: Filled) {
  const needs = 'Un second chariot de tablettes.';
  await send(teacher, '/my/yearly-report', { uai: SCHOOL, 'q-besoins': needs });
  const { ports, services } = service;
  const [record] = await ports.store.readEstablishmentRecords([SCHOOL as Uai]);
  const colleague = record?.people.find(
    ({ personId, engagements }) =>
      personId !== teacher.personId &&
      engagements.some(({ uai, period }) => uai === SCHOOL && period.from <= TODAY && !period.to),
  );
  if (!colleague) return {};
  const [done, , need, , wished] = ports.catalogue.questionnaire.questions.map(({ code, label }) => {
    return { question: code, asked: label };
  });
  if (!done || !need || !wished) return {};
  await services.writeYearlyReport({
    ...{ personId: colleague.personId, uai: SCHOOL as Uai, handsIn: true, seen: undefined },
    answers: [
      { ...done, family: 'A', text: 'Trois prises en main en salle des professeurs.' },
      { ...need, text: `${needs}\nDu temps pour les comptes.` },
      { ...wished, wishes: true, text: 'Classe mobile' },
    ],
  });
  return {};
}

/** A meeting in the school that was held, and another one for which the DANE proposes a day. */
async function meetInSchool({ service, viewers: { teacher, head, dane } }: Filled) {
  const words = 'Le renouvellement des tablettes.';
  const ask = async () =>
    (await send(head, `/school/${SCHOOL}/meetings`, { words })).split(/[/?]/).at(4) ?? '';
  const heldMeeting = await ask();
  const [record] = await service.ports.store.readEstablishmentRecords([SCHOOL as Uai]);
  const there = record?.people.find(({ personId, engagements }) =>
    engagements.some(
      ({ uai, period, confirmation }) =>
        personId !== teacher.personId &&
        uai === SCHOOL &&
        confirmation.startsWith('confirmed') &&
        period.from <= TODAY &&
        (!period.to || period.to >= TODAY),
    ),
  );
  await send(dane, `/dane/meetings/${heldMeeting}/record`, {
    day: TODAY,
    projects: 'Une webradio en cinquième.\nUn club de robotique.',
    difficulties: 'Le réseau sans fil du bâtiment B.',
    prospects: 'Former l’équipe aux ressources de l’ENT.',
    present: there ? [there.personId] : [],
  });
  const proposedMeeting = await ask();
  await send(dane, `/dane/meetings/${proposedMeeting}/day`, { day: inDays(40) });
  return { heldMeeting, proposedMeeting };
}

/** Invitations to a meeting of today, which the teacher has answered, and to one to come. */
async function invite({ viewers: { teacher, dane } }: Filled) {
  const said = {
    ...{ place: 'Atelier Canopé, Dijon', opensAt: '09:00', closesAt: '12:00' },
    ...{ link: 'https://classe.example/rupn', words: 'Apportez une question et une réussite.' },
  };
  const create = async (code: string, kind: string, title: string, startsOn: string) => {
    await send(dane, '/dane/events/new', { code, kind, title, startsOn, ...said });
    await send(dane, `/dane/events/${code}/invitations`, { department: '' });
    return code;
  };
  const meetingToday = await create('RENC-JOUR', 'EV-RENC', 'Rencontre annuelle des référents', TODAY);
  const meetingToCome = await create('CV-FIN', 'EV-CV', 'Classe virtuelle de fin d’année', inDays(45));
  await send(teacher, `/my/invitations/${meetingToday}`, { answer: 'coming' });
  const plan = { code: 'F-MOBILE', kind: 'EV-PAF', title: 'Classe mobile', startsOn: inDays(50) };
  await send(dane, '/dane/events/new', { ...plan, ...said });
  await send(dane, '/dane/events/new', { ...plan, code: 'F-RGPD', title: 'Protection des données' });
  await send(teacher, '/my/trainings/wishes', { event: 'F-MOBILE' });
  return { meetingToday, meetingToCome };
}

/** A project for classes, for which the teacher has entered two. */
async function runProject({ viewers: { teacher, dane } }: Filled) {
  const project = {
    ...{ title: 'Tw’haïku', url: 'https://twhaiku.example', audience: 'Les classes de la 6e à la 2de.' },
    joinsUntil: inDays(60),
  };
  const classProject = idOf(await send(dane, '/dane/class-projects', project));
  await send(teacher, `/my/class-projects/${classProject}`, {
    uai: SCHOOL,
    classes: '5e B, 5e C',
    count: '2',
  });
  return { classProject };
}

/** A proposal that waits and one that was refused, at the head's school and of the teacher, and a validated
 *  contribution. */
async function changeEngagements({ service, viewers: { head, teacher, dane } }: Filled) {
  const { services, ports } = service;
  const [school] = await ports.store.readEstablishmentRecords([SCHOOL as Uai]);
  const others = school?.people.flatMap(({ engagements }) => engagements) ?? [];
  const colleague = others.find(
    (one) =>
      one.uai === SCHOOL &&
      ![teacher.personId, head.personId].includes(one.personId) &&
      one.confirmation.startsWith('confirmed') &&
      (!one.period.to || one.period.to >= TODAY),
  );
  const [own] = await ports.store.readPersonRecords([teacher.personId]);
  const segment = own?.engagements.find((one) => one.confirmation.startsWith('confirmed') && !one.period.to);
  if (!colleague || !segment) throw new Error('nobody is engaged');
  const end = { kind: 'end' as const, to: inDays(30) };
  const ask = (one: typeof segment) =>
    services.proposeChange({
      personId: one.personId,
      reference: one.reference,
      change: end,
      reason: 'Mutation.',
    });
  const refused = await ask(colleague);
  await send(head, `/school/${SCHOOL}/proposals/${refused.id}`, { outcome: 'refused', reason: 'Trop tôt.' });
  const proposal = await ask(colleague);
  await ask(segment);
  const contribution = { kind: 'resource', on: TODAY, reason: 'Article lu.' };
  await send(dane, `/dane/people/${teacher.personId}/contributions/new`, contribution);
  const [validated] = await ports.store
    .searchContributions({ validated: true, limit: 500 })
    .then((all) => all.filter((one) => one.personId === teacher.personId && one.judged));
  return {
    proposedChange: proposal.id,
    colleague: colleague.personId,
    segment: colleague.reference,
    ownSegment: segment.reference,
    validated: validated?.reference ?? '',
    ownUai: segment.uai,
  };
}

/** Files with one fault of every kind, and a person who is in no file. */
async function fillRegister({ service, viewers: { dane } }: Filled) {
  const faulty = Object.fromEntries(generateFaultyDemo().map(({ name, text }) => [name, text]));
  const sent = await sendFiles(service, dane, faulty);
  const now = service.ports.clock.now();
  const identity = {
    issuer: 'https://fim.example',
    subject: 'demo-ludivine',
    provider: 'fim' as const,
    email: 'ludivine.vasseur@ac-dijon.example',
    givenName: 'Ludivine',
    familyName: 'Vasseur',
  };
  const doubt = { id: 'doute-1', identity, reason: 'unknown-address' as const, firstAt: now, lastAt: now };
  const missions = ['A1', 'E1'] as never;
  const said = { givenName: 'Ludivine', familyName: 'Vasseur', from: TODAY, missions, roles: [] };
  await service.ports.store.commit([
    { kind: 'sign-in-doubted', doubt },
    { kind: 'newcomer-said', id: doubt.id, request: { at: now, uai: SCHOOL as Uai, ...said } },
  ]);
  await send(dane, '/dane/retention/hold', { untilOn: inDays(30), reason: 'Une enquête est en cours.' });
  return { upload: sent.headers.get('Location')?.split(/[/?]/).at(3) ?? '' };
}

/** An open sign-in sheet, and one that closed yesterday. */
async function openSheets({ services, ports }: TestService) {
  const open = async (seconds: number) => {
    const opensAt = secondsAfter(ports.clock.now(), seconds);
    const closesAt = secondsAfter(opensAt, 7200);
    return services.openRollCall({ eventCode: EVENT, opensAt, closesAt, actor: 'test' as never });
  };
  const closed = await open(-DAY);
  const now = await open(-60);
  return { sheet: now.secret, closedSheet: closed.secret };
}

/** A message that one person was sent and one could not get, and a person who agreed to be seen. */
async function writeToNetwork({ service, viewers: { dane, teacher, head } }: Filled) {
  const { store, clock } = service.ports;
  const at = clock.now();
  const id = 'messageoftheworkspace';
  const message = {
    ...{ id, title: 'La rencontre annuelle approche', body: 'Le programme est prêt.\n\nÀ bientôt.' },
    ...{ filter: { departmentCode: '071' }, writtenOn: TODAY, turn: 1, writtenAt: at, people: 2 },
    writtenBy: dane.personId,
  };
  const mail = {
    id: 'mail-of-message',
    kind: 'message',
    personId: teacher.personId,
    subjectIds: [`message:${id}`],
  } as const;
  await store.commit([
    { kind: 'message-written', message },
    { kind: 'mail-added', mail, messageId: '<mail-of-message@jalon.test>', at },
    { kind: 'message-sent', recipient: { messageId: id, personId: teacher.personId, mailId: mail.id } },
    { kind: 'message-sent', recipient: { messageId: id, personId: head.personId, leftOut: 'no-address' } },
    { kind: 'mail-closed', closing: { id: mail.id, state: 'refused', at, reason: 'smtp-550' } },
  ]);
  await send(teacher, '/my/directory/consent', {});
  return { message: id };
}

/** A campaign with requests that have had no answer for a month. */
async function runCampaign({ service, viewers: { dane } }: Filled) {
  const { services, ports } = service;
  const { store, clock } = ports;
  const opening = { name: `Rentrée ${THIS_YEAR}`, schoolYear: THIS_YEAR, closesOn: inDays(210) };
  const opened = await services.openCampaign({ ...opening, actor: dane.personId });
  const id = opened === 'name-taken' ? '' : opened.id;
  const waiting = { scope: 'all', from: '2000-01-01', to: '2099-12-31' } as const;
  const uais = await store.readWaitingSchools({ ...waiting, limit: 30 } as never);
  const segments = await store.readWaitingSegments(uais, waiting as never);
  const before = await store.readConfirmationRequests(segments.map(({ reference }) => reference));
  const unasked = segments.filter(
    ({ reference }) => !before.some((one) => one.engagementReference === reference),
  );
  const asked = unasked.map(({ reference }, turn) => ({
    engagementReference: reference,
    campaignId: id,
    requestedAt: secondsAfter(clock.now(), turn % 3 === 0 ? 0 : -31 * DAY),
  }));
  await store.commit(asked.map((request) => ({ kind: 'confirmation-asked', request })));
  return { campaign: id };
}

/** A badge that could be adopted, written from a copy, and one that has just begun from nothing. */
async function writeBadges({ services }: Filled['service'], agent: string) {
  const actor = parsePersonId(agent);
  const copied = await services.beginBadge({ from: { kind: 'copy', code: 'RUPN-ACC' }, actor });
  const badge = { ...copied.badge, code: 'RUPN-RELAIS', name: { fr: 'RUPN relais', en: 'RUPN relay' } };
  await services.keepBadge({ id: copied.id, revision: 1, actor, badge });
  const blank = await services.beginBadge({ from: { kind: 'nothing' }, actor });
  return { badgeDraft: copied.id, blankBadge: blank.id };
}

/** Figures with which some people would gain a badge and others lose one. */
const TRIED: Readonly<Record<string, string>> = {
  '/achievements/1/requirements/2/rule/trainingHours/atLeast': '10',
  '/achievements/1/requirements/3/rule/daneEventYears/atLeast': '3',
  '/achievements/2/requirements/1/rule/families/atLeast': '3',
};

/** Evaluates everyone and runs one trial of other figures; both jobs run to their end. */
async function decide({ service, viewers: { dane } }: Filled) {
  const job = idOf(await follow(dane, await send(dane, '/dane/decisions/judge', {})));
  const workshop = await (await dane.get('/dane/criteria/workshop')).text();
  const figures = [...workshop.matchAll(/name="(\/[^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, TRIED[name] ?? value],
  );
  const trial = { ...Object.fromEntries(figures), on: TODAY };
  const tried = idOf(await follow(dane, await send(dane, '/dane/criteria/trials', trial)));
  await follow(dane, await send(dane, '/dane/coverage/measure', {}));
  const hour = { day: fromDayNumber(toDayNumber(TODAY) + 200), time: '09:00' };
  const dated = idOf(await send(dane, '/dane/decisions/due', hour));
  const held = idOf(await send(dane, '/dane/decisions/due', { ...hour, badge: 'RUPN-ENG' }));
  await send(dane, `/dane/jobs/${held}/hold`, {});
  const { store } = service.ports;
  const [refused, ...others] = await store.readProposals({ limit: 3 });
  const refusal = { ids: refused?.id ?? '', decision: 'refuse', reason: 'Les pièces manquent encore.' };
  await follow(dane, await send(dane, '/dane/decisions', refusal));
  const from = `${THIS_YEAR + 1}-09-01`;
  await send(dane, '/dane/criteria/adoption', { ...Object.fromEntries(figures), from, confirm: 'yes' });
  const [holder, other] = await store.searchPeople({ profile: 'rupn', limit: 2 });
  const drafted = await service.services.draftCriteria({
    figures: { '/thresholds/fullYearDays': 150 },
    from: parseLocalDate(`${THIS_YEAR + 1}-10-01`),
    actor: parsePersonId(other?.id ?? ''),
  });
  return {
    job,
    dated,
    held,
    trial: tried,
    proposal: encodeURIComponent(others[0]?.id ?? ''),
    refusedProposal: encodeURIComponent(refused?.id ?? ''),
    toCome: '2',
    draft: drafted.id,
    ...(await writeBadges(service, other?.id ?? '')),
    holder: refused?.recipient.kind === 'person' ? refused.recipient.personId : (holder?.id ?? ''),
    other: other?.id ?? '',
  };
}

/** Keeps endorsements of a badge by two bodies: one is shown, and one has been revoked since. */
async function keepEndorsements({ ports: { store, clock, ids } }: TestService) {
  const [at, content] = [clock.now(), '{}'];
  const look = { result: 'good', verdict: 'valid', at, verifiedAt: at } as const;
  const shown = { ...ENDORSEMENT, code: 'RUPN-ENG', id: ids.uuid(), keptAt: at, look, content };
  const revoked = {
    ...{ ...shown, id: ids.uuid(), endorsementKey: 'sha256$1', issuer: { id: 'did:web:ville.example' } },
    look: { ...look, result: 'bad', verdict: 'revoked', fault: 'revoked' } as const,
  };
  await store.commit([
    { kind: 'achievement-endorsement-kept', endorsement: shown },
    { kind: 'achievement-endorsement-kept', endorsement: revoked },
    ...[shown, revoked].map(({ id }) =>
      audit('achievement-endorsement-kept', { at, actor: 'test', subject: id }),
    ),
  ]);
  return { endorsement: shown.id };
}

/** A look of the service at itself that found something, and could not look at one invariant to the end. */
async function keepLook({ ports: { store, clock } }: TestService) {
  const at = clock.now();
  const sound = { looked: 1200, count: 0, found: [], begunAt: at, lookedAt: at };
  const found = [{ subject: 'status_list tQrgP4xYDzvphcfhhZ4UDQ', detail: { index: 4096 } }];
  await store.commit(
    [
      { ...sound, invariant: 'file-sound' as const },
      { ...sound, invariant: 'act-audited' as const, failure: 'unavailable' },
      { ...sound, invariant: 'list-bits' as const, count: 3, found },
    ].map((answer) => ({ kind: 'invariant-looked', answer })),
  );
  return {};
}

async function send(
  browser: SignedInBrowser,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> {
  const answer = await browser.post(path, fields);
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
  return answer.headers.get('Location') ?? '';
}

/** Requests the page of a job until the job is over. */
async function follow(browser: SignedInBrowser, path: string): Promise<string> {
  while ((await (await browser.get(path)).text()).includes('http-equiv="refresh"'));
  return path;
}

function idOf(path: string): string {
  return path.split(/[/?]/).at(3) ?? '';
}

async function drain(outcomes: AsyncIterable<{ readonly kind: string }>): Promise<void> {
  for await (const { kind } of outcomes) if (kind === 'failed') throw new Error(kind);
}
