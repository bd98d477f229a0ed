import { personOf, readCountingAwards, readCurrent } from '../../../../application/files/undo/judge-undo.ts';
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
import { badgeName } from '../decisions/decision-views.ts';

const KEPT_SHOWN = 50;

/** The sums of the last look, and whether it found something to undo. */
export interface UndoPlan {
  readonly rows: readonly UndoneKind[];
  readonly goes: boolean;
}

/** What undoing would do, or has done: the records that go, and those that stay, with the reasons. */
export async function drawPlan(visit: Visit, run: ImportRun, { rows, goes }: UndoPlan) {
  const t = visit.t.undo;
  return (
    <>
      <section>
        <h2>{run.undone && !goes ? t.undoneTitle : t.plan}</h2>
        {!goes && !run.undone && <p class="notice">{t.planNone}</p>}
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
async function drawKept(visit: Visit, run: ImportRun, rows: readonly UndoneKind[]) {
  const {
    store,
    t: { undo: t },
  } = visit;
  const { id, undone } = run;
  const kept = await store.readUndoLines(id, { verdict: 'kept', limit: KEPT_SHOWN });
  if (kept.length === 0) return null;
  const { currentOf, ownerOf, badgesOf } = await readAround(visit, run, kept);
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
              const { label, href } = labelOf(line, currentOf(line));
              return href ? <a href={href}>{label}</a> : label;
            },
          },
          {
            heading: t.whose,
            cell: (line) => {
              const owner = ownerOf(line);
              return owner ? <a href={`/dane/people/${owner.id}`}>{nameOf(owner)}</a> : '—';
            },
          },
          { heading: t.nature, cell: ({ kind }) => t.kinds[kind] },
          {
            heading: t.why,
            cell: (line) => (
              <>
                {t.reasons[line.reason ?? 'changed-since']}
                {badgesOf(line).map(({ href, name }) => (
                  <span class="block">
                    <a href={href}>{name}</a>
                  </span>
                ))}
              </>
            ),
          },
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

/** What the lines are about: their present records, whose they are, and the badges that count them. */
async function readAround(
  { store, ports, wording: { locale } }: Visit,
  run: ImportRun,
  lines: readonly UndoLine[],
) {
  const records = await readRecords(store, lines);
  const currentOf = ({ kind, entry }: UndoLine) => records.get(kind)?.get(entry.key);
  const found = lines.flatMap((line) => currentOf(line) ?? []);
  const [people, awardsOf] = await Promise.all([
    store.readPeople([...new Set(found.flatMap((one) => personOf(one) ?? []))]),
    readCountingAwards(store, run, found),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    currentOf,
    ownerOf: (line: UndoLine) => {
      const current = currentOf(line);
      const id = current && personOf(current);
      return id && byId.get(id);
    },
    badgesOf: (line: UndoLine) => {
      const current = line.reason === 'award' ? currentOf(line) : undefined;
      return (current ? awardsOf(current) : []).map(({ award, credential }) => ({
        name: badgeName(ports.catalogue, { ...award, locale }),
        href: credential ? `/dane/credentials/${credential.id}/revocation` : '/dane/decisions',
      }));
    },
  };
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
