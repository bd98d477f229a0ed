import { audit } from '../../../domain/audit.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import { maskNumen } from '../../../domain/numen.ts';
import type { Clock, Store } from '../../ports.ts';
import { REGISTER_FILES, type RegisterFile, type RegisterRow } from '../../store/file-readers.ts';
import { REGISTER_COLUMNS } from './register-tables.ts';
import type { Table, TableCell } from './table.ts';

const PAGE_ROWS = 500;

interface Needs {
  readonly store: Pick<Store, 'readRegisterSlice' | 'readPeople' | 'commit'>;
  readonly clock: Clock;
}

export interface ExportRegister {
  readonly actor: string;
  readonly only: readonly RegisterFile[];
}

/** The records outside the DANE's eight files, file by file. A table is given in consecutive pieces, so that
 *  no table is whole in memory. Of an erased person only the id is left. An audit entry is written at the
 *  end. */
export const exportRegister = ({ store, clock }: Needs) =>
  async function* ({ actor, only }: ExportRegister): AsyncGenerator<Table> {
    const details: Record<string, number> = {};
    for (const file of REGISTER_FILES.filter((one) => only.includes(one))) {
      for await (const table of readPieces(store, file)) {
        details[file] = (details[file] ?? 0) + table.rows.length;
        yield table;
      }
    }
    await store.commit([audit('register-exported', { at: clock.now(), actor, subject: 'all', details })]);
  };

async function* readPieces(store: Needs['store'], file: RegisterFile): AsyncGenerator<Table> {
  const columns = REGISTER_COLUMNS[file].map(([key, title, kind]) => ({
    key,
    title,
    kind: kind === 'person' ? ('text' as const) : kind,
  }));
  let after: RegisterRow | undefined;
  do {
    const page = await store.readRegisterSlice(file, { limit: PAGE_ROWS, ...(after && { after }) });
    const nameOf = await readNames(store, file, page);
    // The first piece is written even where it is empty, so that the file has its header.
    if (page.length > 0 || after === undefined) {
      yield { name: file, columns, rows: page.map((row) => toCells(file, row, nameOf)) };
    }
    after = page.length === PAGE_ROWS ? page.at(-1) : undefined;
  } while (after);
}

async function readNames(store: Needs['store'], file: RegisterFile, page: readonly RegisterRow[]) {
  const named = REGISTER_COLUMNS[file].filter(([, , kind]) => kind === 'person').map(([column]) => column);
  const ids = new Set(page.flatMap((row) => named.map((column) => String(row[column] ?? ''))));
  const people = await store.readPeople(personIdsAmong(ids));
  return new Map<string, string>(people.flatMap(({ id, emails: [email] }) => (email ? [[id, email]] : [])));
}

function toCells(
  file: RegisterFile,
  row: RegisterRow,
  nameOf: ReadonlyMap<string, string>,
): readonly TableCell[] {
  return REGISTER_COLUMNS[file].map(([column, , kind]) => {
    const value = row[column] ?? undefined;
    if (typeof value !== 'string') return value;
    return maskNumen(kind === 'person' ? (nameOf.get(value) ?? value) : value);
  });
}
