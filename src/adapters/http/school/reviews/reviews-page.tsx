import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell, YearChoice } from '../school-shell.tsx';
import type { ReviewLine, WrittenView } from './reviews-view.ts';

interface ReviewsProps {
  readonly school: SchoolPlace & { readonly years: readonly number[]; readonly year: number };
  readonly lines: readonly ReviewLine[];
  readonly written: readonly WrittenView[];
}

/** `/school/{uai}/reviews`: the people with and without their progress review, and the written records. */
export function ReviewsPage({ school, lines, written }: ReviewsProps) {
  const t = useFrame().t.school.reviews;
  return (
    <SchoolShell school={school} page="reviews" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <YearChoice action={`/school/${school.uai}/reviews`} years={school.years} current={school.year} />
      {lines.length === 0 ? <p class="notice">{t.empty}</p> : <Lines school={school} lines={lines} />}
      <h2>{t.written}</h2>
      <p class="note">{t.writtenNote}</p>
      {written.length === 0 && <p>{t.noneWritten}</p>}
      {written.map(({ personId, name, heldOn, on, writtenAt, notes }) => (
        <details class="fold">
          <summary>
            <h3>
              {name}, {on}
            </h3>
            <span class="fold-note">{t.recordedOn(writtenAt)}</span>
          </summary>
          <dl class="facts-list fold-body">
            {notes.map(({ label, text }) => (
              <>
                <dt>{label}</dt>
                <dd class="as-written">{text}</dd>
              </>
            ))}
          </dl>
          {school.mayKeep && (
            <p class="fold-body">
              <a
                href={`/school/${school.uai}/reviews/${personId}/record?on=${heldOn}`}
                aria-label={t.changeOf(name, on)}
              >
                {t.change}
              </a>
            </p>
          )}
        </details>
      ))}
    </SchoolShell>
  );
}

function Lines({ school, lines }: Pick<ReviewsProps, 'school' | 'lines'>) {
  const t = useFrame().t.school.reviews;
  const base = `/school/${school.uai}/reviews`;
  return (
    <CardTable
      rows={lines}
      columns={[
        { heading: t.person, cell: (line) => line.name, names: true },
        { heading: t.planned, cell: (line) => line.planned ?? (line.held ? '–' : t.notPlanned) },
        { heading: t.held, cell: (line) => line.held ?? t.notHeld },
        school.mayKeep && {
          heading: t.act,
          cell: (line) => <Acts base={`${base}/${line.personId}`} line={line} />,
        },
      ]}
    />
  );
}

/** Links to plan or change the day, and to write or change a record. */
function Acts({ base, line }: { base: string; line: ReviewLine }) {
  const t = useFrame().t.school.reviews;
  const { name, planned, held, heldOn, written } = line;
  const links: readonly (readonly [path: string, words: string, of: string])[] = [
    planned
      ? ([`${base}/plan`, t.replan, t.replanOf(name)] as const)
      : ([`${base}/plan`, t.plan, t.planOf(name)] as const),
    ...(held
      ? [
          written
            ? ([`${base}/record?on=${heldOn}`, t.change, t.changeOf(name, held)] as const)
            : ([`${base}/record?on=${heldOn}`, t.write, t.writeOf(name, held)] as const),
        ]
      : []),
    [`${base}/record`, held ? t.recordAnother : t.record, held ? t.recordAnotherOf(name) : t.recordOf(name)],
  ];
  return (
    <div class="actions">
      {links.map(([path, words, of]) => (
        <a href={path} aria-label={of}>
          {words}
        </a>
      ))}
    </div>
  );
}
