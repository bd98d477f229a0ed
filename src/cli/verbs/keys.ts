import { readKeyFiles } from '../../adapters/signing/key-file.node.ts';
import { readPublicKeys } from '../../adapters/signing/key-folder.node.ts';
import { compromiseKey, generateKeys, retireKey, rotateKeys } from '../../adapters/signing/key-life.node.ts';
import { toKeySecrets } from '../../adapters/signing/key-secrets.ts';
import type { PublicKeyRecord } from '../../application/ports.ts';
import { parseConfig } from '../../config.ts';
import { toInstant } from '../../domain/time/time.ts';
import { UsageError } from '../usage-error.ts';
import { textOption, type Verb, type VerbCall } from '../verb.ts';

const ALGORITHMS = ['Ed25519', 'RS256'] as const;

/** `keys list|export|generate|rotate|retire KID|compromise KID --reason TEXT`; a running server takes them up by itself. */
export const keysVerb: Verb = {
  options: { reason: { type: 'string' }, algorithm: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, kid] = call.words;
    const { config, secrets } = parseConfig(call.environment);
    const change = {
      folder: config.keysDir,
      at: toInstant(new Date()),
      ...(secrets.keysPassphrase && { passphrase: secrets.keysPassphrase }),
    };
    const algorithm = algorithmOf(call);
    switch (action) {
      case 'list':
        for (const key of await readPublicKeys(config.keysDir)) tellKey(call, key);
        return 0;
      case 'export': {
        const keySecrets = await toKeySecrets(await readKeyFiles(config.keysDir), {
          requireEncryption: config.production,
          ...(secrets.keysPassphrase && { passphrase: secrets.keysPassphrase }),
        });
        call.output.line({ ...keySecrets }, JSON.stringify(keySecrets, undefined, 2));
        return 0;
      }
      case 'generate':
        return tellChanges(call, await generateKeys({ ...change, ...algorithm }), 'generated');
      case 'rotate':
        return tellChanges(call, await rotateKeys({ ...change, ...algorithm }), 'rotated');
      case 'retire':
        return tellChanges(call, [await retireKey({ ...change, kid: needed(call, kid) })], 'retired');
      case 'compromise':
        return compromise(call, { ...change, kid: needed(call, kid) });
      default:
        throw new UsageError(call.texts.wrongWords('keys'));
    }
  },
};

async function compromise(call: VerbCall, change: Omit<Parameters<typeof compromiseKey>[0], 'reason'>) {
  const reason = textOption(call, 'reason')?.trim();
  if (!reason) throw new UsageError(call.texts.compromiseUsage);
  const { compromised, successor } = await compromiseKey({ ...change, reason });
  tellChanges(call, [compromised], 'compromised');
  return tellChanges(call, successor ? [successor] : [], 'generated');
}

function needed(call: VerbCall, kid: string | undefined): string {
  if (!kid) throw new UsageError(call.texts.wrongWords('keys'));
  return kid;
}

function algorithmOf(call: VerbCall): { readonly algorithm?: (typeof ALGORITHMS)[number] } {
  const value = textOption(call, 'algorithm');
  if (value === undefined) return {};
  const algorithm = ALGORITHMS.find((one) => one === value);
  if (!algorithm) throw new UsageError(call.texts.notAllowedValue('algorithm', value, ALGORITHMS));
  return { algorithm };
}

function tellKey({ output, texts }: VerbCall, key: PublicKeyRecord): void {
  const { kid, algorithm, state, createdAt } = key;
  output.line({ kind: 'key', ...key }, texts.keyLine({ kid, algorithm, state, createdAt }));
}

function tellChanges(
  { output, texts }: VerbCall,
  keys: readonly PublicKeyRecord[],
  what: keyof VerbCall['texts']['keyState'],
): 0 {
  for (const key of keys) {
    output.line({ kind: what, ...key }, texts.keyChange(key.kid, texts.keyState[what]));
  }
  return 0;
}
