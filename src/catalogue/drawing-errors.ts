import { base64 } from '@scure/base';
import type { DrawingErrorReason } from '../domain/settings/pack-error.ts';

/** The largest file of a drawing. All drawings of a pack lie in one row of the database. */
export const DRAWING_LIMIT_BYTES = 64 * 1024;
const MOST_PIXELS = 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TYPES = { png: 'image/png', svg: 'image/svg+xml' } as const;

/** Shapes, groups, gradients and words about them. Everything else is refused: what runs, what is fetched, what
 *  shows a page, and styles, whose rules can fetch. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'defs',
  'title',
  'desc',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
]);

/** The file as a `data:` URI, by its name; undefined if the name is not that of an SVG or PNG. */
export function drawingOf(name: string, bytes: Uint8Array): string | undefined {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase() as keyof typeof TYPES];
  return type && `data:${type};base64,${base64.encode(bytes)}`;
}

/** The content of a `data:` URI made by `drawingOf`. Throws where it is none. */
export function bytesOfDrawing(uri: string): Uint8Array {
  return base64.decode(uri.slice(uri.indexOf(',') + 1));
}

/** The first fault of a drawing; undefined if it may stand in a badge. */
export function drawingError(uri: string): DrawingErrorReason | undefined {
  const isSvg = uri.startsWith(`data:${TYPES.svg};base64,`);
  if (!isSvg && !uri.startsWith(`data:${TYPES.png};base64,`)) return 'drawing-not-image';
  let bytes: Uint8Array;
  try {
    bytes = bytesOfDrawing(uri);
  } catch {
    return 'drawing-not-image';
  }
  if (bytes.length > DRAWING_LIMIT_BYTES) return 'drawing-too-large';
  return isSvg ? svgError(bytes) : pngError(bytes);
}

function pngError(bytes: Uint8Array): DrawingErrorReason | undefined {
  if (bytes.length < 33 || PNG.some((byte, at) => bytes[at] !== byte)) return 'drawing-not-image';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Math.max(view.getUint32(16), view.getUint32(20)) > MOST_PIXELS ? 'drawing-too-wide' : undefined;
}

function svgError(bytes: Uint8Array): DrawingErrorReason | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return 'drawing-not-image';
  }
  if (text.startsWith('<?xml ')) text = text.slice(text.indexOf('?>') + 2).trimStart();
  if (!text.startsWith('<svg')) return text.startsWith('<!') ? 'drawing-entity' : 'drawing-not-image';
  if (text.includes('&') || text.includes('<!') || text.includes('<?')) return 'drawing-entity';
  for (const part of text.split('<').slice(1)) {
    const end = part.indexOf('>');
    if (end < 0) return 'drawing-not-image';
    const found = tagError(part.slice(0, end));
    if (found) return found;
  }
  return undefined;
}

/** The fault of a tag, without its angle brackets. An attribute's value with `>` in it is cut there, and the
 *  rest is read as text: nothing in it becomes a tag. */
function tagError(tag: string): DrawingErrorReason | undefined {
  const texts = tag.replaceAll('/', ' / ').split(/\s+/).filter(Boolean);
  const name = texts[0] === '/' ? texts[1] : texts[0];
  if (name === 'script') return 'drawing-script';
  if (name === undefined || !ELEMENTS.has(name)) return 'drawing-element';
  const attributes = tag.toLowerCase().replace(/\s+/g, ' ');
  if (attributes.includes(' on') || attributes.includes('javascript:')) return 'drawing-script';
  if (attributes.includes('href') || attributes.includes('src') || attributes.includes('style')) {
    return 'drawing-link';
  }
  const outside = attributes
    .split('url(')
    .slice(1)
    .some((target) => !target.trimStart().startsWith('#'));
  return outside || attributes.includes('\\') ? 'drawing-link' : undefined;
}
