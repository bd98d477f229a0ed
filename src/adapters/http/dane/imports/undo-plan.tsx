import type { UndoneKind } from '../../../../application/files/undo/by-program.ts';
import { readPreservedRecords } from '../../../../application/files/undo/preserved-records.ts';
import { fullName } from '../../../../domain/person/name.ts';
import {
  type ImportedRecord,
  type ImportRun,
  PRESERVED_REASONS,
} from '../../../../domain/upload/import-log.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { badgeName } from '../decisions/proposal-rows.ts';

const MAX_SHOWN_RECORDS = 50;

/** The sums of the last look, and whether it found something to undo. */
export interface UndoPlan {
  readonly rows: readonly UndoneKind[];
  readonly goes: boolean;
}

/** What undoing would do, or has done: the records that go, and those that stay, with the reasons. */
export async function renderPlan(request: PageRequest, run: ImportRun, { rows, goes }: UndoPlan) {
  const t = request.t.undo;
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
      {await renderPreservedRecords(request, run, rows)}
    </>
  );
}

/** The first records that stay, and the number of records by reason. */
async function renderPreservedRecords(
  { store, ports, t, wording: { locale } }: PageRequest,
  run: ImportRun,
  rows: UndoPlan['rows'],
) {
  const texts = t.undo;
  const saved = await readPreservedRecords(store, run, MAX_SHOWN_RECORDS);
  if (saved.length === 0) return null;
  const stays = rows.reduce((sum, one) => sum + one.stays, 0);
  return (
    <section>
      <h2>{texts.kept}</h2>
      <p>{texts.keptText(stays, run.undone !== undefined)}</p>
      <ul>
        {PRESERVED_REASONS.map((reason) => ({ reason, many: countOf(rows, reason) })).map(
          ({ reason, many }) => many > 0 && <li>{texts.because[reason](many)}</li>,
        )}
      </ul>
      <CardTable
        rows={saved}
        columns={[
          {
            heading: texts.record,
            names: true,
            cell: ({ current, label }) => (current ? <a href={hrefOf(current)}>{label}</a> : label),
          },
          {
            heading: texts.whose,
            cell: ({ owner, school }) =>
              owner ? (
                <>
                  <a href={`/dane/people/${owner.id}`}>{fullName(owner)}</a>
                  {school && <span class="block">{school}</span>}
                </>
              ) : (
                '—'
              ),
          },
          { heading: texts.nature, cell: ({ line }) => texts.kinds[line.kind] },
          {
            heading: texts.why,
            cell: ({ reason, awards }) => (
              <>
                {texts.reasons[reason]}
                {awards.map(({ award, credential }) => (
                  <span class="block">
                    <a
                      href={credential ? `/dane/credentials/${credential.id}/revocation` : '/dane/decisions'}
                    >
                      {badgeName(ports.catalogue, { ...award, locale })}
                    </a>
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
      {stays > saved.length && <p>{texts.keptMore(stays - saved.length)}</p>}
    </section>
  );
}

function countOf(rows: readonly UndoneKind[], reason: (typeof PRESERVED_REASONS)[number]): number {
  const own = rows.flatMap(({ because }) => because.filter((one) => one.reason === reason));
  return own.reduce((sum, { records }) => sum + records, 0);
}

/** The address of a record's page. */
function hrefOf(current: ImportedRecord): string {
  switch (current.kind) {
    case 'person':
      return `/dane/people/${current.record.id}`;
    case 'establishment':
    case 'authorisation':
      return `/school/${current.record.uai}`;
    case 'event':
      return `/dane/events/${encodeURIComponent(current.record.code)}`;
    default:
      return `/dane/people/${current.record.personId}`;
  }
}
