import { DomainError } from '../../domain/errors.ts';
import { containsNumen, maskNumen } from '../../domain/numen.ts';
import type { Fault, Remark } from './entry.ts';
import { FILE_KINDS, type RecognisedHeader, recognise } from './recognise.ts';
import type { ImportSource, OpenSheet, Sheet } from './sheet.ts';

/** A file whose kind is known. */
export interface OpenFile {
  /** As it is reported and audited: a NUMEN in it is masked. */
  readonly name: string;
  readonly sizeBytes?: number;
  readonly sheet: Sheet;
  readonly header: RecognisedHeader;
}

interface Refusal {
  readonly line: number;
  readonly fault: Fault;
}

/** Opens every file and recognises it, in the order to import them; what cannot be is refused, the others go on. */
export async function openFiles(
  openSheet: OpenSheet,
  sources: readonly ImportSource[],
  remark: (remark: Remark) => void,
): Promise<readonly OpenFile[]> {
  const files: OpenFile[] = [];
  for (const source of sources) {
    const opened = await openFile(openSheet, source);
    if ('sheet' in opened) files.push(opened);
    else remark({ kind: 'refused', file: maskNumen(source.name), line: opened.line, ...opened.fault });
  }
  const rank = ({ header }: OpenFile) => FILE_KINDS.indexOf(header.kind);
  return files.sort((one, other) => rank(one) - rank(other));
}

async function openFile(openSheet: OpenSheet, source: ImportSource): Promise<OpenFile | Refusal> {
  const name = maskNumen(source.name);
  try {
    const sheet = await openSheet(source);
    const { cells, line } = sheet.header;
    if (cells.some(containsNumen)) return { line, fault: { code: 'numen-refused' } };
    const header = recognise(cells);
    if ('code' in header) return { line, fault: header };
    return { name, ...(source.sizeBytes !== undefined && { sizeBytes: source.sizeBytes }), sheet, header };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unreadable-file') throw error;
    return {
      line: 1,
      fault: { code: 'unreadable-file', params: { reason: String(error.params['reason'] ?? '') } },
    };
  }
}
