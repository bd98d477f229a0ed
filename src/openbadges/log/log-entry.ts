/** The entry of a badge in the log: digests of its two signed forms and nothing else, so that it names nobody
 *  and reveals nothing that its holder keeps private. */
export interface LoggedBadge {
  /** SHA-256 of the document with its proof, in canonical JSON (RFC 8785), in hexadecimal. */
  readonly document: string;
  /** SHA-256 of the compact JWS, in hexadecimal. */
  readonly jws: string;
}

const HEAD = 'jalon-badge/v1';
const LINES = new RegExp(`^${HEAD}\\ndocument ([0-9a-f]{64})\\njws ([0-9a-f]{64})\\n$`);

/** The text of an entry. */
export function formatLogEntry({ document, jws }: LoggedBadge): string {
  return `${HEAD}\ndocument ${document}\njws ${jws}\n`;
}

/** Reads the text of an entry; undefined for any other text. */
export function parseLogEntry(text: string): LoggedBadge | undefined {
  const [, document, jws] = LINES.exec(text) ?? [];
  return document === undefined || jws === undefined ? undefined : { document, jws };
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

/** The entries of a bundle; undefined where it is cut short. */
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
