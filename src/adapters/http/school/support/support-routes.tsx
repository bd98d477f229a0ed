import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { answerPage } from '../../shell/page-answer.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { SupportState } from '../../support/state-word.tsx';
import { type SupportLine, supportLines } from '../../support/support-view.ts';
import { placeOf, requiredUaiOf, schoolGuards } from '../school-context.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

/** `/school/{uai}/support`: the school's requests to the DANE, without their texts. */
export function schoolSupportRoutes(deps: AppDeps) {
  const { store } = deps.ports;
  return new Hono<AppEnv>().get(
    '/school/:uai/support',
    ...schoolGuards(deps, 'read-establishment'),
    async (c) => {
      const uai = requiredUaiOf(c);
      const [[establishment], requests] = await Promise.all([
        store.readEstablishments([uai]),
        store.readSupportRequestsAt(uai),
      ]);
      if (!establishment) return c.notFound();
      const frame = workspaceFrame(c, deps, 'school');
      const lines = await supportLines(store, requests, frame.t);
      const viewer = c.var.signedIn.actor.personId;
      const page = <SchoolSupportPage school={placeOf(c, { establishment })} lines={lines} viewer={viewer} />;
      return answerPage(c, frame, page);
    },
  );
}

interface SchoolSupportProps {
  readonly school: SchoolPlace;
  readonly lines: readonly SupportLine[];
  readonly viewer: string;
}

function SchoolSupportPage({ school, lines, viewer }: SchoolSupportProps) {
  const { school: t, columns, ask } = useFrame().t.support;
  const hrefOf = ({ id, personId }: SupportLine) => (personId === viewer ? `/my/support/${id}` : undefined);
  return (
    <SchoolShell school={school} page="support" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {school.mayKeep && (
        <p>
          <a class="button" href={`/my/support/new?uai=${school.uai}`}>
            {ask}
          </a>
        </p>
      )}
      {lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <CardTable
          rows={lines}
          caption={t.title}
          columns={[
            {
              heading: columns.title,
              cell: (line) => (hrefOf(line) ? <a href={hrefOf(line)}>{line.title}</a> : line.title),
              names: true,
            },
            { heading: columns.kind, cell: ({ kind }) => kind },
            { heading: columns.by, cell: ({ by }) => by },
            { heading: columns.since, cell: ({ since }) => since },
            { heading: columns.state, cell: (line) => <SupportState line={line} /> },
          ]}
        />
      )}
    </SchoolShell>
  );
}
