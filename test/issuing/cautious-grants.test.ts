import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

/** The badge of this person rests on a year that counts as reviewed by the waiver alone. */
const WAIVED = 'camille.waiver@ac-test.example';
/** Nothing is to be looked at here: the review was held. */
const CLEAR = 'robin.review@ac-test.example';
const AGENT = 'odile@ac-test.example';

let service: TestService;
let dane: string;
let agent: SignedInBrowser;
let server: RunningServer | undefined;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': `email;prenom;nom;profil\n${WAIVED};Camille;Waiver;rupn\n${CLEAR};Robin;Review;rupn\n${AGENT};Odile;Richardot;dane\n`,
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `W;${WAIVED};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      `C;${CLEAR};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      '',
    ].join('\n'),
    'points-etape.csv': `email;uai;date;nature\n${CLEAR};0210001M;2024-05-02;point-etape\n`,
  });
  dane = await tokenOf(service, 'dane');
  agent = await signInAs(service, AGENT);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await service.stop();
});

const command = (...texts: readonly string[]) =>
  jalon(['grant', ...texts, '--json'], { environment: service.environment });
const ask = async (body: unknown) => (await service.post('/api/v1/awards', body, dane)).json();

async function holders(): Promise<readonly string[]> {
  const { store } = service.ports;
  const people = await store.readPeopleByEmail([WAIVED, CLEAR]);
  const recipients = people.map(({ id }) => ({ kind: 'person' as const, personId: id }));
  const awards = await store.readAwardsOf(recipients);
  return people
    .filter(({ id }) =>
      awards.some(({ award: { recipient } }) => recipient.kind === 'person' && recipient.personId === id),
    )
    .map(({ emails }) => emails[0] ?? '');
}

describe('a grant of everything that is met', () => {
  it('leaves out on the command line what is to be looked at, names it and says where to look', async () => {
    const { lines, code } = await command('--all-met');
    expect(code).toBe(0);
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'granted', email: CLEAR }));
    const [left] = lines.filter(({ kind }) => kind === 'to-look-at');
    expect(left).toMatchObject({
      email: WAIVED,
      badge: 'RUPN-ENG',
      cautions: [{ kind: 'waived', count: 1 }],
    });
    expect(lines.at(-1)).toEqual({ kind: 'summary', granted: 1, toLookAt: 1, skipped: 0 });
    expect(await holders()).toEqual([CLEAR]);
    const page = await agent.get(new URL(String(left?.['page'])).pathname);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain(fr.dane.decisions.cautions.mark);
    expect(text).toContain(fr.dane.decisions.cautions.sentence({ kind: 'waived', count: 1 }));
  });

  it('does the same by the API, and through it', async () => {
    const { outcomes } = await ask({ allMet: true });
    const kinds = outcomes.map(({ kind, email }: { kind: string; email: string }) => [kind, email]);
    expect(new Map(kinds)).toEqual(
      new Map([
        ['granted', CLEAR],
        ['to-look-at', WAIVED],
      ]),
    );
    server = await startServer(service.environment);
    const remote = await jalon(['grant', '--all-met', '--remote', server.url, '--json'], {
      environment: { DATABASE_URL: 'sqlite:none/none.db', JALON_TOKEN: dane },
    });
    expect(remote.lines.at(-1)).toEqual({ kind: 'summary', granted: 0, toLookAt: 1, skipped: 1 });
    expect(await holders()).toEqual([CLEAR]);
  });

  it('leaves out what the screen leaves out, by the same cautions', async () => {
    const judged = await agent.post('/dane/decisions/judge');
    await toTheEnd(judged);
    const queue = await service.ports.store.readProposals({ limit: 10 });
    const { outcomes } = await ask({ allMet: true, alsoToLookAt: true, dryRun: true });
    expect(outcomes).toHaveLength(2);
    for (const { page, cautions = [] } of outcomes) {
      if (page === undefined) continue;
      const id = decodeURIComponent(new URL(page).pathname.split('/').at(-1) ?? '');
      expect(queue.find((one) => one.id === id)?.summary.cautions).toEqual(cautions);
    }
    const isClear = queue.filter(({ summary }) => summary.cautions.length === 0);
    expect(isClear).toHaveLength(1);
    const fields = { decision: 'grant-clear' };
    const confirm = /name="confirm" value="([^"]+)"/.exec(
      await (await agent.post('/dane/decisions', fields)).text(),
    )?.[1];
    const begun = await agent.post('/dane/decisions', { ...fields, confirm: confirm ?? '' });
    await agent.post(`${begun.headers.get('Location')}/start`);
    await toTheEnd(begun);
    expect(await holders()).toEqual([CLEAR]);
  });

  it('takes all of it where it is asked to', async () => {
    expect((await command('--all-met', '--also-to-look-at')).lines.at(-1)).toEqual({
      kind: 'summary',
      granted: 2,
      toLookAt: 0,
      skipped: 0,
    });
    expect((await holders()).toSorted()).toEqual([WAIVED, CLEAR].toSorted());
  });

  it('takes one badge that is named, whatever is to be looked at', async () => {
    const one = await command('--person', WAIVED, '--badge', 'RUPN-ENG');
    expect(one.lines.at(-1)).toMatchObject({ granted: 1, toLookAt: 0 });
    expect(await holders()).toEqual([WAIVED]);
  });

  it('leaves out what came to be looked at while the decision waited', async () => {
    const { decision } = await ask({ allMet: true, badge: 'RUPN-ENG', waitSeconds: 600 });
    expect(decision).toMatchObject({ total: 1 });
    await service.importText({
      'engagements.csv': [
        'reference;email;uai;debut;fin;missions;roles;confirmation',
        `X;${CLEAR};0210001M;01/09/2024;31/08/2025;A1;;contestee`,
        '',
      ].join('\n'),
    });
    await service.services.startJob({ id: decision.id, actor: 'cli' as never });
    expect(await finished(decision.id)).toEqual({ 'to-look-at': 1 });
    expect(await holders()).toEqual([]);
  });
});

async function toTheEnd(answer: Response): Promise<Readonly<Record<string, number>>> {
  return finished(answer.headers.get('Location')?.split('/').at(-1) ?? '');
}

async function finished(id: string): Promise<Readonly<Record<string, number>>> {
  for (;;) {
    const job = await service.services.advanceJob(id);
    if (!job) throw new Error('no such work');
    if (job.finishedAt) return job.progress.counts;
  }
}
