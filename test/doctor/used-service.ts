import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { openNodeContext } from '../../src/node.ts';
import { startFullFixture } from '../support/fixtures/workspace.ts';
import { contradictionsOf } from '../support/invariants.ts';
import type { TestService } from '../support/servers/service.ts';

/** A folder with the database and the keys of a service that lived. */
export interface UsedServiceFixture {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The filled demonstration, in which some badges were also revoked and suspended, a person was erased, and a
 *  program had something signed. */
export async function makeUsedServiceFixture(): Promise<UsedServiceFixture> {
  const { service } = await startFullFixture();
  const issued = await issueSome(service);
  const [revoked, suspended, ...others] = issued as [CredentialId, CredentialId, ...CredentialId[]];
  const { services } = service;
  await services.revokeCredential({ id: revoked, reason: 'Attribué par erreur', actor: 'test' });
  const why = { cause: 'check', reason: 'Vérification en cours' } as const;
  await services.suspendCredential({ id: suspended, ...why, actor: 'test' });
  await services.erasePerson({ id: await findHolderOfOneAddress(service, others), actor: 'test' });
  await services.signGiven({ credential: OF_A_PROGRAM, actor: 'token:essai' });
  await services.runMaintenance();
  await service.close();
  return { folder: service.folder, environment: service.environment };
}

const OF_A_PROGRAM = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-000000000001',
  type: ['VerifiableCredential'],
  issuer: 'did:web:jalon.test',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:a-person' },
};

/** A holder of one of the badges with a single address: the people with several remain in the service. */
async function findHolderOfOneAddress(
  { ports: { store } }: TestService,
  badges: readonly CredentialId[],
): Promise<PersonId> {
  for (const id of badges) {
    const badge = await store.readCredential(id);
    if (badge?.award.recipient.kind !== 'person') continue;
    const [person] = await store.readPeople([badge.award.recipient.personId]);
    if (person?.emails.length === 1) return person.id;
  }
  throw new Error('no holder has a single address');
}

/** Grants one badge to everybody who meets it, and signs some of them. */
async function issueSome({ services }: TestService): Promise<readonly CredentialId[]> {
  const scope = { kind: 'all-met', achievement: 'RUPN-ENG', cautions: 'included' } as const;
  for await (const _ of services.grantAwards({ scope, actor: 'test' }));
  const ids: CredentialId[] = [];
  for await (const outcome of services.issueCredentials({ actor: 'test', limit: 12 })) {
    if (outcome.kind === 'issued') ids.push(outcome.id);
  }
  return ids;
}

/** Changes a copy of the world and asks it. Returns the invariants that do not hold there; one that could
 *  not be looked at is none of them. */
export async function askCopy(
  { folder, environment }: UsedServiceFixture,
  tamper: (copy: { readonly file: string; readonly keys: string }) => void,
): Promise<readonly string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'jalon-doctor-'));
  cpSync(folder, copy, { recursive: true });
  const [file, keys] = [join(copy, 'jalon.db'), join(copy, 'keys')];
  // A copy of a folder may be read by others, and keys that may be read by others do not open.
  chmodSync(keys, 0o700);
  tamper({ file, keys });
  const context = await openNodeContext({
    ...environment,
    DATABASE_URL: `sqlite:${file}`,
    KEYS_DIR: keys,
  });
  try {
    const answers = await contradictionsOf(context);
    return answers.flatMap(({ invariant, count }) => (count > 0 ? [invariant] : []));
  } finally {
    await context.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
