import { audit } from '../domain/audit.ts';
import type { Change } from '../domain/change/change.ts';
import { compareKeys } from '../domain/known-keys.ts';
import type { PublicKeyRecord } from '../domain/public-key.ts';
import type { Instant } from '../domain/time/time.ts';
import { openKnownDatabase } from '../node.ts';
import { parseConfig } from '../settings/config.ts';
import { CLI_ACTOR } from './local-client.ts';
import type { VerbCall } from './verb.ts';

/** The keys in the database, for the verbs that change the key folder. */
export interface KeptKeys {
  readonly kept: readonly PublicKeyRecord[];
  /** True where the database did not answer, so that its keys are unknown. */
  readonly unanswered: boolean;
  /** Saves the folder's keys in the database, with an audit line for each changed key. */
  keep(inPlace: readonly PublicKeyRecord[], changed: readonly KeyAct[], at: Instant): Promise<void>;
}

export interface KeyAct {
  readonly kid: string;
  readonly act: 'generated' | 'rotated' | 'retired' | 'compromised';
}

/** Reads the keys in the database and gives them to a verb. Where the database does not answer, a note says
 *  so, and the folder's keys are still shown. */
export async function withKeptKeys<Result>(
  { environment, output, texts }: VerbCall,
  use: (keys: KeptKeys) => Promise<Result>,
): Promise<Result> {
  // Faults of the settings must be reported as such, and not as a silent database.
  parseConfig(environment);
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

interface Kept {
  readonly inPlace: readonly PublicKeyRecord[];
  readonly kept: readonly PublicKeyRecord[];
  readonly changed: readonly KeyAct[];
  readonly at: Instant;
}

function toChanges({ inPlace, kept, changed, at }: Kept): readonly Change[] {
  return [
    ...compareKeys(inPlace, kept).toKeep.map((key) => ({ kind: 'public-key-kept' as const, key })),
    ...changed.map(({ kid, act }) => audit(`key-${act}`, { at, actor: CLI_ACTOR, subject: kid })),
  ];
}
