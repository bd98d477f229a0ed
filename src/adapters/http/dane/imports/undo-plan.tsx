import { readCurrent } from '../../../../application/files/undo/judge-undo.ts';
import type { UndoneKind } from '../../../../application/files/undo/undo-by-program.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
  type ImportedRecord,
  type ImportRun,
  KEPT_REASONS,
  type UndoLine,
} from '../../../../domain/upload/import-log.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import { CardTable } from '../../shell/card-table.tsx';
import type { Visit } from '../../shell/visit.ts';

const KEPT_SHOWN = 50;

/** What undoing would do, or has done: the records that go, and those that stay, with the reasons. */
export async function drawPlan(visit: Visit, run: ImportRun, rows: readonly UndoneKind[]) {
  const t = visit.t.undo;
  const goes = rows.some(({ removed, restored }) => removed + restored > 0);
  return (
    <>
      <section>
        <h2>{run.undone ? t.undoneTitle : t.plan}</h2>
        {!goes && <p class="notice">{t.planNone}</p>}
        <CardTable
          compact
          rows={rows}
          columns={[
            { heading: t.kind, cell: ({ records }) => t.kinds[records], names: true },
            { heading: t.removed, cell: ({ removed }) => removed },
            { heading: t.restored, cell: ({ restored }) => restored },
            { heading: t.stays, cell: ({ stays }) => stays },
          ]}
        />
      </section>
      {await drawKept(visit, run, rows)}
    </>
  );
}

/** The first records that stay, and the number of records by reason. */
async function drawKept(
  { store, t: { undo: t } }: Visit,
  { id, undone }: ImportRun,
  rows: readonly UndoneKind[],
) {
  const kept = await store.readUndoLines(id, { verdict: 'kept', limit: KEPT_SHOWN });
  if (kept.length === 0) return null;
  const records = await readRecords(store, kept);
  const stays = rows.reduce((sum, one) => sum + one.stays, 0);
  return (
    <section>
      <h2>{t.kept}</h2>
      <p>{t.keptText(stays, undone !== undefined)}</p>
      <ul>
        {KEPT_REASONS.map((reason) => ({ reason, many: countOf(rows, reason) })).map(
          ({ reason, many }) => many > 0 && <li>{t.because[reason](many)}</li>,
        )}
      </ul>
      <CardTable
        rows={kept}
        columns={[
          {
            heading: t.record,
            names: true,
            cell: (line) => {
              const { label, href } = labelOf(line, records.get(line.kind)?.get(line.entry.key));
              return href ? <a href={href}>{label}</a> : label;
            },
          },
          { heading: t.nature, cell: ({ kind }) => t.kinds[kind] },
          { heading: t.why, cell: ({ reason = 'changed-since' }) => t.reasons[reason] },
        ]}
      />
      {stays > kept.length && <p>{t.keptMore(stays - kept.length)}</p>}
    </section>
  );
}

function countOf(rows: readonly UndoneKind[], reason: (typeof KEPT_REASONS)[number]): number {
  const own = rows.flatMap(({ because }) => because.filter((one) => one.reason === reason));
  return own.reduce((sum, { records }) => sum + records, 0);
}

/** The present records of the lines, by kind and key. */
async function readRecords(store: Visit['store'], lines: readonly UndoLine[]) {
  const found = await Promise.all(
    IMPORTED_KINDS.map(async (kind) => {
      const own = lines.filter((one) => one.kind === kind);
      return [kind, own.length > 0 ? await readCurrent(store, kind, own) : new Map()] as const;
    }),
  );
  return new Map<ImportedKind, ReadonlyMap<string, ImportedRecord>>(found);
}

/** The label of a record, and the address of its page. */
function labelOf(
  { kind, entry: { key } }: UndoLine,
  current: ImportedRecord | undefined,
): { readonly label: string; readonly href?: string } {
  const label = key.replaceAll('\n', ' · ');
  switch (current?.kind) {
    case 'person':
      return { label: nameOf(current.record), href: `/dane/people/${current.record.id}` };
    case 'establishment':
      return { label: current.record.name, href: `/school/${current.record.uai}` };
    case 'event':
      return { label: current.record.title, href: `/dane/events/${encodeURIComponent(current.record.code)}` };
    case 'authorisation':
      return { label, href: `/school/${current.record.uai}` };
    case 'engagement':
    case 'contribution':
      return { label: current.record.reference, href: `/dane/people/${current.record.personId}` };
    case 'attendance':
      return { label: current.record.eventCode, href: `/dane/people/${current.record.personId}` };
    case 'review':
      return {
        label: `${current.record.uai} · ${current.record.on}`,
        href: `/dane/people/${current.record.personId}`,
      };
    default:
      return { label: kind === 'person' ? '…' : label };
  }
}
