import type { PaperPart } from '../../../../application/papers/paper-content.ts';
import { type PaperKind, PERSON_PAPERS } from '../../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { PaperFiles } from '../../papers/paper-files.tsx';
import { A } from '../../shell/a.tsx';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell, YearChoice } from '../school-shell.tsx';

/** A person about whom papers can be made. */
export interface PaperPerson {
  readonly id: string;
  readonly name: string;
  /** Whether a review of this year was written down. */
  readonly reviewed: boolean;
}

export interface PaperLine {
  readonly id: string;
  readonly kind: PaperKind;
  readonly about: string;
  readonly schoolYear: number;
  readonly madeAt: string;
  /** The documents that are drawn from it. */
  readonly parts: readonly PaperPart[];
}

interface PapersProps {
  readonly school: SchoolPlace & { readonly years: readonly number[]; readonly year: number };
  readonly people: readonly PaperPerson[];
  readonly papers: readonly PaperLine[];
}

/** `/school/{uai}/papers`: the papers that can be made, and those that were made. */
export function PapersPage(props: PapersProps) {
  const { school, people, papers } = props;
  const t = useFrame().t.school.papers;
  return (
    <SchoolShell school={school} page="papers" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <p class="note">{t.noRate}</p>
      <YearChoice action={`/school/${school.uai}/papers`} years={school.years} current={school.year} />
      {people.length === 0 ? (
        <p class="notice">{t.nobody}</p>
      ) : (
        school.mayKeep && <Choices school={school} people={people} />
      )}
      <h2>{t.made}</h2>
      {papers.length === 0 ? (
        <p>{people.length > 0 && school.mayKeep ? t.noneMade : t.noneMadeYet}</p>
      ) : (
        <Made {...props} />
      )}
    </SchoolShell>
  );
}

function Choices({ school, people }: Pick<PapersProps, 'school' | 'people'>) {
  const t = useFrame().t.school.papers;
  return (
    <>
      <h2>{t.school}</h2>
      <p>{t.kinds['imp-file'].text}</p>
      <MakeForm school={school} kind="imp-file" about={school.name} primary />
      <h2>{t.people}</h2>
      <p>{t.companion.text}</p>
      <CardTable
        rows={people}
        columns={[
          { heading: t.person, cell: ({ name }) => name, names: true },
          ...PERSON_PAPERS.map((kind) => ({
            heading: t.kinds[kind].name,
            cell: ({ id, name, reviewed }: PapersProps['people'][number]) =>
              kind === 'review-record' && !reviewed ? (
                t.noReview
              ) : (
                <MakeForm school={school} kind={kind} about={name} personId={id} />
              ),
          })),
        ]}
      />
    </>
  );
}

function MakeForm({
  school,
  kind,
  about,
  personId,
  primary,
}: Pick<PapersProps, 'school'> & {
  kind: PaperKind;
  about: string;
  personId?: string;
  primary?: boolean;
}) {
  const t = useFrame().t.school.papers;
  return (
    <form method="post" action={`/school/${school.uai}/papers`} class="one-line">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="year" value={String(school.year)} />
      {personId && <input type="hidden" name="personId" value={personId} />}
      {primary ? (
        <button type="submit">{t.makeOf(t.kinds[kind].name, about)}</button>
      ) : (
        <button type="submit" class="secondary" aria-label={t.makeOf(t.kinds[kind].name, about)}>
          {t.make}
        </button>
      )}
    </form>
  );
}

function Made({ school, papers }: PapersProps) {
  const frame = useFrame();
  const t = frame.t.school.papers;
  return (
    <CardTable
      rows={papers}
      columns={[
        { heading: t.kind, cell: ({ kind }) => t.kinds[kind].name, names: true },
        { heading: t.about, cell: ({ about }) => about },
        { heading: frame.t.school.schoolYear, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
        { heading: t.madeOn, cell: ({ madeAt }) => frame.t.moment(madeAt) },
        {
          heading: t.open,
          cell: ({ id, kind, about, parts }) => (
            <div class="actions">
              <PaperFiles base={`/school/${school.uai}/papers`} paper={{ id, kind, about, parts }} />
              <A href={`/papers/${id}`} aria-label={t.checkOf(t.kinds[kind].name, about)}>
                {t.check}
              </A>
            </div>
          ),
        },
      ]}
    />
  );
}
