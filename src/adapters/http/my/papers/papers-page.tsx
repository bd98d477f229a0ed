import type { PaperKind } from '../../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { A } from '../../shell/a.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export interface OwnPaperView {
  readonly id: string;
  readonly kind: PaperKind;
  readonly school: string;
  readonly schoolYear: number;
  readonly madeAt: string;
}

/** `/my/documents`: the papers that principals made about oneself, to read and to print. */
export function MyDocumentsPage({ papers }: { papers: readonly OwnPaperView[] }) {
  const t = useFrame().t.my.documents;
  return (
    <MyLayout page="documents" title={t.title} lede={t.lede}>
      {papers.length === 0 ? <p>{t.none}</p> : <Papers papers={papers} />}
    </MyLayout>
  );
}

function Papers({ papers }: { papers: readonly OwnPaperView[] }) {
  const frame = useFrame();
  const t = frame.t.my.documents;
  const { papers: words } = frame.t.school;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{t.school}</th>
          <th scope="col">{frame.t.school.schoolYear}</th>
          <th scope="col">{words.madeOn}</th>
          <th scope="col">{words.open}</th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ id, kind, school, schoolYear, madeAt }) => (
          <tr>
            <th scope="row">{words.kinds[kind].name}</th>
            <td data-label={t.school}>{school}</td>
            <td data-label={frame.t.school.schoolYear}>{schoolYearLabel(schoolYear)}</td>
            <td data-label={words.madeOn}>{frame.t.moment(madeAt)}</td>
            <td data-label={words.open}>
              <div class="actions">
                <a href={`/my/documents/${id}.pdf`} aria-label={words.pdfOf(words.kinds[kind].name, school)}>
                  {words.pdf}
                </a>
                <A href={`/papers/${id}`} aria-label={words.checkOf(words.kinds[kind].name, school)}>
                  {words.check}
                </A>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
