import type { Context } from 'hono';
import { z } from 'zod';
import { publicFactsOf } from '#open-badges/credential';
import { fromBase64Url, toBase64Url } from '#open-badges/keys';
import { spelledAddress } from '#open-badges/parsing';
import type { VerificationReport } from '#open-badges/verification';
import { StepsDetails } from '../../adapters/http/components/details.tsx';
import { REASON_LENGTH } from '../../adapters/http/dane/decisions/decide-form.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { answerMissing } from '../../adapters/http/dane/missing-page.tsx';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { TextArea } from '../../adapters/http/forms/inputs.tsx';
import { readSent } from '../../adapters/http/forms/read-body.ts';
import { type ParsedForm, requiredText } from '../../adapters/http/forms/schema.ts';
import { afterDoing, type Refused } from '../../adapters/http/forms/submission.ts';
import { Endorsement } from '../../adapters/http/public/badge/endorsement-list.tsx';
import { endorsementView } from '../../adapters/http/public/badge/endorsement-view.ts';
import { reportView } from '../../adapters/http/public/verify/report-view.ts';
import { VerdictBox } from '../../adapters/http/public/verify/verdict.tsx';
import { definePages, type Render } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import type { AchievementDefinition } from '../../domain/criteria/definition.ts';
import { inLanguage } from '../../domain/engagement/mission.ts';
import type { ExaminedEndorsement } from './actions.ts';
import { LONGEST_DOCUMENT } from './feature.ts';

const WITHDRAWAL = '/dane/badges/:code/endorsements/:id/withdrawal';

export const endorsementsPath = (code: string) => `/dane/badges/${code}/endorsements`;

/** The badge of the address, as defined in the newest version that has it. */
export function badgeOf({ ports, param }: PageRequest): AchievementDefinition | undefined {
  return ports.catalogue
    .versions()
    .toReversed()
    .flatMap(({ achievements }) => achievements)
    .find(({ code }) => code === param('code'));
}

/** Examines the endorsement that was brought and shows it; keeps it once it was reviewed. */
export async function takeBrought(
  request: PageRequest,
  { given, isReadAgain }: Brought,
): Promise<string | Refused | Response> {
  const { c, deps, services, ports, me } = request;
  const badge = badgeOf(request);
  if (!badge) return answerMissing(c, deps, 'criteria');
  const address = typeof given === 'string' ? spelledAddress(given, ports.origin) : undefined;
  const brought = { given: address === undefined ? given : { url: address }, code: badge.code };
  if (!isReadAgain) {
    const examined = await services.examineEndorsement(brought);
    return examined.kind === 'good'
      ? request.answer(renderPreview(request, badge, examined))
      : refused(request, examined);
  }
  const saved = await services.saveAchievementEndorsement({ ...brought, actor: me });
  if (saved.kind === 'refused') return refused(request, saved);
  return afterDoing('achievement-endorsement-kept', endorsementsPath(badge.code));
}

function refused(
  request: PageRequest,
  { because, report }: Extract<ExaminedEndorsement, { kind: 'refused' }>,
): Refused {
  const { dane, faults } = request.t.achievementEndorsements;
  const reason = because === 'not-verified' && report ? viewOf(request, report).sentence : faults[because];
  return { refusal: dane.refused(reason), status: 400 };
}

function viewOf({ wording, ports }: PageRequest, report: VerificationReport) {
  const facts = publicFactsOf(report.credential);
  const texts = TEXTS[wording.locale].verification;
  return reportView(report, { texts, checkedAt: ports.clock.now(), facts });
}

/** The author and the words, before the endorsement is kept. The form holds the very bytes that came: a
 *  browser would change the ends of the document's lines. */
function renderPreview(
  request: PageRequest,
  badge: AchievementDefinition,
  { said, report: checked, content }: Extract<ExaminedEndorsement, { kind: 'good' }>,
) {
  const { day, achievementEndorsements } = request.t;
  const { dane } = achievementEndorsements;
  const t = dane.preview;
  const at = request.ports.clock.now();
  const look = { result: 'good' as const, verdict: checked.verdict, at, verifiedAt: at };
  const endorsement = endorsementView({ ...said, id: '', look });
  const report = viewOf(request, checked);
  const path = endorsementsPath(said.code);
  return (
    <DaneLayout section="criteria" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Endorsement endorsement={endorsement} plain />
      {endorsement.words === undefined && <p>{t.noWords}</p>}
      <VerdictBox {...report} />
      <dl class="facts-list">
        <dt>{t.about}</dt>
        <dd>
          {inLanguage(badge.name, request.wording.locale)}. {dane.version(said.version)},{' '}
          {dane.languages[said.language]}.
        </dd>
        <dt>{t.known}</dt>
        <dd>{endorsement.list === undefined ? t.unknown : t.knownBy(endorsement.list)}</dd>
        <dt>{t.identifier}</dt>
        <dd>
          <code>{endorsement.issuerId}</code>
        </dd>
        <dt>{t.key}</dt>
        <dd>
          <code>{said.keyId}</code>
        </dd>
        <dt>{t.signed}</dt>
        <dd>{day(said.validFrom)}</dd>
        {said.endsAt && (
          <>
            <dt>{t.ends}</dt>
            <dd>{day(said.endsAt)}</dd>
          </>
        )}
      </dl>
      <Form action={path} hidden={{ document: encodeDocument(content) }}>
        <Submit cancel={path}>{t.keep}</Submit>
      </Form>
      <StepsDetails report={report} t={request.t} />
    </DaneLayout>
  );
}

