import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRemoteClient } from '../../src/cli/remote-client.ts';
import { writeEarners } from '../fixtures/earners.ts';
import { type Cost, measure, view } from '../measuring/measure.ts';
import type { Shape } from '../servers/shape.ts';

const BADGES_A_ROUND = 100;
const VIEWS_A_ROUND = 300;
const LINES_A_ROUND = 2 * BADGES_A_ROUND;

/** The costs of one shape in one round, each for one operation. */
export interface Round {
  readonly importedLine: Cost;
  readonly issuedBadge: Cost;
  readonly verificationPage: Cost;
  readonly cataloguePage: Cost;
  readonly bytesABadge: number | undefined;
  /** The addresses of the badges made in this round. */
  readonly badges: readonly string[];
}

/** Imports people, grants, signs, accepts, then requests the badges. Everything goes through the API, so that
 *  every shape does the same work. */
export async function runRound(shape: Shape, round: number): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));
  writeEarners(folder, { count: BADGES_A_ROUND, prefix: `bench-${round}` });
  const client = openRemoteClient(shape);
  const silent = {
    onEntry: () => {},
    onVerdict: () => {},
    onFile: () => {},
    onRefused: () => {},
    onProgress: () => {},
  };
  const importedLine = await measure(shape, LINES_A_ROUND, () =>
    client.importFiles({ paths: [folder], dryRun: false, locale: 'fr', ...silent }),
  );
  rmSync(folder, { recursive: true });
  const before = await shape.storedBytes();
  await toArray(client.grant({ allMet: true, alsoToLookAt: true }));
  const issuedBadge = await measure(shape, BADGES_A_ROUND, () => toArray(client.issue()));
  const accepted = await toArray(client.acceptAll({ visibility: 'public', name: 'full' }));
  const after = await shape.storedBytes();
  const badges = accepted.map(({ credential }) => credential.replace(shape.origin, shape.url));
  if (badges.length !== BADGES_A_ROUND) throw new Error(`${shape.name}: ${badges.length} badges were made`);
  return {
    importedLine,
    issuedBadge,
    verificationPage: await measure(shape, VIEWS_A_ROUND, () => view(badges, VIEWS_A_ROUND)),
    cataloguePage: await measure(shape, VIEWS_A_ROUND, () => view([`${shape.url}/badges`], VIEWS_A_ROUND)),
    bytesABadge: before === undefined || after === undefined ? undefined : (after - before) / BADGES_A_ROUND,
    badges,
  };
}

async function toArray<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}
