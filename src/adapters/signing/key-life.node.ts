import type { PublicKeyRecord } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time/time.ts';
import { readKeyFiles, writeKeyFile } from './key-file.node.ts';
import type { KeyFile } from './key-file.ts';
import { withKeyLock } from './key-lock.node.ts';
import { type KeyAlgorithm, makeKey, sealPrivateKey } from './key-material.ts';
import { activeKeyOf } from './key-set.ts';

const ALGORITHMS: readonly KeyAlgorithm[] = ['Ed25519', 'RS256'];

export interface KeyChange {
  readonly folder: string;
  /** Encrypts the new private keys; without it they lie in clear. */
  readonly passphrase?: string;
  readonly at: Instant;
}

/** Makes the active keys that are missing, or the one that is asked for. Throws `key-exists`
 *  where none is missing: replacing a key is a rotation. */
export async function generateKeys(
  change: KeyChange & { readonly algorithm?: KeyAlgorithm },
): Promise<readonly PublicKeyRecord[]> {
  return withKeyLock(change.folder, async () => {
    const files = await readKeyFiles(change.folder);
    const wanted = change.algorithm ? [change.algorithm] : ALGORITHMS;
    const missing = wanted.filter((algorithm) => !activeKeyOf(files, algorithm));
    if (missing.length === 0) {
      const kids = wanted.map((algorithm) => activeKeyOf(files, algorithm)?.record.kid ?? '');
      throw new DomainError('key-exists', { kids });
    }
    return writeNewKeys(missing, change);
  });
}

/** New active keys, and the former ones retired: still published, so that what they signed still verifies. The new key
 *  is written first: stopped in between, the newest of two active keys signs. */
export async function rotateKeys(
  change: KeyChange & { readonly algorithm?: KeyAlgorithm },
): Promise<readonly PublicKeyRecord[]> {
  return withKeyLock(change.folder, async () => {
    const former = (await readKeyFiles(change.folder)).filter(
      ({ record }) =>
        record.state === 'active' && (change.algorithm ?? record.algorithm) === record.algorithm,
    );
    const made = await writeNewKeys(change.algorithm ? [change.algorithm] : ALGORITHMS, change);
    for (const file of former) await writeKeyFile(change.folder, toRetired(file, change.at));
    return made;
  });
}

/** Retires a key without a successor; its private half is destroyed. Retiring a retired key changes nothing. Throws
 *  `unknown-key`, or `key-compromised` where it is past retiring. */
export async function retireKey(
  change: Omit<KeyChange, 'passphrase'> & { readonly kid: string },
): Promise<PublicKeyRecord> {
  return withKeyLock(change.folder, async () => {
    const file = findKey(await readKeyFiles(change.folder), change.kid);
    const { state, compromised } = file.record;
    if (compromised)
      throw new DomainError('key-compromised', { kid: change.kid, reason: compromised.reason });
    if (state === 'retired') return file.record;
    const retired = toRetired(file, change.at);
    await writeKeyFile(change.folder, retired);
    return retired.record;
  });
}

/** Declares a key compromised: it leaves the published documents and its badges wait to be signed again. Where it was
 *  the active one, its successor is made in the same step, and first. Throws `unknown-key`, `reason-required`;
 *  a key already compromised keeps its first date and reason. */
export async function compromiseKey(
  change: KeyChange & { readonly kid: string; readonly reason: string },
): Promise<{ readonly compromised: PublicKeyRecord; readonly successor?: PublicKeyRecord }> {
  const reason = change.reason.trim();
  if (reason === '') throw new DomainError('reason-required');
  return withKeyLock(change.folder, async () => {
    const files = await readKeyFiles(change.folder);
    const { record } = findKey(files, change.kid);
    if (record.compromised) return { compromised: record };
    const others = files.filter((file) => file.record.kid !== record.kid);
    const needsSuccessor = record.state === 'active' && !activeKeyOf(others, record.algorithm);
    const [successor] = needsSuccessor ? await writeNewKeys([record.algorithm], change) : [];
    const compromised: PublicKeyRecord = {
      ...record,
      state: 'compromised',
      compromised: { at: change.at, reason },
    };
    await writeKeyFile(change.folder, { record: compromised });
    return { compromised, ...(successor && { successor }) };
  });
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
