import { DomainError } from '../../domain/errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { further } from '../../domain/keys/registry-check.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { readKeyFiles, writeKeyFile } from './key-file.node.ts';
import type { KeyFile } from './key-file.ts';
import { withKeyLock } from './key-lock.node.ts';
import { type KeyAlgorithm, makeKey, sealPrivateKey } from './key-material.ts';
import { activeKeyOf, assertNoUnknownKeys } from './key-set.ts';

const ALGORITHMS: readonly KeyAlgorithm[] = ['Ed25519', 'RS256'];

export interface KeyChange {
  readonly folder: string;
  /** Encrypts the new private keys; without it they are stored unencrypted. */
  readonly passphrase?: string;
  readonly at: Instant;
  /** The keys as the database knows them. */
  readonly kept?: readonly PublicKeyRecord[];
}

export interface MakingKeys extends KeyChange {
  readonly algorithm?: KeyAlgorithm;
  /** Whether the operator gives up the keys whose files are gone. Their public halves are then put back into
   *  the folder, as retired keys. */
  readonly newAfterLoss?: boolean;
}

/** Makes the active keys that are missing, or the one that is asked for. Throws `key-exists` where none is
 *  missing, because replacing a key is a rotation; `keys-lost` where the file of an active key is gone. */
export async function generateKeys(change: MakingKeys): Promise<readonly PublicKeyRecord[]> {
  await refuseLoss(change);
  return withKeyLock(change.folder, async () => {
    await giveUpLost(change);
    const files = await readInPlace(change);
    const wanted = change.algorithm ? [change.algorithm] : ALGORITHMS;
    const missing = wanted.filter((algorithm) => !activeKeyOf(files, algorithm));
    if (missing.length === 0) {
      const kids = wanted.map((algorithm) => activeKeyOf(files, algorithm)?.record.kid ?? '');
      throw new DomainError('key-exists', { kids });
    }
    return writeNewKeys(missing, change);
  });
}

/** Makes new active keys and retires the former ones, which stay published so that their signatures still
 *  verify. The new key is written first: if the command stops in between, the newest of two active keys
 *  signs. Throws `keys-lost`. */
export async function rotateKeys(change: MakingKeys): Promise<readonly PublicKeyRecord[]> {
  await refuseLoss(change);
  return withKeyLock(change.folder, async () => {
    await giveUpLost(change);
    const former = (await readInPlace(change)).filter(
      ({ record }) =>
        record.state === 'active' && (change.algorithm ?? record.algorithm) === record.algorithm,
    );
    const made = await writeNewKeys(change.algorithm ? [change.algorithm] : ALGORITHMS, change);
    for (const file of former) await writeKeyFile(change.folder, toRetired(file, change.at));
    return made;
  });
}

/** Retires a key without a successor; its private half is destroyed. Retiring a retired key changes nothing.
 *  Throws `unknown-key`, or `key-compromised` where the key is already compromised. */
export async function retireKey(
  change: Omit<KeyChange, 'passphrase'> & { readonly kid: string },
): Promise<PublicKeyRecord> {
  return withKeyLock(change.folder, async () => {
    const file = findKey(await readAll(change), change.kid);
    const { state, compromised } = file.record;
    if (compromised)
      throw new DomainError('key-compromised', { kid: change.kid, reason: compromised.reason });
    if (state === 'retired') return file.record;
    const retired = toRetired(file, change.at);
    await writeKeyFile(change.folder, retired);
    return retired.record;
  });
}

/** Declares a key compromised: it leaves the published documents, and its badges wait to be signed again.
 *  Where no other key would sign, its successor is made in the same step: first, so that a killed change leaves
 *  a key that signs. A key whose file is gone is found in the database; its own file is then written first,
 *  because a new key alone in a folder is taken for another service's. A key that is already compromised keeps
 *  its first date and reason. Throws `unknown-key`, `reason-required`, `numen-refused`, `keys-foreign`. */
