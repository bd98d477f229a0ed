import PDFDocument from 'pdfkit';
import { maskNumen } from '../../domain/person/numen.ts';
import { composed } from '../../domain/text/strings.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { type Density, USUAL } from './density.ts';
import { BOLD, MARGIN, PAGE, REGULAR, type TextStyle } from './page-layout.ts';

/** Texts written in place of characters that the font does not have. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'],
  ['→', '->'],
  ['←', '<-'],
  ['↔', '<->'],
  ['⇒', '=>'],
  ['⇐', '<='],
  ['➔', '->'],
  ['➜', '->'],
  ['►', '-'],
  ['▪', '-'],
  ['●', '•'],
  ['■', '•'],
  ['✓', '[x]'],
  ['✔', '[x]'],
  ['☑', '[x]'],
  ['☐', '[ ]'],
  ['✗', '[ ]'],
  ['✘', '[ ]'],
]);

/** Pictures, and the characters that join or colour them: they only decorate, and are left out. */
const PICTURE =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3/u;

const UNWRITTEN = '[…]';

export type Pdf = PDFKit.PDFDocument;
export type Tag = PDFKit.PDFStructureElement;

/** TrueType files of the two weights used in documents. */
export interface PaperFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Fonts as the library reads them. It finds the tables of a font one by one as it draws, which takes longer than the
 *  drawing: documents of one drawer share what was read. */
export interface ReadFonts {
  readonly regular: ReadFont;
  readonly bold: ReadFont;
}

// The library does not expose the parsed font in its types.
interface ReadFont {
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  layout(text: string, features?: unknown): PlacedGlyphs;
}

interface Glyph {
  codePoints: readonly number[];
}

interface PlacedGlyphs {
  readonly positions: readonly object[];
}

/** Reads the fonts, for any number of documents. */
export function readFonts({ regular, bold }: PaperFonts): ReadFonts {
  // Without a font of its own, the library looks for a built-in one, which only exists on Node; its types do
  // not know `null`.
  const pdf: Pdf = new PDFDocument({ font: null as unknown as string });
  const read = (bytes: Uint8Array) =>
    (pdf.font(toFontSource(bytes)) as unknown as { readonly _font: { readonly font: ReadFont } })._font.font;
  const prepare = (bytes: Uint8Array) => withGlyphCache(withCharacters(read(bytes)));
  return { regular: prepare(regular), bold: prepare(bold) };
}

/** The font, whose glyphs know their characters. The library keeps a glyph with the characters for which it was first
 *  asked, and asks for the parts of an accented letter without any: an `E` would lose its text in every document that
 *  follows one with an `É`. A glyph of several characters gets the first of them, whatever was drawn before. */
function withCharacters(font: ReadFont): ReadFont {
  for (const codePoint of font.characterSet.toSorted((one, other) => one - other)) {
    font.glyphForCodePoint(codePoint);
  }
  const get = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = get(id, codePoints);
    // A ligature is no character of the font.
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints;
    return glyph;
  };
  return font;
}

/** Words whose glyphs are kept. */
const MAX_CACHED_GLYPHS = 4000;

/** The font, which places the glyphs of a word once: documents repeat most of their words. The library changes the
 *  positions that it is given, so each caller gets their own. */
function withGlyphCache(font: ReadFont): ReadFont {
  const known = new Map<string, PlacedGlyphs>();
  const place = font.layout.bind(font);
  font.layout = (text, features) => {
    if (features) return place(text, features);
    const placed = known.get(text) ?? place(text);
    if (known.size >= MAX_CACHED_GLYPHS) known.clear();
    known.set(text, placed);
    const positions = placed.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(placed)), placed, { positions });
  };
  return font;
}

/** A PDF being drawn, and the element of its structure that blocks are added to. */
export interface PaperCanvas {
  readonly pdf: Pdf;
  readonly root: Tag;
  /** The text with only the characters that the fonts can draw. */
  readonly print: (text: string) => string;
  readonly density: Density;
}

/** What a document says of itself, outside its pages. */
export interface DocumentLabel {
  readonly title: string;
  readonly issuerName: string;
  readonly madeAt: string;
  /** BCP 47; French by default. */
  readonly language?: string;
  readonly margins?: typeof MARGIN;
}

