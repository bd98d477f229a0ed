import { DomainError } from '../../../domain/errors.ts';
import { maskNumen } from '../../../domain/person/numen.ts';
import type { SeenHeader, UnreadTable } from '../../../domain/upload/types.ts';
import type { Remark, RemarkParams, ValidationError } from './entry.ts';
import { findHeader, type HeaderChoices } from './find-header.ts';
import { IMPORT_ORDER, type RecognisedHeader } from './recognise.ts';
import type { ImportSource, OpenSheets, Sheet, SheetLine } from './sheet.ts';

/** A table whose kind is known. */
export interface OpenFile {
  /** The name in reports and in the audit: `file.xlsx › sheet` where there are several sheets. Any NUMEN in
   *  it is masked. */
  readonly name: string;
  readonly sizeBytes?: number;
  readonly sheet: Sheet;
  /** The line of the header as written. */
  readonly titles: SheetLine;
  readonly header: RecognisedHeader;
  /** Lines above the header that contain a NUMEN. */
  readonly numensAbove: readonly number[];
}

/** A file or a sheet that is not read, and the reason. */
interface LeftOut {
  readonly name: string;
  readonly line: number;
  readonly why: UnreadTable['why'];
  /** Absent for a blank sheet, because leaving it out loses nothing, and for what is only listed. */
  readonly fault?: ValidationError;
  readonly sheet?: Sheet;
  readonly titles?: SheetLine;
  readonly near?: string;
}

interface Listeners extends HeaderChoices {
  readonly remark: (remark: Remark) => void;
  readonly onUnread: (table: UnreadTable) => void;
  readonly onHeader: (header: SeenHeader) => void;
}

/** Opens every file and recognises its tables, in the order of import. A file that cannot be opened is
 *  refused, and the others continue. Everything that is not read is reported, with its number of lines. */
export async function openFiles(
  openSheets: OpenSheets,
  sources: readonly ImportSource[],
  { remark, onUnread, onHeader, ...choices }: Listeners,
): Promise<readonly OpenFile[]> {
  const files: OpenFile[] = [];
  for (const source of sources) {
    const opened = await openFile(openSheets, source, choices);
    const tables = opened.filter((one) => 'header' in one);
    files.push(...tables);
    for (const table of opened) for (const header of seenHeader(table)) onHeader(header);
    for (const left of opened.filter((one) => 'why' in one)) {
      onUnread({ file: left.name, why: left.why, ...(await countLines(left)) });
      const stated = toRemark(left, tables.length > 0);
      if (stated) remark(stated);
    }
  }
  const rank = ({ header }: OpenFile) => IMPORT_ORDER.indexOf(header.kind);
  return files.sort((one, other) => rank(one) - rank(other));
}

/** The remark on a table that is left out. An unknown or hidden sheet next to sheets that are read gets only a
 *  notice. */
function toRemark({ name, line, why, fault }: LeftOut, besideOthers: boolean): Remark | undefined {
  if (why === 'other') return { kind: 'notice', file: name, line, code: 'not-a-table' };
  if (why === 'folder') return { kind: 'notice', file: name, line, code: 'inner-folder' };
  if (!fault) return undefined;
  if (!besideOthers || why === 'refused') return { kind: 'refused', file: name, line, ...fault };
  return { kind: 'notice', file: name, line, code: why === 'hidden' ? 'hidden-sheet' : 'unknown-sheet' };
}

async function openFile(
  openSheets: OpenSheets,
  source: ImportSource,
  choices: HeaderChoices,
): Promise<readonly (OpenFile | LeftOut)[]> {
  if (source.unread) return [{ name: maskNumen(source.name), line: 1, why: source.unread }];
  try {
    return (await openSheets(source)).map((sheet) => openTable(source, sheet, choices));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unreadable-file') throw error;
    const fault: ValidationError = { code: 'unreadable-file', params: toParams(error) };
    return [{ name: maskNumen(source.name), line: 1, why: 'refused', fault }];
  }
}

function openTable(
  { name: fileName, sizeBytes }: ImportSource,
  sheet: Sheet,
  choices: HeaderChoices,
): OpenFile | LeftOut {
  const name = maskNumen(sheet.name === undefined ? fileName : `${fileName} › ${sheet.name}`);
  const line = sheet.top[0]?.line ?? 1;
  if (sheet.top.length === 0) return { name, line, why: 'blank', sheet };
  if (sheet.hidden) return { name, line, why: 'hidden', fault: { code: 'hidden-sheet' }, sheet };
  const found = findHeader(sheet.top, choices);
  if ('fault' in found) return { name, sheet, ...found };
  return { name, ...(sizeBytes !== undefined && { sizeBytes }), sheet, ...found };
}

/** The header of a table of the DANE's files, or of one that is not recognised. */
function seenHeader(table: OpenFile | LeftOut): readonly SeenHeader[] {
  if (!table.titles || ('header' in table && table.header.translation)) return [];
  const { name: file, titles } = table;
  const kind = 'header' in table ? table.header.kind.name : table.near;
  const columns = 'header' in table ? Object.fromEntries(table.header.columns) : {};
  return [{ file, titles: titles.cells.map((title) => title.trim()), ...(kind && { kind }), columns }];
}

/** Number of lines of a table that are not blank, including the first one. Absent if the file cannot be
 *  split into lines. */
async function countLines({ sheet }: LeftOut): Promise<{ readonly lines?: number }> {
  if (!sheet) return {};
  const [first] = sheet.top;
  if (!first) return { lines: 0 };
  let lines = 1;
  try {
    for await (const row of sheet.rows(first)) {
      if (row.kind === 'broken' || row.cells.some((cell) => cell.trim() !== '')) lines += 1;
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return {};
  }
  return { lines };
}

/** The parameters of a fault. The file name is left out, because it may contain a NUMEN. */
function toParams({ params: { name: _, reason = '', ...limits } }: DomainError): RemarkParams {
  return {
    reason: String(reason),
    ...Object.fromEntries(Object.entries(limits).filter((entry) => typeof entry[1] === 'number')),
  } as RemarkParams;
}

/** A file among the files of its kind that are imported together. */
export interface PlacedFile extends OpenFile {
  /** The number to add to a line number to get the position of the line among all lines of these files. */
  readonly offset: number;
}

/** The file and the line at a position. */
export function placeOf(
  files: readonly PlacedFile[],
  position: number,
): { readonly file: string; readonly line: number } {
  const file = files.findLast(({ offset }) => offset < position) ?? files[0];
  return { file: file?.name ?? '', line: position - (file?.offset ?? 0) };
}
