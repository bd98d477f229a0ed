import { z } from 'zod';
import type { DataRequest } from '../../../features/data-requests/feature.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { Checkbox } from '../forms/checkbox.tsx';
import { Form, Submit } from '../forms/elements.tsx';
import { ErrorSummary, TextArea } from '../forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../forms/read-fields.ts';
import { optionalText, requiredText, ticked } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { exportSelf, renderExport } from './data-export.tsx';
import { MyLayout } from './layout.tsx';

/** The most characters of a message to the DANE. */
const LONGEST_MESSAGE = 4000;

const rectification = z.object({ message: requiredText(LONGEST_MESSAGE), once: idempotencyKeyField });
const erasure = z.object({
  message: optionalText(LONGEST_MESSAGE),
  understood: ticked.refine((yes) => yes, { message: 'required' }),
  once: idempotencyKeyField,
});

/** `/my/data`: the rights of access, rectification and erasure. */
export const dataPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/data', 'keep-own-record', renderData)
    .page('/my/data/export.json', 'keep-own-record', async (request) => {
      const body = `${JSON.stringify(await exportSelf(request), null, 2)}\n`;
      const disposition = 'attachment; filename="mes-donnees.json"';
      const headers = { 'Content-Type': 'application/json', 'Content-Disposition': disposition };
      return request.c.body(body, 200, headers);
    })
    .page('/my/data/export', 'keep-own-record', renderExport)
    .form('/my/data/rectification', 'keep-own-record', {
      page: renderData,
      schema: rectification,
      act: async ({ services, me }, { message, once }) => {
        await services.makeDataRequest({ personId: me, kind: 'rectification', message, once });
      },
      done: 'data-request-made',
      back: '/my/data',
    })
    .page('/my/data/erasure', 'keep-own-record', renderErasure)
    .form('/my/data/erasure', 'keep-own-record', {
      page: renderErasure,
      schema: erasure,
      act: async ({ services, me }, { message = '', once }) => {
        await services.makeDataRequest({ personId: me, kind: 'erasure', message, once });
      },
      done: 'data-request-made',
      back: '/my/data',
    });

async function renderData({ deps, store, me, t: { my, host, directory }, form, sent }: PageRequest) {
  const requests = await store.readDataRequestsOf(me);
  const t = my.data;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      <ErrorSummary form={form} labels={{ message: t.rectifyMessage }} />
      <h2>{t.download}</h2>
      <p>{t.downloadText}</p>
      <div class="actions">
        <a class="button" href="/my/data/export.json" download="mes-donnees.json">
          {t.json}
        </a>
        <a class="button-secondary" href="/my/data/export">
          {t.readable}
        </a>
      </div>
      <h2 id="rectify">{t.rectify}</h2>
      <p>{t.rectifyText}</p>
      <Form action="/my/data/rectification" form={form} hidden={{ once: idempotencyKeyOf(deps, sent) }}>
        <TextArea name="message" label={t.rectifyMessage} help={t.rectifyHelp} maxlength={LONGEST_MESSAGE} />
        <Submit class="secondary">{t.rectifySubmit}</Submit>
      </Form>
      <h2>{host.services.title}</h2>
      <p>
        {host.services.onData} <a href="/my/data/services">{host.services.open}</a>
      </p>
      <h2>{directory.title}</h2>
      <p>
        {directory.mine.onData} <a href="/my/directory">{directory.mine.open}</a>
      </p>
      <h2>{t.erase}</h2>
      <p>
        {t.eraseText} <a href="/my/data/erasure">{t.eraseLink}</a>
      </p>
      <h2>{t.requests}</h2>
      {requests.length === 0 ? <EmptyState>{t.noRequests}</EmptyState> : <Requests requests={requests} />}
    </MyLayout>
  );
}

function Requests({ requests }: { requests: readonly DataRequest[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.data;
  return (
    <CardTable
      rows={requests}
      columns={[
        { heading: t.madeOn, cell: ({ madeAt }) => pageContext.t.day(madeAt), names: true },
        { heading: t.kind, cell: ({ kind }) => t.kinds[kind] },
        { heading: t.message, cell: ({ message }) => message },
        {
          heading: t.answer,
          cell: ({ settled }) =>
            settled ? t.answered(pageContext.t.day(settled.at), settled.answer) : t.waiting,
        },
      ]}
    />
  );
}

/** `/my/data/erasure`: the data that is erased, the data that stays, and a box to tick. */
function renderErasure({ deps, t: { my }, form, sent }: PageRequest) {
  const t = my.data.erasure;
  return (
    <MyLayout page="data" title={t.title}>
      <ErrorSummary form={form} labels={{ understood: t.confirmLegend, message: t.message }} />
      <h2>{t.goes}</h2>
      <ul>
        {t.goesList.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <h2>{t.stays}</h2>
      <ul>
        {t.staysList.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p class="notice">{t.final}</p>
      <Form action="/my/data/erasure" form={form} hidden={{ once: idempotencyKeyOf(deps, sent) }}>
        <TextArea name="message" label={t.message} maxlength={LONGEST_MESSAGE} optional />
        <Checkbox name="understood" label={t.confirm} />
        <div class="actions">
          <Submit>{t.submit}</Submit>
          <a href="/my/data">{t.back}</a>
        </div>
      </Form>
    </MyLayout>
  );
}
