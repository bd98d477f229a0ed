import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { releaseKeyFile } from '../../node.ts';
import { type Command, type CommandCall, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';

const SUMS = 'SHA256SUMS';
/** A line of `sha256sum`. A name with a slash would lead out of the folder. */
const CHECKSUM_LINE = /^([0-9a-f]{64}) [ *]([\w.+-]+)$/gm;

/** `release verify FOLDER [--key FILE]`: whether the files of a release are those that its makers signed. Without
 *  `--key`, the key that this program was published with decides. 0: signed, and nothing differs; 1: not so. */
export const releaseCommand: Command = {
  options: { key: { type: 'string' } },
  words: { min: 2, max: 2 },
  async run(call) {
    const { words, output, texts } = call;
    const [act, folder = ''] = words;
    if (act !== 'verify') throw new UsageError(texts.wrongWords('release'));
    const list = join(folder, SUMS);
    const sums = existsSync(list) ? readFileSync(list) : Buffer.alloc(0);
    const listed = Array.from(sums.toString().matchAll(CHECKSUM_LINE), ([, digest, file = '']) => ({
      digest,
      file,
    }));
    if (listed.length === 0) throw new UsageError(texts.release.noSums(list));
    const { result: signature, key } = signatureOf(folder, sums, readKey(call));
    output.line({ kind: 'signature', result: signature, key }, texts.release.signature[signature](key));
    const results = [];
    for (const { digest, file } of listed) {
      const result = await compare(join(folder, file), digest);
      results.push(result);
      output.line({ kind: 'file', file, result }, texts.release.file[result](file));
    }
    const isGood = signature === 'passed' && results.includes('passed') && !results.includes('differs');
    output.line({ kind: 'summary', verified: isGood }, texts.release.summary(isGood));
    return isGood ? 0 : 1;
  },
};

function readKey(call: CommandCall): KeyObject | undefined {
  const file = textOption(call, 'key') ?? releaseKeyFile();
  if (file === undefined) return undefined;
  try {
    const key = createPublicKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, in the words of the reader.
  }
  throw new UsageError(call.texts.release.notAKey(basename(file)));
}

function signatureOf(folder: string, sums: Uint8Array, key: KeyObject | undefined) {
  const file = join(folder, `${SUMS}.sig`);
  if (!existsSync(file)) return { result: 'unsigned', key: '' } as const;
  if (!key) return { result: 'no-key', key: '' } as const;
  const isSigned = verify(null, sums, key, readFileSync(file));
  return { result: isSigned ? 'passed' : 'failed', key: fingerprintOf(key) } as const;
}

/** SHA-256 of the key in DER, as `openssl pkey -pubin -outform DER | sha256sum` says it. */
function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

async function compare(path: string, digest: string | undefined): Promise<'passed' | 'differs' | 'absent'> {
  if (!existsSync(path)) return 'absent';
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex') === digest ? 'passed' : 'differs';
}
