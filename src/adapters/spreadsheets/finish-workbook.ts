import { CFB } from './xlsx-library.ts';

/** Adds to the workbook what the library does not write: the frozen bold header, the page setup, and texts
 *  marked as texts and not as a formula's result (ECMA-376, part 1, 18.3.1.99: the order of a worksheet's
 *  parts). */
export function finishWorkbook(written: ArrayBuffer): Uint8Array {
  const parts = CFB.read(new Uint8Array(written), { type: 'array' });
  const rewrite = (isMeant: (name: string) => boolean, finish: (xml: string) => string) => {
    for (const part of parts.FileIndex.filter((one: { readonly name: string }) => isMeant(one.name))) {
      part.content = new TextEncoder().encode(
        finish(new TextDecoder().decode(Uint8Array.from(part.content))),
      );
      part.size = part.content.length;
    }
  };
  let styles: TextStyles = { text: 0, header: 0 };
  rewrite(
    (name) => name === 'styles.xml',
    (xml) => {
      const count = Number(CELL_STYLES.exec(xml)?.[1]);
      styles = { text: count, header: count + 1 };
      return finishStyles(xml);
    },
  );
  rewrite(
    (name) => /^sheet\d+\.xml$/.test(name),
    (xml) => finishSheet(xml, styles),
  );
  return new Uint8Array(CFB.write(parts, { type: 'array', fileType: 'zip', compression: true }));
}

/** Positions of the two text styles, after those of the library. */
interface TextStyles {
  readonly text: number;
  readonly header: number;
}

const SHEET_START = /<dimension /;
/** The sheet is printed one page wide, and as many pages high as needed. */
const FITTED_START = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ';
const SHEET_VIEW = /<sheetView workbookViewId="0"\/>/;
const FROZEN_VIEW =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
const STRING_CELL = /<c ([^>]*)t="str"><v>([^<]*)<\/v>/g;
const INLINE_TEXT = 't="inlineStr"><is><t xml:space="preserve">$2</t></is>';
/** The library sets this wherever a text has several lines, but only the text itself may have it. */
const MISPLACED_SPACE = /(<(?:row|c|v)\b[^>]*?) xml:space="preserve"/g;
const HEADER_ROW = /<row r="1"[^>]*>.*?<\/row>/s;
const MARGINS = /<pageMargins [^>]*\/>/;
/** A4, landscape, with the sheet's name and the page's number at the foot. */
const PAGE =
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

function finishSheet(xml: string, { header, text }: TextStyles): string {
  return xml
    .replace(MISPLACED_SPACE, '$1')
    .replace(STRING_CELL, `<c $1s="${text}" ${INLINE_TEXT}`)
    .replace(SHEET_START, FITTED_START)
    .replace(SHEET_VIEW, FROZEN_VIEW)
    .replace(HEADER_ROW, (row) => row.replaceAll(` s="${text}" `, ` s="${header}" `))
    .replace(MARGINS, (margins) => margins + PAGE);
}

const FONTS = /<fonts count="1">(<font>.*?<\/font>)<\/fonts>/s;
const CELL_STYLES = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s;
/** A long text is wrapped inside its cell, and all cells of a row are aligned at the top. */
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const toTextStyle = (font: number) =>
  `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${WRAPPED}</xf>`;

/** Adds a bold font, and the styles of texts and of the header after those of numbers and dates. */
function finishStyles(xml: string): string {
  const bold = (_: string, font: string) =>
    `<fonts count="2">${font}${font.replace('<font>', '<font><b/>')}</fonts>`;
  return xml.replace(FONTS, bold).replace(CELL_STYLES, (_, count: string, styles: string) => {
    const atTop = styles.replaceAll('/>', ' applyAlignment="1"><alignment vertical="top"/></xf>');
    return `<cellXfs count="${Number(count) + 2}">${atTop}${toTextStyle(0)}${toTextStyle(1)}</cellXfs>`;
  });
}
