import type { DataRequest } from '../../../../domain/data-request.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { faultSentence } from '../../shell/fault-sentence.ts';
import { FaultSummary, TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

/** The most characters of a message to the DANE. */
export const LONGEST_MESSAGE = 4000;

interface DataProps {
  readonly form: FormState;
  /** The token of the form. */
  readonly once: string;
}

/** `/my/data`: download all data, have it corrected, have it erased. */
export function MyDataPage({
  form,
  once,
  requests,
}: DataProps & { readonly requests: readonly DataRequest[] }) {
  const { my, host } = useFrame().t;
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
      <Form action="/my/data/rectification" form={form} hidden={{ once }}>
        <TextArea name="message" label={t.rectifyMessage} help={t.rectifyHelp} maxlength={LONGEST_MESSAGE} />
        <button type="submit" class="secondary">
          {t.rectifySubmit}
        </button>
      </Form>
      <h2>{host.services.title}</h2>
      <p>
        {host.services.onData} <a href="/my/data/services">{host.services.open}</a>
      </p>
      <h2>{t.erase}</h2>
      <p>
        {t.eraseText} <a href="/my/data/erasure">{t.eraseLink}</a>
      </p>
      <h2>{t.requests}</h2>
      {requests.length === 0 ? <p>{t.noRequests}</p> : <Requests requests={requests} />}
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
export function ErasurePage({ form, once }: DataProps) {
  const t = useFrame().t.my.data.erasure;
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
      <ErasureForm form={form} once={once} />
    </MyLayout>
  );
}

function ErasureForm({ form, once }: DataProps) {
  const frame = useFrame();
  const t = frame.t.my.data.erasure;
  const { message } = t;
  const fault = form.faults['understood'];
  const described = fault ? 'understood-fault' : undefined;
  return (
    <Form action="/my/data/erasure" form={form} hidden={{ once }}>
      <TextArea name="message" label={message} maxlength={LONGEST_MESSAGE} optional />
      <div class="choice">
        <input type="checkbox" id="understood" name="understood" value="yes" aria-describedby={described} />
        <label for="understood">{t.confirm}</label>
      </div>
      {fault && (
        <p class="fault" id="understood-fault">
          {faultSentence(frame.t, fault)}
        </p>
      )}
      <div class="actions">
        <button type="submit">{t.submit}</button>
        <a href="/my/data">{t.back}</a>
      </div>
    </Form>
  );
}
