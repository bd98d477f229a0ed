import { raw } from 'hono/html';
import type { RollCallState } from '../../../../domain/event/roll-call.ts';
import type { EventLine } from '../../shell/event-line.ts';
import { DateField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface RollCallView {
  readonly line: EventLine;
  readonly rollCall?: {
    readonly state: RollCallState;
    readonly opens: string;
    readonly closes: string;
    readonly address: string;
    readonly secret: string;
    /** The QR code as SVG. */
    readonly qr: string;
  };
  readonly form: FormState;
}

/** `/dane/events/{code}/sheet`: the sign-in sheet, to be projected or printed. */
export function SheetPage({ view }: { view: RollCallView }) {
  const t = useFrame().t.dane.data.sheet;
  const { line, rollCall } = view;
  const isLive = rollCall !== undefined && rollCall.state !== 'closed';
  return (
    <DaneLayout section="events" title={t.title(line.title)}>
      {isLive ? <p class="lede">{t.lede}</p> : null}
      {rollCall ? (
        <p>
          <strong>{stateWords(t, rollCall)}</strong>
        </p>
      ) : (
        <p class="notice">{t.none}</p>
      )}
      {isLive && <Code view={view} rollCall={rollCall} />}
      <OpenForm view={view} />
      <p class="no-print">
        <a href={line.href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

type Live = NonNullable<RollCallView['rollCall']>;

function stateWords(t: PageFrame['t']['dane']['data']['sheet'], { state, opens, closes }: Live): string {
  return t.states[state](state === 'early' ? opens : closes);
}

function Code({ view, rollCall }: { view: RollCallView; rollCall: Live }) {
  const t = useFrame().t.dane.data.sheet;
  return (
    <>
      <div class="sign-in-code" role="img" aria-label={t.code}>
        {raw(rollCall.qr)}
      </div>
      <p>
        {t.address} <strong class="address">{rollCall.address}</strong>
      </p>
      <p class="no-print">
        <a href={`${view.line.href}/sheet/poster.pdf`}>{t.poster}</a>
      </p>
      <form method="post" action={`${view.line.href}/sheet/closing`} class="no-print">
        <button type="submit" class="secondary">
          {t.close}
        </button>
      </form>
    </>
  );
}

function OpenForm({ view }: { view: RollCallView }) {
  const t = useFrame().t.dane.data.sheet;
  const isLive = view.rollCall !== undefined && view.rollCall.state !== 'closed';
  return (
    <section class="no-print">
      <h2>{view.rollCall ? t.openAgain : t.open}</h2>
      {view.rollCall && <p>{t.openText}</p>}
      <Form
        action={`${view.line.href}/sheet`}
        form={view.form}
        labels={{ day: t.day, opensAt: t.opensAt, closesAt: t.closesAt }}
        hidden={{ seen: isLive ? view.rollCall?.secret : undefined }}
      >
        <div class="field-row">
          <DateField name="day" label={t.day} />
          <TextField name="opensAt" label={t.opensAt} help={t.timeHelp} type="time" />
          <TextField name="closesAt" label={t.closesAt} help={t.timeHelp} type="time" />
        </div>
        <button type="submit" class={isLive ? 'secondary' : undefined}>
          {t.openButton}
        </button>
      </Form>
    </section>
  );
}
