import type { SignedDigests } from '../domain/badge-log/entries.ts';

/** The digests that an entry of any log states. */
export type LoggedDigests = Pick<SignedDigests, 'document' | 'jws'>;

const HEAD = 'jalon-badge/v1';
const ENTRY_FORM = new RegExp(`^${HEAD}\\ndocument ([0-9a-f]{64})\\n(?:jws ([0-9a-f]{64})\\n)?$`);

export function formatLogEntry({ document, jws }: LoggedDigests): string {
  return `${HEAD}\ndocument ${document}\n${jws === undefined ? '' : `jws ${jws}\n`}`;
}

/** Reads the text of an entry; undefined for any other text. */
export function parseLogEntry(text: string): LoggedDigests | undefined {
  const [, document, jws] = ENTRY_FORM.exec(text) ?? [];
  return document === undefined ? undefined : { document, ...(jws !== undefined && { jws }) };
}

/** Several entries as one file, each after its length in two bytes (C2SP tlog-tiles, Log entries). */
export function bundleOf(entries: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = entries.map((entry) => new TextEncoder().encode(entry));
  const bundle = new Uint8Array(encoded.reduce((sum, { length }) => sum + 2 + length, 0));
  const view = new DataView(bundle.buffer);
  let at = 0;
  for (const bytes of encoded) {
    view.setUint16(at, bytes.length);
    bundle.set(bytes, at + 2);
    at += 2 + bytes.length;
  }
  return bundle;
}

/** The entries of a bundle; undefined if it is cut short. */
export function readBundle(bundle: Uint8Array): readonly Uint8Array[] | undefined {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + view.getUint16(at);
    if (end > bundle.length) return undefined;
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return entries;
}
