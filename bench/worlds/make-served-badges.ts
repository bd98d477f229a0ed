import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRemoteClient } from '../../src/cli/remote-client.ts';
import type { Shape } from '../servers/shape.ts';
import { type Earners, writeEarners } from './earners.ts';

const SILENT = {
  onEntry: () => {},
  onVerdict: () => {},
  onFile: () => {},
  onRefused: () => {},
  onProgress: () => {},
};

/** Imports people, grants, issues and accepts through the API, so that every shape does the same work.
 *  Returns the paths of the badges. */
export async function makeServedBadges(shape: Shape, count: number): Promise<readonly string[]> {
  const client = openRemoteClient(shape);
  await grantEarners(shape, { count, prefix: 'bench' });
  for await (const _ of client.issue());
  const paths: string[] = [];
  for await (const { credential } of client.acceptAll({ visibility: 'public', name: 'full' })) {
    paths.push(new URL(credential).pathname);
  }
  if (paths.length !== count) throw new Error(`${paths.length} badges were made, not ${count}`);
  return paths;
}

/** Imports people who each earn one badge, and grants the badges. */
export async function grantEarners(shape: Shape, earners: Earners): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));
  writeEarners(folder, earners);
  const client = openRemoteClient(shape);
  await client.importFiles({ paths: [folder], dryRun: false, locale: 'fr', ...SILENT });
  rmSync(folder, { recursive: true });
  for await (const _ of client.grant({ allMet: true, alsoToLookAt: true }));
}