/** A tagged, empty A4 document. The library's `PDF/UA` option is left out: beyond the tags it only adds a
 *  claim of conformance, and no one has certified that. Pages stay in memory until the end, so that each can
 *  show their total number. The library draws and tags; this folder does the layout, because the library does
 *  not repeat a table's header on every page. */
export function makePaperCanvas(label: DocumentLabel, fonts: ReadFonts, density = USUAL): PaperCanvas {
  const options: PDFKit.PDFDocumentOptions = {
    size: [PAGE.width, PAGE.height],
    margins: label.margins ?? MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: label.language ?? paperTexts.language,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: metadataText(label.title),
      Author: metadataText(label.issuerName),
      Producer: 'Jalon',
      Creator: 'Jalon',
      CreationDate: new Date(label.madeAt),
    },
  };
  const pdf: Pdf = new PDFDocument({ ...options, font: null as unknown as string });
  const has = (codePoint: number) =>
    [fonts.regular, fonts.bold].every((font) => font.hasGlyphForCodePoint(codePoint));
  // The library takes a parsed font too, which its types do not know.
  pdf.registerFont(REGULAR, fonts.regular as unknown as ArrayBuffer);
  pdf.registerFont(BOLD, fonts.bold as unknown as ArrayBuffer);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, print: (text) => toPrintable(text, has), density };
}

/** The bytes of the finished document. */
export function endPaperCanvas({ pdf, root }: PaperCanvas): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  pdf.on('end', () => resolve(joinChunks(chunks)));
  pdf.on('error', reject);
  root.end();
  pdf.end();
  return promise;
}

/** Sets font, size and colour for what is drawn next. */
export function useStyle({ pdf }: PaperCanvas, { font, size, colour }: TextStyle): void {
  pdf.font(font).fontSize(size).fillColor(colour);
}

/** Goes to a new page where less than `height` is left on this one. */
export function ensureRoom({ pdf }: PaperCanvas, height: number): void {
  if (pdf.y + height > pdf.page.maxY() && pdf.y > MARGIN.top) pdf.addPage();
}

/** Moves down, but never begins a page with an empty space. */
export function leaveSpace({ pdf }: PaperCanvas, height: number): void {
  if (pdf.y > MARGIN.top) pdf.y += height;
}

/** Draws decoration or repeated parts, which a screen reader must not read aloud. */
export function drawArtifact({ pdf }: PaperCanvas, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

// The library writes these texts into XML without escaping them.
function metadataText(text: string): string {
  return toPrintable(text, () => true)
    .replaceAll('\u202f', '\u00a0')
    .split('&')
    .map((part) => part.trim())
    .join(' et ')
    .replace(/[<>]/g, '')
    .replace(/\p{Cc}/gu, ' ');
}

// The library takes any Uint8Array, but its types only allow Node's Buffer.
function toFontSource(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether both fonts have a glyph for a code point. */
type HasGlyph = (codePoint: number) => boolean;

/** The text as it may be drawn: without any NUMEN, and with only the characters that the font has. */
function toPrintable(text: string, has: HasGlyph): string {
  const plain = composed(maskNumen(text)).replace(/\t/g, ' ').replace(/\r\n?/g, '\n');
  const signs = [...plain];
  if (signs.every((sign) => sign === '\n' || isDrawn(sign, has))) return plain;
  let printable = '';
  let last = '';
  for (const sign of signs) {
    const drawn = sign === '\n' || isDrawn(sign, has) ? sign : standIn(sign, has);
    if (drawn !== UNWRITTEN || last !== UNWRITTEN) printable += drawn;
    if (drawn !== '') last = drawn;
  }
  // Where a picture was removed between two words, one space is left, and none before a full stop.
  return printable.replace(/ {2,}/g, ' ').replace(/^ | (?=[.,)\n]|$)/gm, '');
}

function isDrawn(sign: string, has: HasGlyph): boolean {
  return has(sign.codePointAt(0) ?? 0);
}

function standIn(sign: string, has: HasGlyph): string {
  const known = INSTEAD.get(sign);
  if (known !== undefined) return known;
  if (PICTURE.test(sign)) return '';
  const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && [...bare].every((one) => isDrawn(one, has)) ? bare : UNWRITTEN;
}
