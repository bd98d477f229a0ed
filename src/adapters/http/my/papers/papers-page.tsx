import type { PaperPart } from '../../../../application/papers/paper-content.ts';
import type { PaperKind } from '../../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { PaperFiles } from '../../papers/paper-files.tsx';
import { A } from '../../shell/a.tsx';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export interface OwnPaperView {
  readonly id: string;
  readonly kind: PaperKind;
  readonly school: string;
  readonly schoolYear: number;
  readonly madeAt: string;
  /** The documents that are drawn from it. */
  readonly parts: readonly PaperPart[];
}

/** `/my/documents`: the papers that principals made about the person, to read and print. */
export function MyPapersPage({ papers }: { papers: readonly OwnPaperView[] }) {
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
    <CardTable
      rows={papers}
      columns={[
        { heading: words.kind, cell: ({ kind }) => words.kinds[kind].name, names: true },
        { heading: t.school, cell: ({ school }) => school },
        { heading: frame.t.school.schoolYear, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
        { heading: words.madeOn, cell: ({ madeAt }) => frame.t.moment(madeAt) },
        {
          heading: words.open,
          cell: ({ id, kind, school, parts }) => (
            <div class="actions">
              <PaperFiles base="/my/documents" paper={{ id, kind, about: school, parts }} />
              <A href={`/papers/${id}`} aria-label={words.checkOf(words.kinds[kind].name, school)}>
                {words.check}
              </A>
            </div>
          ),
        },
      ]}
    />
  );
}