export async function compromiseKey(
  change: KeyChange & { readonly kid: string; readonly reason: string },
): Promise<{ readonly compromised: PublicKeyRecord; readonly successor?: PublicKeyRecord }> {
  const reason = change.reason.trim();
  if (reason === '') throw new DomainError('reason-required');
  refuseNumen(reason);
  return withKeyLock(change.folder, async () => {
    const files = await readAll(change);
    const file = findKey(files, change.kid);
    const { record } = file;
    const compromised: PublicKeyRecord = record.compromised
      ? record
      : { ...record, state: 'compromised', compromised: { at: change.at, reason } };
    const write = () => writeKeyFile(change.folder, { record: compromised });
    const isHere = (await readKeyFiles(change.folder)).some((one) => one.record.kid === record.kid);
    if (!isHere) await write();
    const [successor] = needsSuccessor(files, record) ? await writeNewKeys([record.algorithm], change) : [];
    if (isHere && !record.compromised) await write();
    return { compromised, ...(successor && { successor }) };
  });
}

/** Whether no other key of its algorithm signs. A key that is retired signed nothing. */
function needsSuccessor(files: readonly KeyFile[], { kid, state, algorithm }: PublicKeyRecord): boolean {
  return (
    state !== 'retired' &&
    !activeKeyOf(
      files.filter(({ record }) => record.kid !== kid),
      algorithm,
    )
  );
}

/** The files of the folder, each in the later of its two states: an old copy of the folder may call active a
 *  key that the database knows as retired or compromised. */
async function readInPlace({ folder, kept = [] }: KeyChange): Promise<readonly KeyFile[]> {
  const files = await readKeyFiles(folder);
  assertNoUnknownKeys(files, kept, folder);
  return files.map((file) => {
    const known = kept.find(({ kid }) => kid === file.record.kid);
    return { ...file, record: further(file.record, known) };
  });
}

/** The keys of the folder, and the public halves that only the database has. */
async function readAll(change: KeyChange): Promise<readonly KeyFile[]> {
  const files = await readInPlace(change);
  return [...files, ...absentFrom(files, change.kept).map((record) => ({ record }))];
}

/** Refuses to make keys where the files of active keys are gone: the operator restores them from a backup, or
 *  gives them up expressly. This comes before the folder is made. */
async function refuseLoss({ folder, kept = [], newAfterLoss = false }: MakingKeys): Promise<void> {
  const files = await readKeyFiles(folder);
  assertNoUnknownKeys(files, kept, folder);
  const lost = absentFrom(files, kept).filter(({ state }) => state === 'active');
  if (newAfterLoss || lost.length === 0) return;
  throw new DomainError('keys-lost', { kids: lost.map(({ kid }) => kid), folder });
}

/** Puts the public halves of lost keys back as retired keys, so that the folder is complete again. */
async function giveUpLost({ folder, at, kept, newAfterLoss = false }: MakingKeys): Promise<void> {
  if (!newAfterLoss) return;
  const absent = absentFrom(await readKeyFiles(folder), kept);
  for (const record of absent) {
    await writeKeyFile(folder, record.state === 'active' ? toRetired({ record }, at) : { record });
  }
}

function absentFrom(
  files: readonly KeyFile[],
  saved: readonly PublicKeyRecord[] = [],
): readonly PublicKeyRecord[] {
  const here = new Set(files.map(({ record }) => record.kid));
  return saved.filter(({ kid }) => !here.has(kid));
}

async function writeNewKeys(
  algorithms: readonly KeyAlgorithm[],
  { folder, passphrase, at }: KeyChange,
): Promise<readonly PublicKeyRecord[]> {
  const records: PublicKeyRecord[] = [];
  for (const algorithm of algorithms) {
    const { record, privateJwk } = await makeKey(algorithm, at);
    await writeKeyFile(folder, { record, privateKey: await sealPrivateKey(privateJwk, passphrase) });
    records.push(record);
  }
  return records;
}

function toRetired({ record }: KeyFile, at: Instant): KeyFile {
  return { record: { ...record, state: 'retired', retiredAt: at } };
}

function findKey(files: readonly KeyFile[], kid: string): KeyFile {
  const file = files.find(({ record }) => record.kid === kid);
  if (!file) throw new DomainError('unknown-key', { kid });
  return file;
}
