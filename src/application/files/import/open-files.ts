import { DomainError } from '../../../domain/errors.ts';
import { containsNumen, maskNumen } from '../../../domain/numen.ts';
import type { UnreadTable } from '../../../domain/upload/upload.ts';
import type { Fault, Remark, RemarkParams } from './entry.ts';
import { FILE_KINDS, type RecognisedHeader, recognise } from './recognise.ts';
import type { ImportSource, OpenSheets, Sheet } from './sheet.ts';

/** A table whose kind is known. */
export interface OpenFile {
  /** The name in reports and in the audit, `file.xlsx › sheet` where there are several sheets. Any NUMEN in
   *  it is masked. */
  readonly name: string;
  readonly sizeBytes?: number;
  readonly sheet: Sheet;
  readonly header: RecognisedHeader;
}

/** A file or a sheet that is not read, and the reason. */
interface LeftOut {
  readonly name: string;
  readonly line: number;
  readonly why: UnreadTable['why'];
  /** Absent for a blank sheet, which has no content to leave out. */
  readonly fault?: Fault;
  readonly sheet?: Sheet;
}

interface Listeners {
  readonly remark: (remark: Remark) => void;
  readonly onUnread: (table: UnreadTable) => void;
}

/** Opens every file and recognises its tables, in the order to import them. A file that cannot be opened is
 *  refused, and the others continue. Everything that is not read is reported, with its number of lines. */
export async function openFiles(
  openSheets: OpenSheets,
  sources: readonly ImportSource[],
  { remark, onUnread }: Listeners,
): Promise<readonly OpenFile[]> {
  const files: OpenFile[] = [];
  for (const source of sources) {
    const opened = await openFile(openSheets, source);
    const tables = opened.filter((one) => 'header' in one);
    files.push(...tables);
    for (const left of opened.filter((one) => 'why' in one)) {
      onUnread({ file: left.name, why: left.why, ...(await countLines(left)) });
      const said = toRemark(left, tables.length > 0);
      if (said) remark(said);
    }
  }
  const rank = ({ header }: OpenFile) => FILE_KINDS.indexOf(header.kind);
  return files.sort((one, other) => rank(one) - rank(other));
}

/** An unknown or hidden sheet gets only a notice where other sheets of the file are read. */
function toRemark({ name, line, why, fault }: LeftOut, besideOthers: boolean): Remark | undefined {
  if (!fault) return undefined;
  if (!besideOthers || why === 'refused') return { kind: 'refused', file: name, line, ...fault };
  return { kind: 'notice', file: name, line, code: why === 'hidden' ? 'hidden-sheet' : 'unknown-sheet' };
}

async function openFile(
  openSheets: OpenSheets,
  source: ImportSource,
): Promise<readonly (OpenFile | LeftOut)[]> {
  try {
    return (await openSheets(source)).map((sheet) => openTable(source, sheet));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unreadable-file') throw error;
    const fault: Fault = { code: 'unreadable-file', params: toParams(error) };
    return [{ name: maskNumen(source.name), line: 1, why: 'refused', fault }];
  }
}

function openTable({ name: fileName, sizeBytes }: ImportSource, sheet: Sheet): OpenFile | LeftOut {
  const name = maskNumen(sheet.name === undefined ? fileName : `${fileName} › ${sheet.name}`);
  const { cells, line } = sheet.header;
  const left = (why: LeftOut['why'], fault: Fault) => ({ name, line, why, fault, sheet });
  if (cells.length === 0) return { name, line, why: 'blank', sheet };
  if (sheet.hidden) return left('hidden', { code: 'hidden-sheet' });
  if (cells.some(containsNumen)) return left('refused', { code: 'numen-refused' });
  const header = recognise(cells);
  if (!('code' in header)) return { name, ...(sizeBytes !== undefined && { sizeBytes }), sheet, header };
  const isForeign = header.code === 'unrecognised-file' && header.params === undefined;
  return left(isForeign ? 'unknown' : 'refused', header);
}

/** Number of lines of a table that are not blank, including the first. Absent where the file cannot be cut
 *  into lines. */
async function countLines({ sheet }: LeftOut): Promise<{ readonly lines?: number }> {
  if (!sheet) return {};
  let lines = sheet.header.cells.length > 0 ? 1 : 0;
  try {
    for await (const row of sheet.rows()) {
      if (row.kind === 'broken' || row.cells.some((cell) => cell.trim() !== '')) lines += 1;
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return {};
  }
  return { lines };
}

/** The file name is left out, because it may contain something that must not be repeated. */
function toParams({ params: { name: _, reason = '', ...limits } }: DomainError): RemarkParams {
  return {
    reason: String(reason),
    ...Object.fromEntries(Object.entries(limits).filter((entry) => typeof entry[1] === 'number')),
  } as RemarkParams;
}
