import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { parseTilePath, TILE_WIDTH } from '#open-badges/transparency-log';
import { digestOfFile } from '../../../../application/badge-log/digests.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Details, LinkList } from '../../components/details.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { answerPage, pageContextOf } from '../../responses/page.tsx';
import { problem } from '../../responses/problem-details.ts';
import { respond } from '../../responses/public-document.ts';
import { type LogView, logView } from './view.ts';

const TEXT = 'text/plain; charset=utf-8';
/** A full tile never changes. A partial tile does not change either, but is rarely requested again. */
const FOREVER = 'public, max-age=31536000, immutable';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `/log`: the log of signed badges, as a page and in the form of C2SP tlog-tiles, with the proof of each
 *  entry: at a badge's address for its present form, and for any signed form by its digest. None of its answers are kept, because they change when the log grows. */
export function logRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const notThere = (c: Context<AppEnv>) => problem(c, new DomainError('not-found'));
  const answerProof = async (c: Context<AppEnv>, digest: string) => {
    const proof = await services.readLogProof(digest);
    return proof === undefined ? notThere(c) : respond(c, { type: MEDIA_TYPES.text, body: proof });
  };
  return new Hono<AppEnv>()
    .get('/log', async (c) => {
      const view = logView({ ...ports, checkpoints: await services.readCheckpoints() });
      return answerPage(c, pageContextOf(c, deps), <LogPage view={view} />);
    })
    .get('/log/checkpoint', async (c) => {
      const checkpoint = await services.readCheckpoint();
      return checkpoint ? respond(c, { type: TEXT, body: checkpoint.note }) : notThere(c);
    })
    .get('/log/checkpoints', async (c) => {
      const before = c.req.query('before');
      if (before !== undefined && !DAY.test(before)) return notThere(c);
      const checkpoints = await services.readCheckpoints(before);
      const listed = checkpoints.map(({ day, size, note, signedAt }) => ({ day, size, signedAt, note }));
      return respond(c, { type: MEDIA_TYPES.json, body: JSON.stringify({ checkpoints: listed }) });
    })
    .get('/credentials/:proof{[A-Za-z0-9_-]+\\.tlog-proof}', async (c) => {
      const found = await services.readPublicCredential(c.req.param('proof').split('.')[0] ?? '');
      if (found.kind === 'erased') return problem(c, new DomainError('credential-erased'));
      if (found.kind === 'not-found') return problem(c, new DomainError('unknown-credential'));
      return answerProof(c, await digestOfFile(found.credential.jws));
    })
    .get('/log/proof/:proof{[0-9a-f]{64}\\.tlog-proof}', (c) =>
      answerProof(c, c.req.param('proof').split('.')[0] ?? ''),
    )
    .get('/log/tile/*', async (c) => {
      const tile = parseTilePath(c.req.path.slice('/log/tile/'.length));
      const bytes = tile && (await services.readLogResource(tile));
      if (!tile || !bytes) return notThere(c);
      const cacheControl = tile.width === TILE_WIDTH ? FOREVER : 'public, max-age=86400';
      return respond(c, { type: 'application/octet-stream', body: bytes, cacheControl });
    });
}

/** `/log`: the purpose of the log of signed badges, its state, and how a program follows it. */
function LogPage({ view }: { view: LogView }) {
  const { t } = usePageContext();
  const texts = t.badgeLog;
  return (
    <Layout title={texts.title} description={texts.description}>
      <h1>{texts.title}</h1>
      <p class="lede">{texts.lede}</p>
      <p class="prose">{texts.why}</p>
      <p class="prose">{texts.delay}</p>
      <p class="prose">{texts.private}</p>
      <section>
        <h2>{texts.state}</h2>
        {view.last ? (
          <p>
            <strong>{texts.size(view.last.size)}</strong>. {texts.signedAt(t.moment(view.last.signedAt))}
          </p>
        ) : (
          <p>{texts.none}</p>
        )}
        {view.days.length > 1 && (
          <CardTable
            caption={texts.days}
            rows={view.days}
            columns={[
              { heading: texts.day, cell: ({ day }) => t.day(day), names: true },
              { heading: texts.entries, cell: ({ size }) => texts.size(size) },
            ]}
          />
        )}
      </section>
      <Details title={texts.programs}>
        <p class="prose">{texts.programsText}</p>
        <p>
          <code>{view.command}</code>
        </p>
        <dl class="facts-list">
          <dt>{texts.key}</dt>
          {view.verifierKeys.map((key) => (
            <dd>
              <code>{key}</code>
            </dd>
          ))}
        </dl>
        <LinkList
          links={[
            { label: texts.checkpoint, href: '/log/checkpoint' },
            { label: texts.checkpoints, href: '/log/checkpoints' },
          ]}
        />
      </Details>
    </Layout>
  );
}
