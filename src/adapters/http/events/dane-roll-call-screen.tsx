import { raw } from 'hono/html';
import { screenCode } from '../../../application/roll-call/codes.ts';
import { type RollCall, rollCallState } from '../../../domain/event/roll-call.ts';
import { eventRow } from '../components/event-summary.ts';
import { qrSvg } from '../components/qr-code.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import type { PageRequest } from '../routing/page-request.ts';
import { readEventOf } from './details-page.tsx';

/** `/dane/events/{code}/roll-call/screen`: the code to project. The script replaces it each minute. Without scripts,
 *  the page reloads itself. */
export async function renderRollCallScreen(request: PageRequest) {
  const { store, ports, t: texts } = request;
  const t = texts.dane.data.sheet;
  const event = await readEventOf(request);
  const rollCall = await store.readLatestRollCall(event.code);
  const { href, title } = eventRow(request.wording, event);
  const state = rollCall && rollCallState(rollCall, ports.clock.now());
  const code = rollCall && state !== 'closed' ? await codeOf(request, rollCall) : undefined;
  return (
    <Layout title={t.title(title)} description={t.screenLede} reloadSeconds={code?.secondsLeft}>
      <div class="roll-call-screen">
        <h1>{title}</h1>
        {rollCall && state ? (
          <p>{t.states[state](texts.moment(state === 'early' ? rollCall.opensAt : rollCall.closesAt))}</p>
        ) : (
          <p>{t.none}</p>
        )}
        {code && <Code {...code} />}
        <p class="no-print">
          <a href={`${href}/roll-call`}>{t.leaveScreen}</a>
        </p>
      </div>
    </Layout>
  );
}

/** The code of this minute, as an address and as a QR code. */
async function codeOf({ ports }: PageRequest, rollCall: RollCall) {
  const { path, secondsLeft } = screenCode(rollCall, ports.clock.now());
  const address = `${ports.origin}${path}`;
  return { address, qr: await qrSvg(address), secondsLeft };
}

function Code({ address, qr, secondsLeft }: Awaited<ReturnType<typeof codeOf>>) {
  const t = usePageContext().t.dane.data.sheet;
  return (
    <div class="live-code no-print" data-code-seconds={secondsLeft}>
      <div class="sign-in-code" role="img" aria-label={t.code}>
        {raw(qr)}
      </div>
      <div class="live-code-text">
        <p class="lede">{t.screenLede}</p>
        <p>{t.screenText}</p>
        <p>
          {t.address} <strong class="address">{address.replace(/^https?:\/\//, '')}</strong>
        </p>
      </div>
      <p class="notice notice-error" data-code-lost hidden>
        {t.screenLost}
      </p>
    </div>
  );
}
