import { findKeyError, readUnlessFaulty } from '../../adapters/signing/key-errors.ts';
import { readKeyFiles, readKeyFileWarnings } from '../../adapters/signing/key-file.node.ts';
import { readKeyFolder, readPublicKeys } from '../../adapters/signing/key-folder.node.ts';
import {
  compromiseKey,
  generateKeys,
  retireKey,
  rotateKeys,
} from '../../adapters/signing/key-lifecycle.node.ts';
import { toKeySecrets } from '../../adapters/signing/key-secrets.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { compareKeys } from '../../domain/keys/registry-check.ts';
import { type Instant, toInstant } from '../../domain/time/calendar.ts';

import { openKnownDatabase } from '../../node.ts';
import { readSettings } from '../../settings/read.node.ts';
import { errorTexts as englishErrors } from '../../texts/en/errors/domain.ts';
import { errorTexts as frenchErrors } from '../../texts/fr/errors/domain.ts';
import { OFFICE } from '../../texts/office.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { isConfirmed } from '../confirm.ts';
import { UsageError } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { showCompromise, sinceOption } from './show-compromise.ts';

const ALGORITHMS = ['Ed25519', 'RS256'] as const;

/** `keys list|export|generate|rotate|retire KID|compromise KID --reason TEXT [--since DAY] [--dry-run|--yes]`; a
 *  running server reads the changed keys by itself. */
export const keysCommand: Command = {
  options: {
    reason: { type: 'string' },
    since: { type: 'string' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    algorithm: { type: 'string' },
    'new-after-loss': { type: 'boolean' },
  },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action = '', kid] = call.words;
    if (action === 'export') return exportKeys(call);
    if (action === 'list') return withSavedKeys(call, (keys) => listKeys(call, keys));
    const change = CHANGES[action];
    if (!change) throw new UsageError(call.texts.wrongWords('keys'));
    return withSavedKeys(call, (keys) => change(call, keys, kid));
  },
};

type KeyCommand = (call: CommandCall, keys: SavedKeys, kid: string | undefined) => Promise<ExitCode>;

const CHANGES: Readonly<Record<string, KeyCommand>> = {
  generate: (call, keys) => make(call, keys, { act: 'generated', run: generateKeys }),
  rotate: (call, keys) => make(call, keys, { act: 'rotated', run: rotateKeys }),
  retire: async (call, keys, kid) => {
    const change = { ...changeOf(call, keys), kid: needed(call, kid) };
    return done(call, keys, [['retired', await retireKey(change)]]);
  },
  compromise: async (call, keys, given) => {
    const { texts, output, options } = call;
    const kid = needed(call, given);
    const reason = textOption(call, 'reason')?.trim();
    if (!reason) throw new UsageError(texts.compromiseUsage);
    const since = sinceOption(call);
    const change = changeOf(call, keys);
    const isSaved = keys.kept.some((one) => one.kid === kid);
    const inPlace = isSaved ? [] : await readPublicKeys(change.folder);
    if (!isSaved && !inPlace.some((one) => one.kid === kid)) throw new DomainError('unknown-key', { kid });
    // A key that the database does not know has signed nothing in it.
    if (isSaved) await showCompromise(call, { kid, since });
    if (options['dry-run'] === true) return 0;
    if (!(await isConfirmed(call, texts.confirmCompromise(kid)))) {
      output.note(texts.nothingDone);
      return 1;
    }
    const { compromised, successor } = await compromiseKey({ ...change, kid, reason });
    const made = successor ? [['generated', successor] as const] : [];
    return done(call, keys, [['compromised', compromised], ...made]);
  },
};

interface Making {
  readonly act: 'generated' | 'rotated';
  readonly run: typeof generateKeys;
}

/** Where neither the folder nor the database knows the earlier keys, no key is made without
 *  `--new-after-loss`. */
async function make(call: CommandCall, keys: SavedKeys, { act, run }: Making): Promise<0> {
  const change = changeOf(call, keys);
  const newAfterLoss = call.options['new-after-loss'] === true;
  if (keys.unanswered && !newAfterLoss && (await readPublicKeys(change.folder)).length === 0) {
    throw new UsageError(call.texts.keysUnknown(change.folder));
  }
  const made = await run({ ...change, ...algorithmOf(call), newAfterLoss });
  return done(
    call,
    keys,
    made.map((key) => [act, key]),
  );
}

/** Saves the changes in the database, then reports them. */
async function done(
  call: CommandCall,
  keys: SavedKeys,
  changed: readonly (readonly [KeyAct['act'], PublicKeyRecord])[],
): Promise<0> {
  const { folder, at } = changeOf(call, keys);
  const acts = changed.map(([act, { kid }]) => ({ act, kid }));
  await keys.keep(await readPublicKeys(folder), acts, at);
  for (const [act, key] of changed) {
    call.output.line({ kind: act, ...key }, call.texts.keyChange(key.kid, call.texts.keyState[act]));
  }
  return 0;
}

