/** The XML parts of a workbook (ECMA-376, part 1, 18.2 and 18.3). */

/** What the parts about all sheets need to know of one. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: number;
  /** Number of rows, with the header. */
  readonly rows: number;
  readonly isHidden: boolean;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Positions of the cell styles in `styles.xml`; 0 is that of numbers. */
export const STYLE = { date: 1, text: 2, header: 3 } as const;

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
/** Cells are aligned at the top of their row, and long texts are wrapped. */
const AT_TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const style = (format: number, font: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${style(0, 0, AT_TOP)}${style(164, 0, AT_TOP)}${style(0, 0, WRAPPED)}${style(0, 1, WRAPPED)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What stands before the rows: the sheet is printed one page wide, its first row stays visible, and its columns
 *  have these widths in characters. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
}

/** What stands after the rows: the header filters its columns; A4 lengthwise, with the sheet's name and the page's
 *  number at the foot. Margins are in inches. */
export function sheetEnd(sheet: WrittenSheet): string {
  const filter = sheet.rows > 1 ? `<autoFilter ref="${letters(0)}1:${lastColumn(sheet)}${sheet.rows}"/>` : '';
  return `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

export function toRow(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The letters of a column, counted from 0. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const lastColumn = ({ columns }: WrittenSheet) => letters(Math.max(0, columns - 1));

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of them.
const NOT_OF_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** A text as content of a cell. A workbook writes a character by its number as `_x0041_`: those that XML forbids are
 *  written that way, and so is the `_` of a text that contains such a sequence. */
export function escapeText(text: string): string {
  return escapeXml(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')).replace(
    NOT_OF_XML,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** The parts that name the sheets, once all are written: path → XML. */
export function workbookParts(
  sheets: readonly WrittenSheet[],
  language: string,
): readonly (readonly [string, string])[] {
  const numbers = sheets.map((_, at) => at + 1);
  const relationship = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const relationships = (all: readonly string[]) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return [
    ['xl/styles.xml', STYLES],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, isHidden }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(definedNames).join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbers.map((number) =>
          relationship(number, `${OFFICE}/worksheet`, `worksheets/sheet${number}.xml`),
        ),
        relationship(sheets.length + 1, `${OFFICE}/styles`, 'styles.xml'),
      ]),
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>${language}</dc:language></cp:coreProperties>`,
    ],
    [
      '_rels/.rels',
      relationships([
        relationship(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
        relationship(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    ],
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
        override('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
        override('xl/styles.xml', `${TYPE}.styles+xml`),
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
        ...numbers.map((number) => override(`xl/worksheets/sheet${number}.xml`, `${TYPE}.worksheet+xml`)),
      ].join('')}</Types>`,
    ],
  ];
}

/** The header row is printed on each page, and filters (18.2.5). */
function definedNames(sheet: WrittenSheet, at: number): string {
  const name = escapeXml(`'${sheet.name.replace(/'/g, "''")}'`);
  const filter =
    sheet.rows > 1
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${name}!$A$1:$${lastColumn(sheet)}$${sheet.rows}</definedName>`
      : '';
  return `${filter}<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${name}!$1:$1</definedName>`;
}
