import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AwardWithCredential } from '../../src/application/store/badge-readers.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import { jalon } from '../support/command-line.ts';
import { type GrantMore, grantToMany } from '../support/many-awards.ts';
import { type SharedService, startSharedService } from '../support/servers/shared-service.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';

/** `npm run test:scale` issues ten times as many awards, and other verifiers judge more of them. */
const FULL_SIZE = process.env['JALON_FULL_SIZE'] === '1';
const AWARDS = FULL_SIZE ? 20_000 : 2_000;
/** While another process starts, a process signs hundreds of awards. So more are granted in the meantime, and each
 *  process that is killed is at work. */
const LEAST_UNSIGNED = 1_000;
const THIRD_PARTY_SAMPLE_SIZE = FULL_SIZE ? 500 : 10;
const PROCESSES = 4;
/** For each process, the numbers of lines after which it is killed, run after run; the last run is not
 *  killed. */
const KILLS: readonly (readonly number[])[] = [[40, 90, 150], [25, 200], [120, 60, 30], []];
const LIMIT_MS = FULL_SIZE ? 3_600_000 : 300_000;

let service: SharedService;
let grantMore: GrantMore;
let awards = AWARDS;
let killed = 0;
beforeAll(async () => {
  service = await startSharedService();
  grantMore = await grantToMany(service.context, AWARDS - 1);
}, LIMIT_MS);
afterAll(() => service.stop());

/** One process, started again each time it is killed. Returns how its last run ended. */
async function issueAgainAndAgain(kills: readonly number[]) {
  for (const lines of kills) {
    const options = { environment: service.environment, killAfterLines: lines };
    const { code } = await jalon(['issue', '--json'], options);
    if (code === null) killed += 1;
  }
  return jalon(['issue', '--json'], { environment: service.environment });
}

/** Grants more awards until every process was killed as often as planned. */
async function grantUntilKilled(): Promise<void> {
  while (killed < KILLS.flat().length) {
    if ((await service.context.ports.store.countUnsignedAwards()) < LEAST_UNSIGNED) {
      await grantMore(LEAST_UNSIGNED);
      awards += LEAST_UNSIGNED;
    }
    await wait(100);
  }
}

it(
  'signs each award once, under its own index, whichever process is killed',
  async () => {
    const began = performance.now();
    const [, ...runs] = await Promise.all([
      grantUntilKilled(),
      ...KILLS.slice(0, PROCESSES).map(issueAgainAndAgain),
    ]);
    printDuration(`${awards} awards issued by ${PROCESSES} processes`, began);
    expect(killed).toBe(KILLS.flat().length);
    for (const last of runs) {
      expect([last.code, last.lines.at(-1)]).toEqual([0, expect.objectContaining({ remaining: 0 })]);
    }
    const [counts] = await service.database.ask(
      `select (select count(*) from award) as awards,
              (select count(*) from award where signed = 1) as signed,
              count(*) as credentials, count(distinct award_id) as of_awards,
              count(distinct (status_list_id, status_index)) as indexes,
              count(distinct status_list_id) as lists, count(distinct subject_id) as subjects
       from credential`,
    );
    const whole = String(awards);
    expect(counts).toEqual({
      awards: whole,
      signed: whole,
      credentials: whole,
      of_awards: whole,
      indexes: whole,
      lists: '1',
      subjects: whole,
    });
  },
  LIMIT_MS,
);

it(
  'leaves only badges that verify, by either proof',
  async () => {
    const began = performance.now();
    let verified = 0;
    for await (const { credential } of allCredentials()) {
      for (const text of [credential?.document, credential?.jws]) {
        const report = await service.context.verify({ kind: 'bytes', bytes: new TextEncoder().encode(text) });
        if (!report.verified) throw new Error(`${credential?.id}: ${JSON.stringify(report)}`);
      }
      verified += 1;
    }
    printDuration(`${verified} credentials verified, both proofs each`, began);
    expect(verified).toBe(awards);
  },
  LIMIT_MS,
);

it(
  'is accepted by another project’s verifier, for each badge of a sample',
  async () => {
    const began = performance.now();
    const rows = await service.database.ask(
      `select document from credential order by random() limit ${THIRD_PARTY_SAMPLE_SIZE}`,
    );
    const thirdParty = openThirdPartyVerifier('dcc', ({ url, headers }) =>
      url.startsWith(service.context.ports.origin)
        ? service.context.app.request(url, { headers })
        : undefined,
    );
    for (const row of rows) {
      const judgment = await thirdParty.verify(JSON.parse(String(row['document'])));
      if (!judgment.verified) throw new Error(JSON.stringify(judgment));
    }
    thirdParty.close();
    printDuration(`${rows.length} credentials verified by another implementation`, began);
    expect(rows).toHaveLength(THIRD_PARTY_SAMPLE_SIZE);
  },
  LIMIT_MS,
);

async function* allCredentials(): AsyncGenerator<AwardWithCredential> {
  let after: CredentialId | undefined;
  for (;;) {
    const page = await service.context.ports.store.readCredentials({ limit: 200, ...(after && { after }) });
    yield* page;
    if (page.length < 200) return;
    after = page.at(-1)?.credential?.id;
  }
}

/** Figures for a person who runs this by hand. */
function printDuration(what: string, began: number): void {
  process.stderr.write(`${what} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
