import {
  IMPORT_LOG_DAYS,
  type ImportedKind,
  KEPT_REASONS,
  type KeptReason,
} from '../../../../domain/upload/import-log.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** Records of one kind: the numbers of those that are removed, that get their former values, and that
 *  stay. */
export interface UndoRow {
  readonly kind: ImportedKind;
  readonly removed: number;
  readonly restored: number;
  readonly stays: number;
  readonly because: readonly { readonly reason: KeptReason; readonly records: number }[];
}

export interface KeptLine {
  readonly kind: ImportedKind;
  readonly reason: KeptReason;
  readonly label: string;
  readonly href?: string;
}

export interface PastImportView {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly created: number; readonly updated: number }[];
  readonly by: string;
  readonly at: string;
  readonly undone?: { readonly by: string; readonly at: string };
  /** The running job, which looks or undoes. */
  readonly running?: {
    readonly id: string;
    readonly done: number;
    readonly total: number;
    readonly isStoppable: boolean;
  };
  /** Whether the undoing was stopped before its end. */
  readonly isStopped: boolean;
  /** The result of the look; empty before it. */
  readonly rows: readonly UndoRow[];
  /** The first records that stay. */
  readonly kept: readonly KeptLine[];
}

/** `/dane/imports/past/{id}` */
export function PastImportPage({ view }: { view: PastImportView }) {
  const frame = useFrame();
  const { undo: t, dane } = frame.t;
  const words = dane.data.imports;
  const { running, undone, rows } = view;
  const href = `/dane/imports/past/${view.id}`;
  const refreshHref = running && `${href}?job=${running.id}`;
  return (
    <DaneLayout section="imports" title={t.title} refreshHref={refreshHref}>
      <p class="lede">{t.made(view.by, frame.t.moment(view.at))}</p>
      {undone && (
        <p class="notice notice-done" role="status">
          {t.undone(undone.by, frame.t.moment(undone.at))}
        </p>
      )}
      <CardTable
        compact
        rows={view.files}
        columns={[
          { heading: words.file, cell: ({ name }) => name, names: true },
          { heading: words.created, cell: ({ created }) => created },
          { heading: words.updated, cell: ({ updated }) => updated },
        ]}
      />
      {view.isStopped && !undone && (
        <p class="notice" role="status">
          {t.stopped}
        </p>
      )}
      {running && <Running running={running} href={href} />}
      {!running && rows.length > 0 && <Plan view={view} />}
      {!running && !undone && <Acts view={view} href={href} />}
      <p>
        <a href="/dane/imports">
          {rows.length > 0 && !undone && !running ? t.nothing : dane.sections.imports}
        </a>
      </p>
    </DaneLayout>
  );
}

interface RunningProps {
  readonly running: NonNullable<PastImportView['running']>;
  readonly href: string;
}

function Running({ running, href }: RunningProps) {
  const t = useFrame().t.undo;
  const words = t.underway(running.done, running.total);
  return (
    <>
      <p role="status">{words}</p>
      <progress value={running.done} max={Math.max(1, running.total)} aria-label={words} />
      <p class="note">{t.mayLeave}</p>
      {running.isStoppable && (
        <div class="actions">
          <ActButton action={`${href}/stop`} class="secondary">
            {t.stop}
          </ActButton>
        </div>
      )}
    </>
  );
}

function Plan({ view }: { view: PastImportView }) {
  const t = useFrame().t.undo;
  const { rows, kept, undone } = view;
  const stays = rows.reduce((sum, one) => sum + one.stays, 0);
  const goes = rows.some(({ removed, restored }) => removed + restored > 0);
  return (
    <>
      <section>
        <h2>{undone ? t.undoneTitle : t.plan}</h2>
        {!goes && <p class="notice">{t.planNone}</p>}
        <CardTable
          compact
          rows={rows}
          columns={[
            { heading: t.kind, cell: ({ kind }) => t.kinds[kind], names: true },
            { heading: t.removed, cell: ({ removed }) => removed },
            { heading: t.restored, cell: ({ restored }) => restored },
            { heading: t.stays, cell: (one) => one.stays },
          ]}
        />
      </section>
      {kept.length > 0 && (
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
                cell: ({ label, href }) => (href ? <a href={href}>{label}</a> : label),
              },
              { heading: t.nature, cell: ({ kind }) => t.kinds[kind] },
              { heading: t.why, cell: ({ reason }) => t.reasons[reason] },
            ]}
          />
          {stays > kept.length && <p>{t.keptMore(stays - kept.length)}</p>}
        </section>
      )}
    </>
  );
}

function countOf(rows: readonly UndoRow[], reason: KeptReason): number {
  const own = rows.flatMap(({ because }) => because.filter((one) => one.reason === reason));
  return own.reduce((sum, { records }) => sum + records, 0);
}

/** The buttons: the look comes first, then the undoing of everything or of the rest. */
function Acts({ view, href }: { view: PastImportView; href: string }) {
  const t = useFrame().t.undo;
  const { rows } = view;
  const goes = rows.some(({ removed, restored }) => removed + restored > 0);
  const stays = rows.some((one) => one.stays > 0);
  return (
    <>
      <p>{rows.length === 0 ? t.checkText : goes && t.confirmText}</p>
      <div class="actions">
        {goes && <ActButton action={`${href}/undo`}>{stays ? t.confirmRest : t.confirm}</ActButton>}
        <ActButton action={`${href}/check`} {...(goes && { class: 'secondary' })}>
          {rows.length === 0 ? t.check : t.checkAgain}
        </ActButton>
      </div>
      <p class="note">{t.days(IMPORT_LOG_DAYS)}</p>
    </>
  );
}
