import type { Context } from 'hono';
import type { VerificationInput } from '../../../../application/verification/read-input.ts';
import { decodeText } from '../../../../application/verification/read-json.ts';
import { hasType, isJsonObject } from '../../../../openbadges/json-value.ts';
import { BADGE_JSON_TYPES, MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import { findTextFault } from '../../../../openbadges/strict-json.ts';
import { mediaTypeOf } from '../../shell/media-type.ts';

/** The badge that a client sent to be kept: its bytes and their text, and the input of its verification. An
 *  address is never followed. */
export type SentBadge =
  | { readonly kind: 'refused'; readonly status: 400 | 415; readonly reason: string }
  | {
      readonly kind: 'badge';
      readonly bytes: ArrayBuffer;
      readonly text: string;
      /** The media type as it was sent. */
      readonly type: string;
      readonly input: VerificationInput;
    };

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** Reads the body of an upsert: JSON with embedded proofs, or a compact JWS as plain text. */
export async function readUpsert(c: Context): Promise<SentBadge> {
  const type = c.req.header('Content-Type') ?? '';
  const media = mediaTypeOf(c);
  const isJson = BADGE_JSON_TYPES.includes(media);
  if (!isJson && media !== MEDIA_TYPES.text) {
    const reason = `Send ${MEDIA_TYPES.vcLdJson}, ${MEDIA_TYPES.json} or ${MEDIA_TYPES.text}`;
    return { kind: 'refused', status: 415, reason };
  }
  const bytes = await c.req.arrayBuffer();
  const text = decodeText(new Uint8Array(bytes));
  const input = text === undefined ? undefined : isJson ? toInput(text) : toJwsInput(text.trim());
  if (text === undefined || input === undefined) {
    return { kind: 'refused', status: 400, reason: 'The body is not one badge of this media type' };
  }
  return { kind: 'badge', bytes, text, type, input };
}

/** An enveloped credential is a JWS inside JSON. It is refused, because the JWS must be sent by itself. */
function toInput(text: string): VerificationInput | undefined {
  if (findTextFault(text) !== undefined || text.includes('\u0000')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isPlain = isJsonObject(value) && !hasType(value, 'EnvelopedVerifiableCredential');
    return isPlain ? { kind: 'parsed', value } : undefined;
  } catch {
    return undefined;
  }
}

function toJwsInput(text: string): VerificationInput | undefined {
  return COMPACT_JWS.test(text) ? { kind: 'document', document: text } : undefined;
}
