import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The content that pdf.js finds in a document. We did not write it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  readonly showsTitle: boolean;
  readonly xmp: string;
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** Text inside the structure, in the order of the page. */
  readonly text: string;
  /** Text that is not read aloud: heads, feet, repeated headers. */
  readonly artifacts: string;
  readonly boxes: readonly TextBox[];
  readonly tags: readonly ReadTag[];
  readonly links: readonly string[];
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface ReadTag {
  readonly role: string;
  readonly alternative: string | undefined;
  readonly box: readonly number[] | undefined;
  readonly depth: number;
}

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly bbox?: readonly number[];
  readonly children?: readonly StructNode[];
}

interface ContentItem {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
  readonly width?: number;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const { info, metadata } = await pdf.getMetadata();
  const preferences = await pdf.getViewerPreferences();
  const mark = await pdf.getMarkInfo();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number)));
  }
  await task.destroy();
  const known = info as { Title?: string; Language?: string };
  return {
    title: known.Title ?? '',
    language: known.Language ?? '',
    marked: read(mark, 'Marked') === true,
    showsTitle: read(preferences, 'DisplayDocTitle') === true,
    xmp: metadata?.getRaw() ?? '',
    pages,
  };
}

function read(values: unknown, key: string): unknown {
  return values instanceof Map ? values.get(key) : (values as Record<string, unknown> | null)?.[key];
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: PdfPage): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const annotations = (await page.getAnnotations()) as { url?: string }[];
  const tree = (await page.getStructTree()) as StructNode | null;
  const { text, artifacts, boxes } = readItems(items as unknown as readonly ContentItem[]);
  return {
    width,
    height,
    text,
    artifacts,
    boxes,
    tags: tree === null ? [] : flatten(tree, 0),
    links: annotations.flatMap(({ url }) => url ?? []),
  };
}

function readItems(items: readonly ContentItem[]) {
  let text = '';
  let artifacts = '';
  const open: string[] = [];
  const boxes: TextBox[] = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps')
      open.push(item.tag ?? '');
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const written = `${item.str}${item.hasEOL ? '\n' : ''}`;
      if (open.includes('Artifact')) artifacts += written;
      else text += written;
      boxes.push(toBox(item));
    }
  }
  return { text: squeeze(text), artifacts: squeeze(artifacts), boxes };
}

function toBox({ str = '', transform = [], width = 0 }: ContentItem): TextBox {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const size = Math.hypot(a, b);
  const along = { x: (width * a) / (size || 1), y: (width * b) / (size || 1) };
  return {
    text: str,
    left: Math.min(x, x + along.x),
    right: Math.max(x, x + along.x),
    bottom: Math.min(y, y + along.y),
    top: Math.max(y, y + along.y),
  };
}

/** Line breaks and no-break spaces belong to the layout of a text, not to its content. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function flatten(node: StructNode, depth: number): readonly ReadTag[] {
  if (node.role === undefined) return [];
  const own = { role: node.role, alternative: node.alt, box: node.bbox, depth };
  return [own, ...(node.children ?? []).flatMap((child) => flatten(child, depth + 1))];
}

/** All text that is read aloud, over all pages. */
export function wholeText({ pages }: ReadPdf): string {
  return pages.map(({ text }) => text).join(' ');
}

/** Roles in reading order, over all pages. */
export function rolesOf({ pages }: ReadPdf): readonly string[] {
  return pages.flatMap(({ tags }) => tags.map(({ role }) => role));
}

/** The page as pixels, for a reader of QR codes. */
export async function rasterise(bytes: Uint8Array, pageNumber: number, scale: number) {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const page = await pdf.getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const factory = pdf.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const { canvas, context } = factory.create(width, height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await task.destroy();
  return { data, width, height };
}
