/** A text with two bytes for each character, in either byte order. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** The byte order announced by the first bytes of a file (BOM); undefined without such an announcement. */
export function utf16Of([first, second]: Uint8Array): Utf16 | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

export interface Utf16Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** A decoder for either byte order. It swaps the bytes of the big-endian order, which some runtimes do not
 *  know. */
export function decodeUtf16(order: Utf16, options: { readonly ignoreBOM?: boolean } = {}): Utf16Decoder {
  const decoder = new TextDecoder('utf-16le', options);
  if (order === 'utf-16le') return decoder;
  // A piece may end in the middle of a character.
  let left = new Uint8Array();
  return {
    decode(bytes = new Uint8Array(), { stream } = { stream: false }) {
      const joined = new Uint8Array(left.length + bytes.length);
      joined.set(left);
      joined.set(bytes, left.length);
      const whole = joined.length - (joined.length % 2);
      left = joined.slice(whole);
      return decoder.decode(swapped(joined.subarray(0, whole)), { stream });
    },
  };
}

/** The bytes of a text in this order. No BOM is added. */
export function encodeUtf16(text: string, order: Utf16): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), order === 'utf-16le');
  return bytes;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const turned = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    turned[at] = bytes[at + 1] ?? 0;
    turned[at + 1] = bytes[at] ?? 0;
  }
  return turned;
}
