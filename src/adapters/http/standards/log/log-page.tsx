import { CardTable } from '../../shell/card-table.tsx';
import { Layout } from '../../shell/layout.tsx';
import { Fold, LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { LogView } from './log-view.ts';

/** `/log`: the purpose of the log of signed badges, its state, and how a program follows it. */
export function LogPage({ view }: { view: LogView }) {
  const { t } = useFrame();
  const words = t.badgeLog;
  return (
    <Layout title={words.title} description={words.description}>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <p class="prose">{words.why}</p>
      <p class="prose">{words.delay}</p>
      <p class="prose">{words.private}</p>
      <section>
        <h2>{words.state}</h2>
        {view.last ? (
          <p>
            <strong>{words.size(view.last.size)}</strong>. {words.signedAt(t.moment(view.last.signedAt))}
          </p>
        ) : (
          <p>{words.none}</p>
        )}
        {view.days.length > 1 && (
          <CardTable
            caption={words.days}
            rows={view.days}
            columns={[
              { heading: words.day, cell: ({ day }) => t.day(day), names: true },
              { heading: words.entries, cell: ({ size }) => words.size(size) },
            ]}
          />
        )}
      </section>
      <Fold title={words.programs}>
        <p class="prose">{words.programsText}</p>
        <p>
          <code>{view.command}</code>
        </p>
        <dl class="facts-list">
          <dt>{words.key}</dt>
          {view.verifierKeys.map((key) => (
            <dd>
              <code>{key}</code>
            </dd>
          ))}
        </dl>
        <LinkList
          links={[
            { label: words.checkpoint, href: '/log/checkpoint' },
            { label: words.checkpoints, href: '/log/checkpoints' },
          ]}
        />
      </Fold>
    </Layout>
  );
}
