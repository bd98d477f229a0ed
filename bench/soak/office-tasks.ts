import { openRemoteClient } from '../../src/cli/remote-client.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import { jalon } from '../../test/support/command-line.ts';
import { grantEarners } from '../fixtures/make-served-badges.ts';
import type { NodeShape } from '../servers/start-node-shape.ts';
import { verificationOf } from '../servers/verify-response.ts';

/** An office at work on a shape, through the API, as a DANE with the command line. */
export interface Office {
  /** One round: imports people, grants, issues, accepts, verifies some, revokes one. A fault is noted. */
  work(): Promise<void>;
  /** Addresses to read. */
  paths(): readonly string[];
  counts(): { readonly issued: number; readonly revoked: number; readonly verified: number };
  readonly faults: readonly string[];
  /** What `jalon doctor` finds: one line for each promise that does not hold. */
  askDoctor(): Promise<readonly string[]>;
}

const PEOPLE_A_ROUND = 20;
const VERIFIED_A_ROUND = 5;
/** The latest badges that are read. */
const READ_BADGES = 200;
const BADGE_PATH = '/credentials/';
const OTHER_PATHS = ['/', '/badges', '/verify', '/.well-known/did.json', '/health/ready', '/log'];

export function openOffice(shape: NodeShape): Office {
  const client = openRemoteClient(shape);
  const faults: string[] = [];
  const badges: string[] = [];
  let round = 0;
  let issued = 0;
  let revoked = 0;
  let verified = 0;
  const makeBadges = async () => {
    await grantEarners(shape, { count: PEOPLE_A_ROUND, prefix: `soak-${round}` });
    for await (const _ of client.issue());
    const made: string[] = [];
    for await (const { credential } of client.acceptAll({ visibility: 'public', name: 'full' })) {
      made.push(new URL(credential).pathname);
    }
    issued += made.length;
    return made;
  };
  const verify = async (path: string) => {
    const document = await (await fetch(`${shape.url}${path}.json`)).text();
    const { path: address, headers, body } = verificationOf(document);
    const answer = await fetch(`${shape.url}${address}`, { method: 'POST', headers, body });
    const { verified: sound } = (await answer.json()) as { readonly verified?: boolean };
    if (sound !== true) throw new Error(`${path}: not verified (${answer.status})`);
    verified += 1;
  };
  const workOnce = async () => {
    const made = await makeBadges();
    for (const path of made.slice(0, VERIFIED_A_ROUND)) await verify(path);
    const last = made.at(-1);
    if (last !== undefined) {
      await client.revoke(last.slice(BADGE_PATH.length) as CredentialId, 'Soak');
      revoked += 1;
    }
    badges.push(...made.flatMap((path) => [path, `${path}.json`]));
    badges.splice(0, Math.max(0, badges.length - 2 * READ_BADGES));
  };
  return {
    async work() {
      try {
        await workOnce();
      } catch (error) {
        faults.push(`round ${round}: ${(error as Error).message}`);
      }
      round += 1;
    },
    paths: () => [...OTHER_PATHS, ...badges],
    counts: () => ({ issued, revoked, verified }),
    faults,
    async askDoctor() {
      const { code, lines } = await jalon(['doctor', '--json'], { environment: shape.environment });
      const found = lines.filter(({ holds }) => holds === false).map((line) => JSON.stringify(line));
      return code === 0 || found.length > 0 ? found : [`the doctor ended with ${code}`];
    },
  };
}
