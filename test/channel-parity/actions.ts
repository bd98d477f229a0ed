import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import { sendFiles } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import { ENDORSED } from '../support/signed-endorsement.ts';
import { type ActionsFixture, emailOf, UAI } from './fixture.ts';

/** One way to do an act: how a person writes it, and the act itself. A command and a request of a program return
 *  their lines, which must say the same. */
export interface Channel {
  readonly how: string;
  run(fixture: ActionsFixture): Promise<readonly unknown[] | undefined>;
}

export const CHANNELS = ['screen', 'command', 'api'] as const;

/** An act, by each channel on which it exists. */
export interface Action extends Readonly<Partial<Record<(typeof CHANNELS)[number], Channel>>> {
  readonly name: string;
}

/** Acts that only look. */
export const READ_ONLY = /records nothing$/;

const REASON = 'Erreur de saisie';
const BADGE = 'RUPN-ENG';
const HOUR = `${fromDayNumber(toDayNumber(todayInParis()) + 30)}T09:00`;
const IMPORT = `email;prenom;nom;profil\nnouveau@ac-test.example;Noa;Petit;rupn\n`;

const idIn = (answer: Response) =>
  new URL(answer.headers.get('Location') ?? '', 'https://x').pathname.split('/').at(-1) ?? '';

function screen(how: string, action: (fixture: ActionsFixture) => Promise<Response>): Channel {
  return {
    how,
    async run(fixture) {
      const answer = await action(fixture);
      if (answer.status !== 303) throw new Error(`${how}: ${answer.status} ${await answer.text()}`);
      return undefined;
    },
  };
}

function screenWork(how: string, action: (fixture: ActionsFixture) => Promise<Response>): Channel {
  return {
    how,
    async run(fixture) {
      const answer = await action(fixture);
      if (answer.status !== 303) throw new Error(`${how}: ${answer.status} ${await answer.text()}`);
      await fixture.finish(idIn(answer));
      return undefined;
    },
  };
}

