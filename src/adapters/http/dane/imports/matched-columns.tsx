import { FILE_NAMES } from '../../../../application/files/export/export-records.ts';
import { FILE_KINDS } from '../../../../application/files/import/recognise.ts';
import type { ColumnMatch } from '../../../../domain/upload/column-match.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** The columns that the agent has matched, each with a button that forgets the match. */
export function MatchedColumns({ matches }: { matches: readonly ColumnMatch[] }) {
  const frame = useFrame();
  const { sheets: t, exports } = frame.t.dane.data;
  if (matches.length === 0) return null;
  const nameOf = (kind: string) => {
    const at = FILE_KINDS.findIndex(({ name }) => name === kind);
    return exports.files[FILE_NAMES[at] ?? 'personnes'];
  };
  return (
    <section>
      <h2>{t.known}</h2>
      <p class="note">{t.knownText}</p>
      <CardTable
        compact
        caption={t.known}
        rows={matches}
        columns={[
          { heading: t.header, cell: ({ titles }) => titles.filter(Boolean).join(', '), names: true },
          { heading: t.kindHeading, cell: ({ kind }) => nameOf(kind) },
          { heading: t.when, cell: ({ madeAt }) => frame.t.moment(madeAt) },
          {
            heading: t.act,
            cell: ({ fingerprint, titles }) => (
              <ActButton
                action="/dane/imports/columns/forgotten"
                hidden={{ fingerprint }}
                class="secondary"
                label={t.forgetOf(titles.filter(Boolean).join(', '))}
              >
                {t.forget}
              </ActButton>
            ),
          },
        ]}
      />
    </section>
  );
}
