import { base64 } from '@scure/base';
import { HASH_BYTES, type Hash } from './hash-tree.ts';

/** The most hashes of a path, because a log has fewer than 2^53 entries. */
const MAX_PATH = 53;

/** A proof that the log contains an entry, which can be verified without a connection (C2SP tlog-proof). */
export interface LogProof {
  /** The entry. It is proved only when its hash leads to the signed root. */
  readonly extra: Uint8Array;
  readonly index: number;
  readonly path: readonly Hash[];
  /** The signed checkpoint as published. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

/** The text of a `.tlog-proof` file. */
export function formatLogProof({ extra, index, path, checkpoint }: LogProof): string {
  const hashes = path.map((hash) => `${base64.encode(hash)}\n`);
  return `${HEAD}\nextra ${base64.encode(extra)}\nindex ${index}\n${hashes.join('')}\n${checkpoint}`;
}

/** Reads a proof without verifying it; undefined if the text is not a proof. */
export function parseLogProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n');
  const [head, extra, index, ...path] = text.slice(0, Math.max(end, 0)).split('\n');
  const digits = /^index (0|[1-9]\d{0,15})$/.exec(index ?? '')?.[1];
  const encoded = /^extra ([A-Za-z0-9+/=]{1,4096})$/.exec(extra ?? '')?.[1];
  if (head !== HEAD || digits === undefined || encoded === undefined || path.length > MAX_PATH)
    return undefined;
  try {
    const hashes = path.map((line) => base64.decode(line));
    if (hashes.some((hash) => hash.length !== HASH_BYTES)) return undefined;
    return {
      extra: base64.decode(encoded),
      index: Number(digits),
      path: hashes,
      checkpoint: text.slice(end + 2),
    };
  } catch {
    return undefined;
  }
}
