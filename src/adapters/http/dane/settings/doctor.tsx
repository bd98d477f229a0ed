import {
  hasDamage,
  isClockLeftover,
  type StoredInvariantAnswer,
} from '../../../../domain/integrity/invariant.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';

/** `/dane/settings/doctor`: what the service found at its last look at itself. */
export const doctorPages = (deps: AppDeps) =>
  definePages(deps, 'dane').page('/dane/settings/doctor', 'change-settings', renderLastCheck);

async function renderLastCheck(request: PageRequest) {
  const last = await request.services.readLastCheck();
  const t = request.t.dane.doctor;
  const broken = last?.answers.filter(({ count }) => count > 0) ?? [];
  const unread = last?.answers.filter(({ count, failure }) => count === 0 && failure !== undefined) ?? [];
  return (
    <DaneLayout section="settings" title={t.title}>
      <p class="lede">{t.lede}</p>
      {last === undefined ? (
        <p class="notice">{t.none}</p>
      ) : (
        <>
          <p>{t.looked(request.t.moment(last.from), request.t.moment(last.to))}</p>
          {last.isUnderWay && <p>{t.under}</p>}
          <p class="notice" role="status">
            {broken.length === 0 && unread.length === 0 && t.sound(last.answers.length)}
            {broken.length > 0 && t.broken(broken.length)} {unread.length > 0 && t.unread(unread.length)}
          </p>
          {[...broken, ...unread].map((answer) => (
            <Broken answer={answer} />
          ))}
          <Answers answers={last.answers} />
        </>
      )}
      <p>{t.command}</p>
      <pre>
        <code>npm run -s jalon -- doctor</code>
      </pre>
      <p>
        <a href="/dane/settings">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** One invariant that does not hold: what was found, and what to do. */
function Broken({ answer: { invariant, count, found, failure } }: { answer: StoredInvariantAnswer }) {
  const { dane } = usePageContext().t;
  const t = dane.doctor;
  const texts = dane.invariants[invariant];
  return (
    <section>
      <h2>{texts.holds}</h2>
      {failure !== undefined && <p>{t.failedTodo}</p>}
      {found.length > 0 && (
        <ul>
          {found.map(({ subject, detail }) => (
            <li>
              <code>{[subject, ...Object.entries(detail ?? {}).flat()].join(' ')}</code>
            </li>
          ))}
          {count > found.length && <li>{t.more(count - found.length)}</li>}
        </ul>
      )}
      {hasDamage({ count, found }) && <p>{texts.todo}</p>}
      {found.some(isClockLeftover) && <p>{dane.clockLeftovers}</p>}
    </section>
  );
}

type Texts = PageRequest['t']['dane']['doctor'];

const cellOf =
  (t: Texts) =>
  ({ count, failure }: StoredInvariantAnswer) => {
    if (count > 0) return t.number(count);
    return failure === undefined ? t.nothing : t.failed;
  };

function Answers({ answers }: { answers: readonly StoredInvariantAnswer[] }) {
  const { dane } = usePageContext().t;
  const t = dane.doctor;
  return (
    <CardTable
      rows={answers}
      caption={t.columns.holds}
      columns={[
        {
          heading: t.columns.holds,
          cell: ({ invariant }) => dane.invariants[invariant].holds,
          names: true,
          label: true,
        },
        { heading: t.columns.looked, cell: ({ looked }) => t.number(looked) },
        { heading: t.columns.found, cell: cellOf(t) },
      ]}
    />
  );
}
