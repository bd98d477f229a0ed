import type { StoredAuditEntry } from '../../../../domain/audit.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';

export interface PastImport {
  readonly entry: StoredAuditEntry;
  /** The author in words. */
  readonly actor: string;
  /** Whether the record of its changes is still kept. */
  readonly undoable: boolean;
  readonly isUndone: boolean;
}

const COUNTED = ['created', 'updated', 'unchanged', 'refused'] as const;

/** The latest imports, each file with the numbers of its lines. */
export function PastImports({ imports }: { imports: readonly PastImport[] }) {
  const frame = useFrame();
  const { imports: words, sheets: t } = frame.t.dane.data;
  return (
    <section id="past">
      <h2>{t.history}</h2>
      {imports.length === 0 ? (
        <p class="note">{t.historyNone}</p>
      ) : (
        <>
          <p class="note">{t.historyText}</p>
          <CardTable
            compact
            caption={t.history}
            rows={imports}
            columns={[
              { heading: words.file, cell: ({ entry }) => entry.subject, names: true },
              { heading: t.when, cell: ({ entry }) => frame.t.moment(entry.at) },
              { heading: t.who, cell: ({ actor }) => actor },
              ...COUNTED.map((outcome) => ({
                heading: words[outcome],
                cell: ({ entry }: PastImport) => Number(entry.details?.[outcome] ?? 0),
              })),
              {
                heading: frame.t.changes.dane.change,
                cell: ({ entry, undoable, isUndone }) =>
                  undoable ? (
                    <a
                      href={`/dane/imports/past/${entry.details?.['import']}`}
                      aria-label={(isUndone ? frame.t.undo.undoneOf : frame.t.undo.openOf)(entry.subject)}
                    >
                      {isUndone ? frame.t.undo.openUndone : frame.t.undo.open}
                    </a>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
