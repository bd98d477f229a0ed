import { z } from 'zod';
import type { DataRequest } from '../../../domain/data-request.ts';
import { CardTable } from '../components/card-table.tsx';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { Checkbox } from '../forms/checkbox.tsx';
import { Form, Submit } from '../forms/elements.tsx';
import { FaultSummary, TextArea } from '../forms/inputs.tsx';
import { onceField, onceOf } from '../forms/read-fields.ts';
import { optionalText, requiredText, ticked } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { drawExport, exportSelf } from './data-export.tsx';
import { MyLayout } from './layout.tsx';

/** The most characters of a message to the DANE. */
const LONGEST_MESSAGE = 4000;

const rectification = z.object({ message: requiredText(LONGEST_MESSAGE), once: onceField });
const erasure = z.object({
  message: optionalText(LONGEST_MESSAGE),
  understood: ticked.refine((yes) => yes, { message: 'required' }),
  once: onceField,
});

/** `/my/data`: the rights of access, rectification and erasure. */
export const dataPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page('/my/data', 'keep-own-record', drawData)
    .page('/my/data/export.json', 'keep-own-record', async (visit) => {
      const body = `${JSON.stringify(await exportSelf(visit), null, 2)}\n`;
      const disposition = 'attachment; filename="mes-donnees.json"';
      const headers = { 'Content-Type': 'application/json', 'Content-Disposition': disposition };
      return visit.c.body(body, 200, headers);
    })
    .page('/my/data/export', 'keep-own-record', drawExport)
    .form('/my/data/rectification', 'keep-own-record', {
      page: drawData,
      schema: rectification,
      act: async ({ services, me }, { message, once }) => {
        await services.makeDataRequest({ personId: me, kind: 'rectification', message, once });
      },
      done: 'data-request-made',
      back: '/my/data',
    })
    .page('/my/data/erasure', 'keep-own-record', drawErasure)
    .form('/my/data/erasure', 'keep-own-record', {
      page: drawErasure,
      schema: erasure,
      act: async ({ services, me }, { message = '', once }) => {
        await services.makeDataRequest({ personId: me, kind: 'erasure', message, once });
      },
      done: 'data-request-made',
      back: '/my/data',
    });

async function drawData({ deps, store, me, t: { my, host, directory }, form, sent }: Visit) {
  const requests = await store.readDataRequestsOf(me);
  const t = my.data;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      <FaultSummary form={form} labels={{ message: t.rectifyMessage }} />
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
      <Form action="/my/data/rectification" form={form} hidden={{ once: onceOf(deps, sent) }}>
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
      {requests.length === 0 ? <Empty>{t.noRequests}</Empty> : <Requests requests={requests} />}
    </MyLayout>
  );
}

function Requests({ requests }: { requests: readonly DataRequest[] }) {
  const frame = useFrame();
  const t = frame.t.my.data;
  return (
    <CardTable
      rows={requests}
      columns={[
        { heading: t.madeOn, cell: ({ madeAt }) => frame.t.day(madeAt), names: true },
        { heading: t.kind, cell: ({ kind }) => t.kinds[kind] },
        { heading: t.message, cell: ({ message }) => message },
        {
          heading: t.answer,
          cell: ({ settled }) => (settled ? t.answered(frame.t.day(settled.at), settled.answer) : t.waiting),
        },
      ]}
    />
  );
}

/** `/my/data/erasure`: the data that is erased, the data that stays, and a box to tick. */
function drawErasure({ deps, t: { my }, form, sent }: Visit) {
  const t = my.data.erasure;
  return (
    <MyLayout page="data" title={t.title}>
      <FaultSummary form={form} labels={{ understood: t.confirmLegend, message: t.message }} />
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
      <Form action="/my/data/erasure" form={form} hidden={{ once: onceOf(deps, sent) }}>
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
