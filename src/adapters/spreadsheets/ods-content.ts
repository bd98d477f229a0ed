import { WORKBOOK_LIMITS } from './workbook-limits.ts';

/** A cell takes some four tags in a sheet that says each of them. */
const MAX_CELLS = WORKBOOK_LIMITS.tags / 4;

const ROW_OR_CELL = /<(?:[\w.-]+:)?table-(row|cell)\b([^>]*)>(<\/)?/g;
const TABLE = /<(?:[\w.-]+:)?table\b([^>]*)>/g;
const STYLE = /<(?:[\w.-]+:)?style\b([^>]*)>([\s\S]*?)<\/(?:[\w.-]+:)?style>/g;

/** Why the content of an ODS workbook is not read: it declares entities of its own, or it repeats rows and
 *  cells beyond the limits. A few bytes could stand for millions of cells. */
export function odsFault(content: string): 'entities' | 'too-large' | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content)) return 'entities';
  let rows = 1;
  let cells = 0;
  for (const [, kind, attributes = '', isEmpty] of content.matchAll(ROW_OR_CELL)) {
    if (kind === 'row') rows = repetition(attributes, 'number-rows-repeated');
    // A cell without content is not kept, however often it is repeated: sheets end with a million of them.
    else if (!attributes.endsWith('/') && isEmpty === undefined)
      cells += rows * repetition(attributes, 'number-columns-repeated');
    if (cells > MAX_CELLS) return 'too-large';
  }
  return undefined;
}

/** Names of the tables whose style hides them. */
export function hiddenTables(content: string): ReadonlySet<string> {
  const hiding = new Set<string>();
  for (const [, attributes = '', body = ''] of content.matchAll(STYLE)) {
    if (/<[\w.-]*:?table-properties\b[^>]*\bdisplay="false"/.test(body))
      hiding.add(attributeOf(attributes, 'name'));
  }
  const names = new Set<string>();
  if (hiding.size === 0) return names;
  for (const [, attributes = ''] of content.matchAll(TABLE)) {
    if (hiding.has(attributeOf(attributes, 'style-name'))) names.add(attributeOf(attributes, 'name'));
  }
  return names;
}

function repetition(attributes: string, name: string): number {
  return Math.max(1, Number(attributeOf(attributes, name)) || 1);
}

function attributeOf(attributes: string, name: string): string {
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const [, double, single] = pattern.exec(attributes) ?? [];
  return unescapeXml(double ?? single ?? '');
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, word) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (word) return NAMED[word] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
