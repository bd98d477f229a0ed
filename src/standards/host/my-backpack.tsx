import { MEDIA_TYPES, publicFactsOf } from '#open-badges/credential';
import { quotable, shownAddress } from '#open-badges/parsing';
import type { Verdict, VerificationReport } from '#open-badges/verification';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { CredentialFields } from '../../adapters/http/forms/credential-input.tsx';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { readSent } from '../../adapters/http/forms/read-body.ts';
import { noFields, type ParsedForm } from '../../adapters/http/forms/schema.ts';
import { afterDoing, type Refused } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { reportView } from '../../adapters/http/public/verify/report-view.ts';
import { shownImage } from '../../adapters/http/public/verify/shown-image.ts';
import { VerdictMark } from '../../adapters/http/public/verify/verdict.tsx';
import { toSlug } from '../../adapters/http/responses/url-path.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import type { HeldBadge, WholeBadge } from './feature-held-badge.ts';

const PATH = '/my/badges/elsewhere';

/** The most characters of pictures on one page; the badges after that have none. */
const MOST_PICTURES = 3_000_000;

/** `/my/badges/elsewhere`: the badges that a person keeps here from elsewhere, and a form that adds one. */
export const myBackpackPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, 'keep-own-record', renderBackpack)
    .form(PATH, 'keep-own-record', { page: renderBackpack, schema: readBroughtBadge, act: saveBadge })
    .page(`${PATH}/:id/file`, 'keep-own-record', async ({ services, me, param, c }) => {
      const { name, type, body } = fileOf(await services.readHeldBadge(me, param('id')));
      const disposition = `attachment; filename="${name}"`;
      return c.body(body, 200, { 'Content-Type': type, 'Content-Disposition': disposition });
    })
    .form(`${PATH}/:id/check`, 'keep-own-record', {
      schema: noFields,
      act: async ({ services, me, param }) => {
        await services.checkHeldBadge(me, param('id'));
      },
      done: 'held-badge-checked',
      back: PATH,
    })
    .form(`${PATH}/:id/remove`, 'keep-own-record', {
      schema: noFields,
      act: ({ services, me, param }) => services.removeHeldBadge(me, param('id')),
      done: 'held-badge-removed',
      back: PATH,
    });

async function renderBackpack({ store, me, t: { host, verify }, form }: PageRequest) {
  const badges = await store.readHeldBadges(me);
  const t = host.held;
  return (
    <MyLayout page="elsewhere" title={t.title} lede={t.lede}>
      <Rejection form={form} />
      <h2>{t.mine}</h2>
      {badges.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <ul class="cards">
          {withPictures(badges).map((badge) => (
            <HeldBadgeCard badge={badge} />
          ))}
        </ul>
      )}
      <h2>{t.add}</h2>
      <Form
        action={PATH}
        form={form}
        labels={{ credential: verify.credential, file: verify.file }}
        takesFile
        submit={t.submit}
      >
        <CredentialFields words={verify} rows={2} />
      </Form>
      <p class="note">
        {t.services} <a href="/my/data/services">{host.services.open}</a>
      </p>
      <p>
        <a href="/my/badges">{host.sending.result.toBadges}</a>
      </p>
    </MyLayout>
  );
}

/** Names and pictures come from strangers; a page does not hold all their pictures. */
function withPictures(held: readonly HeldBadge[]): readonly HeldBadge[] {
  let pictures = 0;
  return held.map((badge) => {
    const { picture, ...bare } = badge;
    pictures += picture?.length ?? 0;
    return pictures <= MOST_PICTURES ? badge : bare;
  });
}

