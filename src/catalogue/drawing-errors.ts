import { base64 } from '@scure/base';
import type { DrawingErrorReason } from '../domain/settings/pack-error.ts';
import { type DrawingError, svgError } from './drawing-xml.ts';

/** The largest file of a drawing. All drawings of a pack lie in one row of the database. */
export const DRAWING_LIMIT_BYTES = 64 * 1024;
const MOST_PIXELS = 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TYPES = { png: 'image/png', svg: 'image/svg+xml' } as const;

/** The file as a `data:` URI, by its name; undefined if the name is not that of an SVG or PNG. */
export function drawingOf(name: string, bytes: Uint8Array): string | undefined {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase() as keyof typeof TYPES];
  return type && `data:${type};base64,${base64.encode(bytes)}`;
}

/** The content of a `data:` URI made by `drawingOf`. Throws where it is none. */
export function bytesOfDrawing(uri: string): Uint8Array {
  return base64.decode(uri.slice(uri.indexOf(',') + 1));
}

/** The first error of a drawing; undefined if a badge may contain it. */
export function drawingError(uri: string): DrawingError | undefined {
  const isSvg = uri.startsWith(`data:${TYPES.svg};base64,`);
  if (!isSvg && !uri.startsWith(`data:${TYPES.png};base64,`)) return { reason: 'drawing-not-image' };
  let bytes: Uint8Array;
  try {
    bytes = bytesOfDrawing(uri);
  } catch {
    return { reason: 'drawing-not-image' };
  }
  if (bytes.length > DRAWING_LIMIT_BYTES) return { reason: 'drawing-too-large' };
  if (isSvg) return svgError(bytes);
  const reason = pngError(bytes);
  return reason && { reason };
}

function pngError(bytes: Uint8Array): DrawingErrorReason | undefined {
  if (bytes.length < 33 || PNG.some((byte, at) => bytes[at] !== byte)) return 'drawing-not-image';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Math.max(view.getUint32(16), view.getUint32(20)) > MOST_PIXELS ? 'drawing-too-wide' : undefined;
}
