import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesToSql } from '../../src/adapters/storage/commit/changes-to-sql.ts';
import { prepareToken } from '../../src/application/accounts/tokens.ts';
import { sha256Of } from '../../src/application/digest.ts';
import { clock, ids } from '../../src/assembly/system-ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { CaughtMail } from '../mail/smtp-catcher.ts';
import { completeEntries } from '../support/audited.ts';
import { jalon } from '../support/command-line.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { isCaughtUp } from '../support/servers/running.ts';
import type { FetchLike } from '../support/third-party/verifiers.ts';

/** A started server, seen from outside. */
export interface ServerUnderTest {
  /** The address on which it listens; its public origin is `ORIGIN`. */
  readonly url: string;
  /** A token of the role dane. */
  readonly token: string;
  /** The secret of a session of `CLAIRE`, who has signed in before. */
  readonly session: string;
  /** The mails that its mail server received. */
  readonly mails: readonly CaughtMail[];
  /** Resolves once every timer of the server can be expected to have run. */
  followUp(): Promise<void>;
  stop(): Promise<void>;
}

export const ORIGIN = 'https://badges.jalon.example';
const PASSPHRASE = 'une phrase de passe assez longue';

/** Settings of production, as an operator gives them. */
export const SETTINGS: Readonly<Record<string, string>> = {
  ...PRODUCTION_SETTINGS,
  METRICS: 'public',
  PUBLIC_URL: ORIGIN,
  KEYS_PASSPHRASE: PASSPHRASE,
  ISSUER_NAME: 'DANE d’essai',
  ISSUER_CODE: 'DANE essai',
};

/** The person who is on record before any import, because she has signed in. */
export const CLAIRE = 'claire.dupont@ac-test.example';

/** The SQL of a database in use: a token, a person who is signed in, and a task that a killed process left.
 *  `token create --sql`, a sign-in and a crash make the same. */
export async function writeFirstRows(
  folder: string,
): Promise<Pick<ServerUnderTest, 'token' | 'session'> & { readonly file: string }> {
  const command = { role: 'dane' as const, name: 'essai', actor: 'test' };
  const { secret, changes } = await prepareToken({ clock, ids })(command);
  const task = { kind: 'publish-status-list' as const, listId: 'of-a-process-that-was-killed' };
  const session = randomBytes(32).toString('base64url');
  const file = join(folder, 'first-rows.sql');
  writeFileSync(
    file,
    changesToSql([
      ...completeEntries(changes),
      ...(await signedIn(session)),
      { kind: 'outbox-added', id: ids.uuid(), task, at: clock.now() },
    ]),
  );
  return { token: secret, session, file };
}

async function signedIn(secret: string): Promise<readonly Change[]> {
  const personId = ids.uuid() as PersonId;
  const at = clock.now();
  const person = {
    id: personId,
    givenName: 'Claire',
    familyName: 'Dupont',
    emails: [CLAIRE],
    profiles: ['rupn' as const],
  };
  const session = {
    id: ids.uuid(),
    secretHash: await sha256Of(secret),
    personId,
    provider: 'proconnect' as const,
    mayHead: [],
    createdAt: at,
    seenAt: at,
    expiresAt: secondsAfter(at, 12 * 3600),
  };
  return [
    { kind: 'person-saved', person },
    { kind: 'session-begun', session },
  ];
}

/** New keys in `folder/keys`, as the secrets that `keys export` prints. */
export async function makeKeys(folder: string): Promise<Readonly<Record<string, string>>> {
  // It needs its own database, because one in the project may already know other keys.
  const DATABASE_URL = `sqlite:${join(folder, 'no.db')}`;
  const environment = { ...SETTINGS, KEYS_DIR: join(folder, 'keys'), DATABASE_URL };
  const made = await jalon(['keys', 'generate'], { environment });
  if (made.code !== 0) throw new Error(made.stderr);
  const exported = await jalon(['keys', 'export', '--json'], { environment });
  if (exported.code !== 0) throw new Error(exported.stderr);
  return exported.lines[0] as Record<string, string>;
}

/** Answers for the public origin, like the network of a stranger. */
export function networkOf({ url }: Pick<ServerUnderTest, 'url'>): FetchLike {
  return async ({ url: requested, headers }) =>
    requested.startsWith(`${ORIGIN}/`) ? fetch(requested.replace(ORIGIN, url), { headers }) : undefined;
}

/** Waits until the child, which writes to the file `log`, serves; where it never does, stops it and throws. */
export async function untilServing(
  url: string,
  {
    child,
    log,
    stop,
  }: { readonly child: ChildProcess; readonly log: string } & Pick<ServerUnderTest, 'stop'>,
): Promise<void> {
  try {
    const complaints = () => readFileSync(log, 'utf8').slice(-2000);
    await untilReady(url, { hasEnded: () => child.exitCode !== null, complaints });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until the server says that it is ready; throws with `complaints` where it ends or time is up. */
async function untilReady(
  url: string,
  { hasEnded, complaints }: { readonly hasEnded: () => boolean; readonly complaints: () => string },
): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error(`The server ended: ${complaints()}`);
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    if (answer && (await isCaughtUp(answer))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server is not ready: ${complaints()}`);
}
