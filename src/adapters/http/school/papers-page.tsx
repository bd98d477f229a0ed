import { type PaperKind, PERSON_PAPERS } from '../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { A } from '../shell/a.tsx';
import { useFrame } from '../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell, YearChoice } from './school-shell.tsx';

/** Somebody whose papers can be made. */
export interface PaperPerson {
  readonly id: string;
  readonly name: string;
  /** A review was written down this year. */
  readonly reviewed: boolean;
}

export interface PaperLine {
  readonly id: string;
  readonly kind: PaperKind;
  readonly about: string;
  readonly schoolYear: number;
  readonly madeAt: string;
}

interface PapersProps {
  readonly school: SchoolPlace & { readonly years: readonly number[]; readonly year: number };
  readonly people: readonly PaperPerson[];
  readonly papers: readonly PaperLine[];
}

/** `/school/{uai}/papers`: what can be printed, and what was. */
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
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            {PERSON_PAPERS.map((kind) => (
              <th scope="col">{t.kinds[kind].name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, reviewed }) => (
            <tr>
              <th scope="row">{name}</th>
              {PERSON_PAPERS.map((kind) => (
                <td data-label={t.kinds[kind].name}>
                  {kind === 'review-record' && !reviewed ? (
                    t.noReview
                  ) : (
                    <MakeForm school={school} kind={kind} about={name} personId={id} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.about}</th>
          <th scope="col">{frame.t.school.schoolYear}</th>
          <th scope="col">{t.madeOn}</th>
          <th scope="col">{t.open}</th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ id, kind, about, schoolYear, madeAt }) => (
          <tr>
            <th scope="row">{t.kinds[kind].name}</th>
            <td data-label={t.about}>{about}</td>
            <td data-label={frame.t.school.schoolYear}>{schoolYearLabel(schoolYear)}</td>
            <td data-label={t.madeOn}>{frame.t.moment(madeAt)}</td>
            <td data-label={t.open}>
              <a
                href={`/school/${school.uai}/papers/${id}.pdf`}
                aria-label={t.pdfOf(t.kinds[kind].name, about)}
              >
                {t.pdf}
              </a>
              {' · '}
              <A href={`/papers/${id}`} aria-label={t.checkOf(t.kinds[kind].name, about)}>
                {t.check}
              </A>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
