import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { joinBytes } from '../baking/compression.ts';

/** What a signature confirms: the note alone, or the note at an instant (C2SP signed-note,
 *  tlog-cosignature). */
export type NoteSignatureKind = 'note' | 'timed';

const TYPES: Readonly<Record<NoteSignatureKind, number>> = { note: 0x01, timed: 0x04 };
const UTF8 = new TextEncoder();
const DASH = '— ';

/** One signature below a note. */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes that distinguish the keys of one name. */
  readonly keyId: Uint8Array;
  readonly value: Uint8Array;
}

/** A text with its signatures (C2SP signed-note). */
export interface SignedNote {
  /** The lines of the note, each with its line end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The first four bytes of SHA-256 over name, line feed, type and public key (C2SP signed-note,
 *  Signatures). */
export function noteKeyId(name: string, kind: NoteSignatureKind, publicKey: Uint8Array): Uint8Array {
  return sha256(joinBytes([UTF8.encode(`${name}\n`), Uint8Array.of(TYPES[kind]), publicKey])).slice(0, 4);
}

/** The key in the form in which monitors are given it: `name+id+base64(type, key)` (C2SP signed-note,
 *  Verifier keys). */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  const id = bytesToHex(noteKeyId(name, 'note', publicKey));
  return `${name}+${id}+${base64.encode(joinBytes([Uint8Array.of(TYPES.note), publicKey]))}`;
}

/** The message of a signature with an instant: a fixed line, the seconds since 1970, then the note. */
export function timedMessage(seconds: number, text: string): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

/** The value of a signature with an instant: the seconds in eight bytes, then the 64 bytes of the
 *  signature. */
export function timedValue(seconds: number, signature: Uint8Array): Uint8Array {
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(seconds));
  return joinBytes([new Uint8Array(time.buffer), signature]);
}

/** The seconds and the signature in such a value; undefined if it has another length. */
export function parseTimedValue(value: Uint8Array) {
  if (value.length !== 72) return undefined;
  const seconds = Number(new DataView(value.buffer, value.byteOffset).getBigUint64(0));
  return { seconds, signature: new Uint8Array(value.subarray(8)) };
}

/** The published form of a note: the text, an empty line, and a line for each signature. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, value }) => `${DASH}${name} ${base64.encode(joinBytes([keyId, value]))}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

/** Reads a published note without verifying it; undefined if the text is not a note. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(parseSignature);
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

function parseSignature(line: string): NoteSignature | undefined {
  const [name, encoded, ...more] = line.startsWith(DASH) ? line.slice(DASH.length).split(' ') : [];
  if (!name || encoded === undefined || more.length > 0) return undefined;
  const bytes = decode(encoded);
  return bytes && bytes.length > 4 ? { name, keyId: bytes.slice(0, 4), value: bytes.slice(4) } : undefined;
}

function decode(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text);
  } catch {
    return undefined;
  }
}
