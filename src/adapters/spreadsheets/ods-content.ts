import { WORKBOOK_LIMITS } from './workbook-limits.ts';

/** A cell takes about four tags in a sheet that writes out each cell. */
const MAX_CELLS = WORKBOOK_LIMITS.tags / 4;

const ROW_OR_CELL = /<(?:[\w.-]+:)?table-(row|cell)\b[^>]*>/g;
const WHOLE_TAG = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/;
/** The tag of a cell contains its formula and its value. */
const LONGEST_TAG = 20_000;
const TABLE = /<(?:[\w.-]+:)?table\b([^>]*)>/g;
const STYLE = /<(?:[\w.-]+:)?style\b([^>]*)>([\s\S]*?)<\/(?:[\w.-]+:)?style>/g;

/** The reason for not reading the content of an ODS workbook: it declares entities of its own, writes a tag
 *  in a way that no spreadsheet does, or repeats rows and cells beyond the limits. A few bytes could
 *  otherwise stand for millions of cells. */
export function odsFault(content: string): 'entities' | 'too-large' | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content)) return 'entities';
  let rows = 1;
  let cells = 0;
  for (const { 0: tag, 1: kind, index } of content.matchAll(ROW_OR_CELL)) {
    // A value may hold the sign that ends a tag.
    const whole = isCut(tag) ? WHOLE_TAG.exec(content.slice(index, index + LONGEST_TAG))?.[0] : tag;
    if (whole === undefined) return 'entities';
    if (kind === 'row') rows = repetition(whole, 'number-rows-repeated');
    else if (isKept(whole, content.startsWith('</', index + whole.length)))
      cells += rows * repetition(whole, 'number-columns-repeated');
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

/** Whether the tag ends inside a value. */
function isCut(tag: string): boolean {
  return /["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''));
}

/** Whether the reader keeps the cell. One without text or value is not kept, however often it is repeated:
 *  sheets end with a million of them. */
function isKept(tag: string, isEmpty: boolean): boolean {
  return !tag.endsWith('/>') && (!isEmpty || /[\s:](?:[a-z]+-)?value\s*=/.test(tag));
}

/** The largest value of the attributes with this name, whatever their prefix: readers differ in which one
 *  counts. */
function repetition(attributes: string, name: string): number {
  const all = attributes.matchAll(new RegExp(`[\\s:]${name}\\s*=\\s*["']\\s*(\\d+)`, 'g'));
  return Math.max(1, ...[...all].map(([, count]) => Number(count)));
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