function changeOf({ environment }: CommandCall, { kept }: SavedKeys) {
  const { config, secrets } = readSettings(environment);
  return {
    folder: config.keysDir,
    at: toInstant(new Date()),
    kept,
    ...(secrets.keysPassphrase && { passphrase: secrets.keysPassphrase }),
  };
}

/** Lists the keys of the folder and of the database, then says what keeps the service from signing. A folder that
 *  cannot be read leaves those of the database. */
async function listKeys(call: CommandCall, keys: SavedKeys): Promise<0> {
  const { output, texts, locale } = call;
  const change = changeOf(call, keys);
  const { folder, kept } = change;
  const inPlace = await readUnlessFaulty(readPublicKeys(folder));
  const { records, missing, foreign } = compareKeys(inPlace ?? kept, kept);
  const isAmong = (some: readonly PublicKeyRecord[] = []) => new Set(some.map(({ kid }) => kid));
  const [here, lost, others] = [isAmong(inPlace), isAmong(missing), isAmong(foreign)];
  for (const key of [...records, ...foreign]) {
    const { kid, algorithm, createdAt } = key;
    const isHere = here.has(kid) ? 'folder' : 'database';
    const place = others.has(kid) ? 'foreign' : lost.has(kid) ? 'missing' : isHere;
    const state = lost.has(kid) ? 'active' : key.state;
    output.line(
      { kind: 'key', ...key, state, place },
      texts.keyLine({ kid, algorithm, state, createdAt }) + texts.keyPlace[place],
    );
  }
  const warnings = inPlace ? await readKeyFileWarnings(folder) : [];
  for (const { file, because } of warnings) output.note(texts.keyFileWarning[because](file));
  if (lost.size > 0) output.note(texts.keysMissing([...lost], folder));
  const { production: requireEncryption } = readSettings(call.environment).config;
  const fault = await findKeyError(readKeyFolder({ ...change, requireEncryption }));
  if (fault && !inPlace) throw fault;
  if (fault && fault.code !== 'keys-lost' && warnings.length === 0)
    output.note((locale === 'en' ? englishErrors : frenchErrors)(OFFICE)[fault.code](fault.params));
  return 0;
}

async function exportKeys({ environment, output }: CommandCall): Promise<0> {
  const { config, secrets } = readSettings(environment);
  const keySecrets = await toKeySecrets(await readKeyFiles(config.keysDir), {
    requireEncryption: config.production,
    ...(secrets.keysPassphrase && { passphrase: secrets.keysPassphrase }),
  });
  output.document({ ...keySecrets });
  return 0;
}

function needed(call: CommandCall, kid: string | undefined): string {
  if (!kid) throw new UsageError(call.texts.wrongWords('keys'));
  return kid;
}

function algorithmOf(call: CommandCall): { readonly algorithm?: (typeof ALGORITHMS)[number] } {
  const value = textOption(call, 'algorithm');
  if (value === undefined) return {};
  const algorithm = ALGORITHMS.find((one) => one === value);
  if (!algorithm) throw new UsageError(call.texts.notAllowedValue('algorithm', value, ALGORITHMS));
  return { algorithm };
}

/** The keys in the database, for the verbs that change the key folder. */
interface SavedKeys {
  readonly kept: readonly PublicKeyRecord[];
  /** True if the database did not answer, so that its keys are unknown. */
  readonly unanswered: boolean;
  /** Saves the folder's keys in the database, with an audit line for each changed key. */
  keep(inPlace: readonly PublicKeyRecord[], changed: readonly KeyAct[], at: Instant): Promise<void>;
}

interface KeyAct {
  readonly kid: string;
  readonly act: 'generated' | 'rotated' | 'retired' | 'compromised';
}

/** Reads the keys in the database and gives them to a verb. Where the database does not answer, a note says
 *  so, and the folder's keys are still shown. */
async function withSavedKeys<Result>(
  { environment, output, texts }: CommandCall,
  use: (keys: SavedKeys) => Promise<Result>,
): Promise<Result> {
  // Faults of the settings must be reported as such, and not as a silent database.
  readSettings(environment);
  const store = await openKnownDatabase(environment).catch((error: unknown) => {
    output.note(texts.keysNotCompared(error instanceof Error ? error.message : String(error)));
    return 'unanswered' as const;
  });
  if (store === 'unanswered') return use({ kept: [], unanswered: true, keep: async () => {} });
  try {
    const kept = (await store?.readPublicKeys()) ?? [];
    return await use({
      kept,
      unanswered: false,
      keep: async (inPlace, changed, at) => store?.commit(toChanges({ inPlace, kept, changed, at })),
    });
  } finally {
    await store?.close();
  }
}

interface SavedKeyFolder {
  readonly inPlace: readonly PublicKeyRecord[];
  readonly kept: readonly PublicKeyRecord[];
  readonly changed: readonly KeyAct[];
  readonly at: Instant;
}

function toChanges({ inPlace, kept, changed, at }: SavedKeyFolder): readonly Change[] {
  return [
    ...compareKeys(inPlace, kept).toKeep.map((key) => ({ kind: 'public-key-kept' as const, key })),
    ...changed.map(({ kid, act }) => audit(`key-${act}`, { at, actor: CLI_ACTOR, subject: kid })),
  ];
}