async function confirmed(
  { agent }: ActionsFixture,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<Response> {
  const page = await (await agent.post(path, fields)).text();
  const confirm = /name="confirm" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return agent.post(path, { ...fields, confirm });
}

const recordsOf = (answer: Readonly<Record<string, unknown>>, member: string) =>
  answer[member] as readonly unknown[];
const isOutcome = (line: unknown) => (line as { readonly kind?: string }).kind !== 'summary';

async function granted(fixture: ActionsFixture, ...texts: readonly string[]) {
  const lines = await fixture.command('grant', ...texts);
  await fixture.command('issue');
  return lines.filter(isOutcome);
}

async function grantedByApi(fixture: ActionsFixture, body: Readonly<Record<string, unknown>>) {
  const answer = await fixture.api('/awards', body);
  await fixture.api('/credentials', { limit: 25 });
  return recordsOf(answer, 'outcomes');
}

const proposalOf = ({ people }: ActionsFixture, who: 'clear' | 'cautious') =>
  `${UAI}~${BADGE}~person~${people[who]}`;

async function saveEndorsement({ service, endorsement }: ActionsFixture): Promise<string> {
  const saved = await service.services.saveAchievementEndorsement({ given: endorsement, actor: 'test' });
  if (saved.kind === 'refused') throw new Error(saved.because);
  return saved.endorsement.id;
}

/** Every act that more than one channel offers. */
export const ACTIONS: readonly Action[] = [
  {
    name: 'award one badge that is met',
    screen: screenWork('`/dane/decisions/{id}`, Attribuer ce badge', (fixture) =>
      fixture.agent.post('/dane/decisions', {
        ids: proposalOf(fixture, 'cautious'),
        decision: 'grant',
        from: 'one',
      }),
    ),
    command: {
      how: '`grant --person --badge`, `issue`',
      run: (fixture) => granted(fixture, '--person', emailOf('cautious'), '--badge', BADGE),
    },
    api: {
      how: '`POST /awards`, `POST /credentials`',
      run: (fixture) => grantedByApi(fixture, { person: emailOf('cautious'), badge: BADGE }),
    },
  },
  {
    name: 'award all that is met, but what is to be looked at',
    screen: screenWork('`/dane/decisions`, Attribuer ceux qui n’ont rien à regarder', (fixture) =>
      confirmed(fixture, '/dane/decisions', { decision: 'grant-clear' }),
    ),
    command: {
      how: '`grant --all-met`, `issue`',
      run: (fixture) => granted(fixture, '--all-met', '--badge', BADGE),
    },
    api: {
      how: '`POST /awards` `allMet`, `POST /credentials`',
      run: (fixture) => grantedByApi(fixture, { allMet: true, badge: BADGE }),
    },
  },
  {
    name: 'award all that is met, after a wait',
    screen: screenWork('`/dane/decisions`, ten minutes, or Appliquer maintenant', (fixture) =>
      confirmed(fixture, '/dane/decisions', { decision: 'grant-all' }),
    ),
    command: {
      how: '`grant --all-met --also-to-look-at --in 10m`, `decisions start`',
      run: async (fixture) => {
        const lines = await fixture.command(
          'grant',
          '--all-met',
          '--also-to-look-at',
          '--badge',
          BADGE,
          '--in',
          '10m',
        );
        const id = String(lines.find((line) => line['kind'] === 'decision')?.['id']);
        return [...lines.filter(isOutcome), ...(await fixture.command('decisions', 'start', id))];
      },
    },
    api: {
      how: '`POST /awards` `allMet`, `alsoToLookAt`, `waitSeconds`; `POST /decisions/{id}`',
      run: async (fixture) => {
        const body = { allMet: true, alsoToLookAt: true, badge: BADGE, waitSeconds: 600 };
        const answer = await fixture.api('/awards', body);
        const decision = answer['decision'] as { readonly id: string };
        return [
          ...recordsOf(answer, 'outcomes'),
          decision,
          await fixture.api(`/decisions/${decision.id}`, { act: 'start' }),
        ];
      },
    },
  },
  {
    name: 'award all that is met at a date, as it is judged then',
    screen: screenWork('`/dane/decisions/due`, at the hour, or Appliquer maintenant', (fixture) =>
      fixture.agent.post('/dane/decisions/due', {
        day: HOUR.slice(0, 10),
        time: HOUR.slice(11),
        badge: BADGE,
      }),
    ),
    command: {
      how: '`grant --all-met --at 2027-07-01T09:00`, `decisions start`',
      run: async (fixture) => {
        const lines = await fixture.command('grant', '--all-met', '--badge', BADGE, '--at', HOUR);
        const id = String(lines.find((line) => line['kind'] === 'decision')?.['id']);
        return [...lines.filter(isOutcome), ...(await fixture.command('decisions', 'start', id))];
      },
    },
    api: {
      how: '`POST /awards` `allMet`, `at`; `POST /decisions/{id}`',
      run: async (fixture) => {
        const answer = await fixture.api('/awards', { allMet: true, badge: BADGE, at: HOUR });
        const decision = answer['decision'] as { readonly id: string };
        return [
          ...recordsOf(answer, 'outcomes'),
          decision,
          await fixture.api(`/decisions/${decision.id}`, { act: 'start' }),
        ];
      },
    },
  },
  {
    name: 'award by decision, with a reason',
    screen: screen('`/dane/people/{id}/award`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.clear}/award`, { badge: 'RUPN-CONF', reason: REASON }),
    ),
    command: {
      how: '`grant --person --badge --reason`, `issue`',
      run: (fixture) =>
        granted(fixture, '--person', emailOf('clear'), '--badge', 'RUPN-CONF', '--reason', REASON),
    },
    api: {
      how: '`POST /awards` `reason`, `POST /credentials`',
      run: (fixture) =>
        grantedByApi(fixture, { person: emailOf('clear'), badge: 'RUPN-CONF', reason: REASON }),
    },
  },
  {
    name: 'accept a badge for its holder, with the holder’s choice',
    screen: screen('`/my/badges/{id}`, by the holder', async ({ badges, holder }) =>
      (await holder('waiting')).post(`/my/badges/${badges.waiting}/accept`, {
        ...{ visibility: 'public', name: 'full', form: 'feminine', schools: 'yes' },
      }),
    ),
    command: {
      how: '`accept`',
      run: async ({ command, badges }) => {
        const texts = ['--visibility', 'public', '--name', 'full', '--form', 'feminine', '--schools', 'yes'];
        return (await command('accept', badges.waiting, ...texts, '--email', 'no')).filter(isOutcome);
      },
    },
    api: {
      how: '`POST /credentials/{id}/acceptance`',
      run: async ({ api, badges }) => {
        const choice = { visibility: 'public', name: 'full', form: 'feminine', schools: true, email: false };
        return [await api(`/credentials/${badges.waiting}/acceptance`, choice)];
      },
    },
  },
  {
    name: 'remind the holder of a badge without an answer',
    screen: screen('`/dane/credentials/unanswered`, Relancer maintenant', ({ agent, badges }) =>
      agent.post(`/dane/credentials/${badges.waiting}/reminder`),
    ),
    command: {
      how: '`unanswered remind`',
      run: ({ command, badges }) => command('unanswered', 'remind', badges.waiting),
    },
    api: {
      how: '`POST /credentials/{id}/reminder`',
      run: async ({ api, badges }) => [await api(`/credentials/${badges.waiting}/reminder`, {})],
    },
  },
  {
    name: 'suspend a badge',
    screen: screen('`/dane/credentials/{id}/suspension`', ({ agent, badges }) =>
      agent.post(`/dane/credentials/${badges.shown}/suspension`, { cause: 'error', reason: REASON }),
    ),
    command: {
      how: '`suspend`',
      run: ({ command, badges }) => command('suspend', badges.shown, '--cause', 'error', '--reason', REASON),
    },
    api: {
      how: '`POST /credentials/{id}/suspension`',
      run: async ({ api, badges }) => [
        await api(`/credentials/${badges.shown}/suspension`, { cause: 'error', reason: REASON }),
      ],
    },
  },
  {
    name: 'end a suspension',
    screen: screen('`/dane/credentials/{id}/suspension`, Lever', ({ agent, badges }) =>
      agent.post(`/dane/credentials/${badges.suspended}/suspension/end`, { reason: REASON }),
    ),
    command: {
      how: '`resume`',
      run: ({ command, badges }) => command('resume', badges.suspended, '--reason', REASON),
    },
    api: {
      how: '`POST /credentials/{id}/resumption`',
      run: async ({ api, badges }) => [
        await api(`/credentials/${badges.suspended}/resumption`, { reason: REASON }),
      ],
    },
  },
  {
    name: 'revoke a badge',
    screen: screen('`/dane/credentials/{id}/revocation`', ({ agent, badges }) =>
      agent.post(`/dane/credentials/${badges.shown}/revocation`, { reason: REASON }),
    ),
    command: {
      how: '`revoke`',
      run: ({ command, badges }) => command('revoke', badges.shown, '--reason', REASON),
    },
    api: {
      how: '`POST /credentials/{id}/revocation`',
      run: async ({ api, badges }) => [
        await api(`/credentials/${badges.shown}/revocation`, { reason: REASON }),
      ],
    },
  },
  {
    name: 'revoke many badges',
    screen: screenWork('`/dane/revocations`, Appliquer maintenant', (fixture) =>
      confirmed(fixture, '/dane/revocations', {
        ids: [fixture.badges.one, fixture.badges.other],
        reason: REASON,
      }),
    ),
    command: {
      how: '`revoke A B`',
      run: async ({ command, badges }) => {
        await command('revoke', badges.one, badges.other, '--reason', REASON);
        return undefined;
      },
    },
    api: {
      how: '`POST /credentials/revocations`',
      run: async ({ api, badges, finish }) => {
        const { id } = await api('/credentials/revocations', {
          ...{ credentials: [badges.one, badges.other], reason: REASON },
        });
        await api(`/credentials/revocations/${id}`, { act: 'start' });
        await finish(String(id));
        return undefined;
      },
    },
  },
  {
    name: 'sign misstated badges again',
    screen: screenWork('`/dane/re-signing`', ({ agent }) => agent.post('/dane/re-signing')),
    command: { how: '`re-sign`', run: async ({ command }) => (await command('re-sign')).filter(isOutcome) },
    api: {
      how: '`POST /credentials/corrections`',
      run: async ({ api }) => recordsOf(await api('/credentials/corrections', {}), 'corrections'),
    },
  },
  {
    name: 'import files',
    screen: screen('`/dane/imports`', async ({ agent, service }) => {
      const sent = await sendFiles(service, agent, { 'personnes.csv': IMPORT });
      return agent.post(sent.headers.get('Location') ?? '');
    }),
    command: {
      how: '`import`',
      run: async ({ command, service }) => {
        const { writeFile } = await import('node:fs/promises');
        const file = `${service.folder}/personnes.csv`;
        await writeFile(file, IMPORT);
        return (await command('import', file)).slice(-1);
      },
    },
    api: {
      how: '`POST /imports`',
      run: async ({ service, secret }) => {
        const body = new FormData();
        body.append('files', new File([IMPORT], 'personnes.csv'));
        const answer = await service.app.request(`${service.ports.origin}/api/v1/imports`, {
          ...{ method: 'POST', body, headers: { Authorization: `Bearer ${secret}` } },
        });
        // The members of the command's summary are fixed; the API also counts the remarks.
        const { notices: _, ...summary } = (await answer.json()).summary;
        return [summary];
      },
    },
  },
  {
    name: 'undo an import',
    screen: {
      how: '`/dane/imports/past/{id}`',
      async run({ agent, finish, service }) {
        const [run] = await service.services.listImports();
        for (const action of ['check', 'undo']) {
          const answer = await agent.post(`/dane/imports/past/${run?.id}/${action}`);
          await finish(
            new URL(answer.headers.get('Location') ?? '', 'https://x').searchParams.get('job') ?? '',
          );
        }
        return undefined;
      },
    },
    command: {
      how: '`imports undo`',
      run: async ({ command, service }) => {
        const [run] = await service.services.listImports();
        await command('imports', 'undo', run?.id ?? '');
        return undefined;
      },
    },
    api: {
      how: '`POST /imports/{id}/undoing`',
      run: async ({ api, service }) => {
        const [run] = await service.services.listImports();
        for (const act of ['look', 'undo']) {
          let part = await api(`/imports/${run?.id}/undoing`, { act });
          while (part['next']) part = await api(`/imports/${run?.id}/undoing`, { act, after: part['next'] });
        }
        return undefined;
      },
    },
  },
  {
    name: 'end an engagement',
    screen: screen('`/dane/people/{id}/engagements/{reference}/end`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.clear}/engagements/S-clear/end`, {
        to: '2024-06-30',
        reason: REASON,
      }),
    ),
    api: {
      how: '`POST /engagements/{reference}/end`',
      run: async ({ api }) => {
        await api('/engagements/S-clear/end', { to: '2024-06-30', reason: REASON });
        return undefined;
      },
    },
  },
  {
    name: 'change the missions of an engagement',
    screen: screen('`/dane/people/{id}/engagements/{reference}/missions`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.clear}/engagements/S-clear/missions`, {
        ...{ from: '2024-02-01', missions: ['A1', 'C1'], reason: REASON },
      }),
    ),
    api: {
      how: '`POST /engagements/{reference}/missions`',
      run: async ({ api }) => {
        const body = { from: '2024-02-01', missions: ['A1', 'C1'], reason: REASON };
        await api('/engagements/S-clear/missions', body);
        return undefined;
      },
    },
  },
  {
    name: 'correct an engagement',
    screen: screen('`/dane/people/{id}/engagements/{reference}/correction`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.clear}/engagements/S-clear/correction`, {
        ...{ uai: UAI, from: '2023-10-01', to: '2024-08-31', missions: ['A1', 'B1'], reason: REASON },
      }),
    ),
    api: {
      how: '`POST /engagements/{reference}/correction`',
      run: async ({ api }) => {
        const body = { from: '2023-10-01', to: '2024-08-31', missions: ['A1', 'B1'], reason: REASON };
        await api('/engagements/S-clear/correction', body);
        return undefined;
      },
    },
  },
  {
    name: 'remove an engagement',
    screen: screen('`/dane/people/{id}/removal`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.clear}/removal`, {
        ...{ kind: 'engagement', reference: 'S-clear', reason: REASON },
      }),
    ),
    api: {
      how: '`POST /engagements/{reference}/removal`',
      run: async ({ api }) => {
        await api('/engagements/S-clear/removal', { reason: REASON });
        return undefined;
      },
    },
  },
  {
    name: 'export the data of a person',
    screen: {
      how: '`/my/data/export.json`, by the person',
      async run({ holder }) {
        const browser = await holder('shown');
        const answer = await browser.get('/my/data/export.json');
        if (answer.status !== 200) throw new Error(`export: ${answer.status}`);
        return undefined;
      },
    },
    command: {
      how: '`export-person`',
      run: async ({ command }) => {
        await command('export-person', emailOf('shown'));
        return undefined;
      },
    },
    api: {
      how: '`POST /people/exports`',
      run: async ({ api }) => {
        await api('/people/exports', { email: emailOf('shown') });
        return undefined;
      },
    },
  },
  {
    name: 'judge a person, which records nothing',
    command: {
      how: '`evaluate --person`',
      run: async ({ command }) => (await command('evaluate', '--person', emailOf('clear'))).filter(isOutcome),
    },
    api: {
      how: '`POST /evaluations`',
      run: async ({ api }) =>
        recordsOf(await api('/evaluations', { person: emailOf('clear') }), 'evaluations'),
    },
  },
  {
    name: 'look at a grant, which records nothing',
    command: {
      how: '`grant --all-met --dry-run`',
      run: async ({ command }) => (await command('grant', '--all-met', '--dry-run')).filter(isOutcome),
    },
    api: {
      how: '`POST /awards` `allMet`, `dryRun`',
      run: async ({ api }) => recordsOf(await api('/awards', { allMet: true, dryRun: true }), 'outcomes'),
    },
  },
  {
    name: 'keep an endorsement of a badge by another body',
    screen: screen('`/dane/badges/{code}/endorsements`', ({ agent, endorsement }) =>
      agent.post(`/dane/badges/${ENDORSED}/endorsements`, {
        document: Buffer.from(endorsement).toString('base64url'),
      }),
    ),
    api: {
      how: '`POST /endorsements`',
      run: async ({ api, endorsement }) => {
        await api('/endorsements', { credential: endorsement });
        return undefined;
      },
    },
  },
  {
    name: 'withdraw an endorsement of a badge',
    screen: screen('`/dane/badges/{code}/endorsements/{id}/withdrawal`', async (fixture) => {
      const id = await saveEndorsement(fixture);
      return fixture.agent.post(`/dane/badges/${ENDORSED}/endorsements/${id}/withdrawal`, { reason: REASON });
    }),
    api: {
      how: '`POST /endorsements/{id}/withdrawal`',
      run: async (fixture) => {
        await fixture.api(`/endorsements/${await saveEndorsement(fixture)}/withdrawal`, { reason: REASON });
        return undefined;
      },
    },
  },
  {
    name: 'make a token',
    command: {
      how: '`token create`',
      run: async ({ command }) => {
        await command('token', 'create', '--role', 'reader', '--name', 'lecture');
        return undefined;
      },
    },
    api: {
      how: '`POST /tokens`',
      run: async ({ api }) => {
        await api('/tokens', { role: 'reader', name: 'lecture' });
        return undefined;
      },
    },
  },
  {
    name: 'revoke a token',
    screen: screen('`/dane/settings/tokens`', async ({ agent, service }) => {
      const [token] = await service.services.listTokens();
      return agent.post('/dane/settings/tokens/revocation', { id: token?.id ?? '' });
    }),
    command: {
      how: '`token revoke`',
      run: async ({ command, service }) => {
        const [token] = await service.services.listTokens();
        await command('token', 'revoke', token?.id ?? '');
        return undefined;
      },
    },
    api: {
      how: '`POST /tokens/{id}/revocation`',
      run: async ({ api, service }) => {
        const [token] = await service.services.listTokens();
        await api(`/tokens/${token?.id}/revocation`, {});
        return undefined;
      },
    },
  },
  {
    name: 'erase a person',
    screen: screen('`/dane/people/{id}/erasure`', ({ agent, people }) =>
      agent.post(`/dane/people/${people.shown}/erasure`, { confirm: fr.dane.people.erase.word }),
    ),
    command: {
      how: '`erase-person`',
      run: async ({ command }) => {
        await command('erase-person', emailOf('shown'));
        return undefined;
      },
    },
    api: {
      how: '`POST /people/erasures`',
      run: async ({ api }) => {
        await api('/people/erasures', { email: emailOf('shown') });
        return undefined;
      },
    },
  },
];
