import { Hono } from 'hono';
import type { FoundScan } from '../../../application/roll-call/services.ts';
import { DomainError } from '../../../domain/errors.ts';
import { rollCallState } from '../../../domain/event/roll-call.ts';
import { eventRow } from '../components/event-summary.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { noFields } from '../forms/schema.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { readSecretCookie, setSecretCookie } from '../middleware/session-cookies.ts';
import { answerPage, pageContextOf } from '../responses/page.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** Where people state, during an event, that they are present. The address is the same for all events: the cookie
 *  of the scan names the roll call. */
const PATH = '/roll-call';

/** `/roll-call/{code}`, which the code in the room contains, and `/roll-call`, where people sign. */
export const myRollCallPages = (deps: AppDeps) =>
  definePages(deps)
    .page(PATH, 'keep-own-record', renderRollCall)
    .form(PATH, 'keep-own-record', {
      schema: noFields,
      act: ({ c, services, me }) => services.signRollCall(readSecretCookie(c, 'roll-call'), me),
      done: 'present',
      back: PATH,
    })
    .with(scanRoutes(deps));

/** Accepts a code before the sign-in, because it changes while people sign in. The next address contains no code,
 *  so that a copy of it gives nothing to another browser. */
function scanRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get(`${PATH}/:code`, async (c) => {
    try {
      setSecretCookie(c, 'roll-call', await deps.services.scanRollCall(c.req.param('code')));
      c.header('Cache-Control', 'no-store');
      return c.redirect(PATH, 303);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'scan-needed') throw error;
      c.set('refusal', error.code);
      const answer = await answerPage(c, pageContextOf(c, deps), <ScanPage />, 404);
      answer.headers.set('Cache-Control', 'private, no-store');
      return answer;
    }
  });
}

/** One button, for people who are present. */
async function renderRollCall(request: PageRequest) {
  const { c, store, services, wording, t: texts } = request;
  const t = texts.dane.data.sheet;
  const scan = await services.findScan(readSecretCookie(c, 'roll-call'));
  const [event] = scan ? await store.readEvents([scan.rollCall.eventCode]) : [];
  if (!scan || !event) return <ScanPage />;
  const state = await stateFor(request, scan);
  const { title, kind, dates } = eventRow(wording, event);
  return (
    <Layout title={t.visitTitle} description={t.visitTitle}>
      <p class="kicker">{t.visitTitle}</p>
      <h1>{title}</h1>
      <p class="lede">{[kind, dates].join(' · ')}</p>
      {state === 'early' && <p class="notice">{t.visitEarly(texts.moment(scan.rollCall.opensAt))}</p>}
      {state === 'closed' && <p class="notice">{t.visitClosed}</p>}
      {state === 'open' && (
        <Form action={PATH} class="">
          <p>{t.visitOpen}</p>
          <Submit>{t.here}</Submit>
        </Form>
      )}
      {state === 'present' && (
        <>
          <p class="notice notice-done">{t.visitDone}</p>
          <p>
            <a href="/my">{t.visitMine}</a>
          </p>
        </>
      )}
    </Layout>
  );
}

/** `present` if nothing is left to sign. A signature of the printed sheet leaves the one of the screen open. */
async function stateFor({ store, ports, me }: PageRequest, { rollCall, place }: FoundScan) {
  const attendances = await store.readAttendances([me]);
  const attendance = attendances.find(({ eventCode }) => eventCode === rollCall.eventCode);
  const isSigned = attendance !== undefined && attendance.proof >= 1;
  if (isSigned && !(attendance.printedSheet && place === 'screen')) return 'present';
  return rollCallState(rollCall, ports.clock.now());
}

/** States what to do in a browser that read no code, an old one, or one that ended. */
function ScanPage() {
  const t = usePageContext().t.dane.data.sheet;
  return (
    <Layout title={t.scanTitle} description={t.scanText}>
      <h1>{t.scanTitle}</h1>
      <p class="lede">{t.scanText}</p>
      <p>{t.scanHelp}</p>
    </Layout>
  );
}