/** A document that someone brings, or the one that they have reviewed and now keep. */
interface Brought {
  readonly given: Uint8Array | string;
  readonly isReadAgain: boolean;
}

/** UTF-8 takes at most three bytes for each UTF-16 unit, and base64url four characters for three bytes. */
const LONGEST_ENCODED = 4 * LONGEST_DOCUMENT;

/** Reads the form: the reviewed document, else a file, else the pasted text. */
export async function readBrought(c: Context<AppEnv>): Promise<ParsedForm<Brought>> {
  const form = await readSent(c);
  const [document, file, pasted] = ['document', 'file', 'credential'].map((name) => form.get(name));
  if (typeof document === 'string' && document !== '') {
    const given = document.length <= LONGEST_ENCODED ? decode(document) : undefined;
    return given
      ? { ok: true, value: { given, isReadAgain: true }, values: {} }
      : { ok: false, faults: { credential: 'required' }, values: {} };
  }
  const text = typeof pasted === 'string' ? pasted.trim() : '';
  // A long document is not shown again: it came from a file or a clipboard, which still has it.
  const values = text === '' || text.length > LONGEST_DOCUMENT ? {} : { credential: [text] };
  if (file instanceof File && file.size > 0) {
    const given = new Uint8Array(await file.arrayBuffer());
    return { ok: true, value: { given, isReadAgain: false }, values };
  }
  if (text === '') return { ok: false, faults: { credential: 'required' }, values };
  return { ok: true, value: { given: text, isReadAgain: false }, values };
}

function decode(text: string): Uint8Array | undefined {
  try {
    return fromBase64Url(text);
  } catch {
    return undefined;
  }
}

/** The document for a hidden field. */
function encodeDocument(content: string): string {
  return toBase64Url(new TextEncoder().encode(content));
}

/** `/dane/badges/{code}/endorsements/{id}/withdrawal`: the reason, then the act. `renderList` draws the
 *  endorsements of the badge. */
export function withdrawalPages(deps: AppDeps, renderList: Render) {
  const render = (request: PageRequest) => renderWithdrawal(request, renderList);
  return definePages(deps, 'dane')
    .page(WITHDRAWAL, 'adopt-criteria', render)
    .form(WITHDRAWAL, 'adopt-criteria', {
      page: render,
      schema: z.object({ reason: requiredText(REASON_LENGTH) }),
      act: ({ services, param, me }, { reason }) =>
        services.withdrawAchievementEndorsement({ id: param('id'), actor: me, reason }),
      done: 'achievement-endorsement-withdrawn',
      back: ({ param }) => endorsementsPath(param('code')),
    });
}

async function renderWithdrawal(request: PageRequest, renderList: Render) {
  const { c, deps, store, param, form } = request;
  const t = request.t.achievementEndorsements.dane.withdrawal;
  const [found] = await store.readWholeEndorsements([param('id')]);
  const code = param('code');
  if (found?.code !== code) return answerMissing(c, deps, 'criteria');
  // Someone has withdrawn it already: the list says so.
  if (found.withdrawal) return request.sent ? renderList(request) : answerMissing(c, deps, 'criteria');
  const endorsement = endorsementView(found);
  const path = endorsementsPath(code);
  return (
    <DaneLayout section="criteria" title={t.title(endorsement.name)}>
      <p class="lede">{t.lede}</p>
      <Endorsement endorsement={endorsement} plain />
      <Form
        action={`${path}/${found.id}/withdrawal`}
        form={form}
        labels={{ reason: t.reason }}
        submit={t.button}
      >
        <TextArea name="reason" help={t.reasonHelp(REASON_LENGTH)} rows={3} />
      </Form>
      <p>
        <a href={path}>{request.t.forms.cancel}</a>
      </p>
    </DaneLayout>
  );
}
