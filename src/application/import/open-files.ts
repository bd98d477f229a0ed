import { DomainError } from '../../domain/errors.ts';
import { containsNumen, maskNumen } from '../../domain/numen.ts';
import type { Fault, Remark, RemarkParams } from './entry.ts';
import { FILE_KINDS, type RecognisedHeader, recognise } from './recognise.ts';
import type { ImportSource, OpenSheets, Sheet } from './sheet.ts';

/** A table whose kind is known. */
export interface OpenFile {
  /** As it is reported and audited, `file.xlsx › sheet` where it is one of several: a NUMEN in it is masked. */
  readonly name: string;
  readonly sizeBytes?: number;
  readonly sheet: Sheet;
  readonly header: RecognisedHeader;
}

interface Refusal {
  readonly name: string;
  readonly line: number;
  readonly fault: Fault;
}

/** Opens every file and recognises its tables, in the order to import them; what cannot be is refused, the others go
 *  on. */
export async function openFiles(
  openSheets: OpenSheets,
  sources: readonly ImportSource[],
  remark: (remark: Remark) => void,
): Promise<readonly OpenFile[]> {
  const files: OpenFile[] = [];
  for (const source of sources) {
    const opened = await openFile(openSheets, source);
    const tables = opened.filter((one) => 'sheet' in one);
    files.push(...tables);
    for (const refusal of opened.filter((one) => 'fault' in one))
      remark(toRemark(refusal, tables.length > 0));
  }
  const rank = ({ header }: OpenFile) => FILE_KINDS.indexOf(header.kind);
  return files.sort((one, other) => rank(one) - rank(other));
}

/** A sheet that resembles nothing of ours, beside others that are read, is a page of notes: a notice is enough. */
function toRemark({ name, line, fault }: Refusal, besideOthers: boolean): Remark {
  const isForeign = fault.code === 'unrecognised-file' && fault.params === undefined;
  if (isForeign && besideOthers) return { kind: 'notice', file: name, line, code: 'unknown-sheet' };
  return { kind: 'refused', file: name, line, ...fault };
}

async function openFile(
  openSheets: OpenSheets,
  source: ImportSource,
): Promise<readonly (OpenFile | Refusal)[]> {
  try {
    return (await openSheets(source)).map((sheet) => openTable(source, sheet));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unreadable-file') throw error;
    const fault: Fault = { code: 'unreadable-file', params: toParams(error) };
    return [{ name: maskNumen(source.name), line: 1, fault }];
  }
}

function openTable({ name: fileName, sizeBytes }: ImportSource, sheet: Sheet): OpenFile | Refusal {
  const name = maskNumen(sheet.name === undefined ? fileName : `${fileName} › ${sheet.name}`);
  const { cells, line } = sheet.header;
  if (cells.some(containsNumen)) return { name, line, fault: { code: 'numen-refused' } };
  const header = recognise(cells);
  if ('code' in header) return { name, line, fault: header };
  return { name, ...(sizeBytes !== undefined && { sizeBytes }), sheet, header };
}

/** The file's own name may hold what must not be repeated. */
function toParams({ params: { name: _, reason = '', ...limits } }: DomainError): RemarkParams {
  return {
    reason: String(reason),
    ...Object.fromEntries(Object.entries(limits).filter((entry) => typeof entry[1] === 'number')),
  } as RemarkParams;
}
