import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { jalon } from '../support/command-line.ts';
import { issueEverything, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { signEndorsement } from '../support/signed-endorsement.ts';

export const UAI = '0210001M';
export const AGENT = 'odile@ac-test.example';
/** The name of the token with which the program acts. */
export const TOKEN = 'programme';

/** What each person is in the world for. */
const PEOPLE = {
  /** The badge waits in the queue, and nothing is to be looked at. */
  clear: 'Claire',
  /** The badge waits in the queue, and is to be looked at. */
  cautious: 'Denis',
  /** The badge is accepted and public. */
  shown: 'Elise',
  /** The badge is signed and waits for its holder. */
  waiting: 'Fabien',
  /** The badge is accepted, public and suspended. */
  suspended: 'Gaelle',
  /** The badge has a name that its holder no longer has. */
  misstated: 'Hugo',
  /** Two more signed badges. */
  one: 'Ines',
  other: 'Jean',
} as const;
export type Who = keyof typeof PEOPLE;
const WITH_BADGE = ['shown', 'waiting', 'suspended', 'misstated', 'one', 'other'] as const;
type Holder = (typeof WITH_BADGE)[number];

/** No server listens there: mails are queued, and none is sent. */
const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'jalon@ac-test.example' };

export const emailOf = (who: Who): string => `${PEOPLE[who].toLowerCase()}@ac-test.example`;

/** A copy of the world, and the three channels to it. */
export interface ActionsFixture {
  readonly service: TestService;
  /** The file of its database. */
  readonly database: string;
  readonly agent: SignedInBrowser;
  readonly agentId: PersonId;
  readonly badges: Readonly<Record<Holder, CredentialId>>;
  readonly people: Readonly<Record<Who, PersonId>>;
  holder(who: Who): Promise<SignedInBrowser>;
  /** Runs a verb of the command line; its JSON lines. */
  command(...texts: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Sends a request of the program; its JSON answer. */
  api(path: string, body: unknown): Promise<Readonly<Record<string, unknown>>>;
  readonly secret: string;
  /** An endorsement of a badge by another body, which is not kept yet. */
  readonly endorsement: string;
  /** Takes the steps of a work until its end. */
  finish(job: string): Promise<void>;
  stop(): Promise<void>;
}

/** The world, made once. Every act begins with a copy of it. */
export interface FixtureTemplate {
  open(): Promise<ActionsFixture>;
  remove(): Promise<void>;
}

export async function makeFixtureTemplate(): Promise<FixtureTemplate> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-acts-'));
  const service = await startTestService(MAIL);
  const known = await fill(service);
  const { secret } = await service.services.createToken({ role: 'dane', name: TOKEN, actor: 'test' });
  const endorsement = await signEndorsement();
  const from = service.folder;
  await service.close();
  await cp(from, folder, { recursive: true });
  await rm(from, { recursive: true, force: true });
  return {
    open: () => openCopy(folder, { ...known, secret, endorsement }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function fill(service: TestService) {
  const { services, ports } = service;
  const who = Object.keys(PEOPLE) as Who[];
  await service.importText({
    'etablissements.csv': `uai;nom;secteur\n${UAI};Collège Claude Guyot;Public\n`,
    'personnes.csv': [
      'email;prenom;nom;profil',
      ...who.map((one) => `${emailOf(one)};${PEOPLE[one]};Dupont;rupn`),
      `${AGENT};Odile;Richardot;dane`,
      '',
    ].join('\n'),
    'engagements.csv': engagementsOf(WITH_BADGE),
  });
  const people = {} as Record<Who, PersonId>;
  for (const one of who) {
    const [person] = await ports.store.readPeopleByEmail([emailOf(one)]);
    people[one] = person?.id as PersonId;
  }
  const badges = {} as Record<Holder, CredentialId>;
  for (const { id } of await issueEverything(service)) {
    const found = await ports.store.readCredential(id);
    const { recipient } = found?.award ?? {};
    const holder = WITH_BADGE.find(
      (one) => recipient?.kind === 'person' && recipient.personId === people[one],
    );
    if (holder) badges[holder] = id;
  }
  const choice = { name: 'full', form: 'feminine', visibility: 'public', actor: 'test' } as const;
  for (const holder of WITH_BADGE) {
    if (holder !== 'waiting') await services.acceptCredential({ ...choice, id: badges[holder] });
  }
  await services.suspendCredential({
    ...{ id: badges.suspended, cause: 'check', reason: 'Vérification en cours', actor: 'test' },
  });
  const [hugo] = await ports.store.readPeopleByEmail([emailOf('misstated')]);
  if (hugo) await ports.store.commit([{ kind: 'person-saved', person: { ...hugo, familyName: 'Martin' } }]);
  // The last import: people whose badges then wait, so that it can be undone as a whole.
  await service.importText({
    'segments.csv': engagementsOf(['clear', 'cautious']),
    'points-etape.csv': `email;uai;date;nature\n${emailOf('clear')};${UAI};2024-05-02;point-etape\n`,
  });
  const agent = await signInAs(service, AGENT);
  const judging = await services.beginJob({ kind: 'propose-awards' }, agent.personId);
  while (!(await services.advanceJob(judging.id))?.finishedAt);
  await services.emptyOutbox('publish-status-list');
  return { people, badges, agentId: agent.personId };
}

function engagementsOf(who: readonly Who[]): string {
  return [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    ...who.map((one) => `S-${one};${emailOf(one)};${UAI};01/09/2023;31/08/2024;A1|A2|B1;;confirmee`),
    '',
  ].join('\n');
}

interface Known extends Pick<ActionsFixture, 'people' | 'badges' | 'agentId'> {
  readonly secret: string;
  readonly endorsement: string;
}

async function openCopy(template: string, known: Known): Promise<ActionsFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-act-'));
  await cp(template, folder, { recursive: true });
  const database = join(folder, 'jalon.db');
  const service = await startTestService({ DATABASE_URL: `sqlite:${database}`, ...MAIL });
  const agent = await signInAs(service, AGENT);
  return {
    ...known,
    ...{ service, database, agent },
    holder: (who) => signInAs(service, emailOf(who)),
    command: async (...texts) => {
      const { code, lines, stderr } = await jalon([...texts, '--json'], { environment: service.environment });
      if (code !== 0) throw new Error(`${texts.join(' ')}: ${code} ${stderr} ${JSON.stringify(lines)}`);
      return lines;
    },
    api: async (path, body) => {
      const answer = await service.post(`/api/v1${path}`, body, known.secret);
      const stated = await answer.json();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(stated)}`);
      return stated;
    },
    finish: async (job) => {
      await service.services.startJob({ id: job, actor: known.agentId }).catch(() => undefined);
      while (!(await service.services.advanceJob(job))?.finishedAt);
    },
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