function HeldBadgeCard({ badge }: { badge: HeldBadge }) {
  const pageContext = usePageContext();
  const t = pageContext.t.host.held;
  const name = badge.name ?? t.unnamed;
  const path = `${PATH}/${badge.id}`;
  const verdict = badge.check.verdict as Verdict;
  const received = pageContext.t.day(badge.receivedAt);
  const until = badge.validUntil && t.until(pageContext.t.day(badge.validUntil));
  return (
    <li class="card">
      {badge.picture && <img src={badge.picture} alt="" width="104" height="104" />}
      <div class="card-body">
        <h3>{name}</h3>
        <p>{t.by(issuerOf(badge))}</p>
        <p>
          <VerdictMark verdict={verdict} />{' '}
          {TEXTS[pageContext.locale].verification.shortVerdict(verdict, { kind: 'badge' })}
        </p>
        <p class="note">
          {t.checked(pageContext.t.moment(badge.check.at))}
          <br />
          {[t.from(pageContext.t.day(badge.validFrom)), until].filter(Boolean).join(', ')}
          <br />
          {badge.sentBy === undefined ? t.brought(received) : t.sentBy(badge.sentBy, received)}
        </p>
        <div class="actions">
          <a href={`${path}/file`} download aria-label={t.downloadOf(name)}>
            {t.download}
          </a>
          <ActionButton action={`${path}/check`} class="secondary" label={t.checkOf(name)}>
            {t.check}
          </ActionButton>
          <ActionButton action={`${path}/remove`} class="secondary" label={t.removeOf(name)}>
            {t.remove}
          </ActionButton>
        </div>
      </div>
    </li>
  );
}

/** A name proves nothing, so the signing id stands next to it. */
function issuerOf({ issuerName, issuerId }: HeldBadge): string {
  const id = shownAddress(issuerId);
  return issuerName === undefined ? id : `${quotable(issuerName)} (${id})`;
}

/** The badge as a file, with the very bytes that came (Open Badges 3.0, File Format). */
function fileOf({ name, form, content }: Pick<WholeBadge, 'name' | 'form' | 'content'>) {
  const extension = form === 'jws' ? 'jws' : 'json';
  return {
    name: `${toSlug(name ?? '') || 'badge'}.${extension}`,
    type: form === 'jws' ? MEDIA_TYPES.text : MEDIA_TYPES.vcLdJson,
    body: content,
  };
}

/** Reads the form: a file or a pasted text. If there are both, the file counts. */
async function readBroughtBadge({ c }: PageRequest): Promise<ParsedForm<Uint8Array>> {
  const form = await readSent(c);
  const [file, pasted] = [form.get('file'), form.get('credential')];
  const text = typeof pasted === 'string' ? pasted.trim() : '';
  const values = text === '' ? {} : { credential: [text] };
  if (file instanceof File && file.size > 0) {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()), values };
  }
  if (text === '') return { ok: false, faults: { credential: 'required' }, values };
  return { ok: true, value: new TextEncoder().encode(text), values };
}

/** Verifies a badge and keeps it, or explains why it is not kept. */
async function saveBadge(request: PageRequest, bytes: Uint8Array): Promise<string | Refused> {
  const { deps, services, me, t } = request;
  const report = await deps.verify({ kind: 'bytes', bytes });
  const facts = publicFactsOf(report.credential);
  const picture = shownImage({ report, facts, bytes });
  const received = await services.receiveBadge({
    personId: me,
    report,
    ...(picture?.source === 'given' && { picture: picture.src }),
  });
  const { refusals } = t.host.held;
  switch (received) {
    case 'new':
      return afterDoing('held-badge-added', PATH);
    case 'replaces':
      return afterDoing('held-badge-replaced', PATH);
    case 'not-verified':
      return refused(refusals['not-verified'](sentenceOf(request, report)));
    case 'not-a-badge':
      return refused(report.credential ? refusals['not-a-badge'] : sentenceOf(request, report));
    default:
      return refused(refusals[received]);
  }
}

function refused(refusal: string): Refused {
  return { refusal, status: 400 };
}

/** The result of the verification, in one sentence. */
function sentenceOf({ ports, wording: { locale } }: PageRequest, report: VerificationReport): string {
  const [document] = report.steps;
  if (!report.credential && document) return TEXTS[locale].verification.step(document);
  const facts = publicFactsOf(report.credential);
  return reportView(report, { texts: TEXTS[locale].verification, checkedAt: ports.clock.now(), facts })
    .sentence;
}
