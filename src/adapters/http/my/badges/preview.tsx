import { MEDIA_TYPES } from '#open-badges/credential';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { qrSvg } from '../../components/qr-code.ts';
import type { AppDeps } from '../../env.ts';
import { definitionOf } from '../../public/credential/definition.ts';
import { CredentialPage } from '../../public/credential/page.tsx';
import { answerPage, pageContextOf } from '../../responses/page.tsx';
import { drawnSize } from '../../responses/public-document.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { asPreviewed, parseChoice, sentChoice, toQuery, toValues } from './choice.tsx';
import { CHOOSE, type Issued, readIssued } from './owned.ts';
import { publicView } from './view.ts';

/** `/my/badges/{id}/preview`, and the badge's pictures and QR code, for the person who may choose about it:
 *  the public addresses do not show them before this choice. */
export function previewPages(deps: AppDeps) {
  const { pictures } = deps;
  const badgeOf = async (request: PageRequest) => {
    const issued = await readIssued(request);
    return { definition: definitionOf(deps.ports.catalogue, issued.award), issued };
  };
  return definePages(deps, 'my')
    .page('/my/badges/:id/preview', CHOOSE, renderPreview)
    .page('/my/badges/:id/image.svg', CHOOSE, async (request) => {
      const { definition, issued } = await badgeOf(request);
      const svg = pictures.holderSvg(definition, issued, drawnSize(request.c));
      return request.c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    })
    .page('/my/badges/:id/card.png', CHOOSE, async (request) => {
      const { definition, issued } = await badgeOf(request);
      const credential = await readPreviewed(request, issued);
      const badge = { definition, issued: { award: issued.award, credential } };
      const png = await pictures.cardPng(badge, { locale: request.wording.locale });
      return request.c.body(png as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': MEDIA_TYPES.png });
    })
    .page('/my/badges/:id/qr.svg', CHOOSE, async (request) => {
      const { credential } = await readIssued(request);
      const svg = await qrSvg(credentialUrl(deps.ports.origin, credential.id));
      return request.c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    });
}

/** The whole public page with an unsaved choice, as others would see it. */
async function renderPreview(request: PageRequest) {
  const { c, deps, wording } = request;
  const issued = await readIssued(request);
  const { award, credential } = issued;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
  const shown = await readPreviewed(request, issued);
  const base = `/my/badges/${credential.id}`;
  const view = await publicView(deps, { award, credential, shown }, wording.locale);
  const t = request.t.my.badges.one;
  // A preview of one badge among several leads back to all of them.
  const several = c.req.queries('badge') ?? [];
  const query = toQuery(sentChoice(c), several);
  const page = several.length > 0 ? '/my/badges/new' : base;
  const href = `${page}${query && `?${query}`}#choose`;
  const hidden = c.req.query('visibility') === 'me';
  const warned =
    shown.choice.name === 'none' && shown.choice.showSchools && award.recipient.kind === 'person';
  const text = hidden
    ? t.previewHidden
    : [t.previewNotice, ...(warned ? [request.t.my.moment.schoolsWarning] : [])].join(' ');
  const notice = { text, link: { label: t.previewBack, href }, instead: t.previewInstead };
  const image = { ...view.image, src: `${base}/image.svg` };
  const own = { ...view, image, qrHref: `${base}/qr.svg` };
  return answerPage(c, pageContextOf(c, deps), <CredentialPage view={own} notice={notice} />);
}

/** The unsigned badge with its kept choice, completed by the choice in the address. Throws `invalid-request`
 *  where the latter is invalid. */
async function readPreviewed(
  { c, services }: PageRequest,
  { award, credential }: Issued,
): Promise<IssuedCredential> {
  const form = parseChoice(
    asPreviewed({ ...toValues(credential.choice), ...sentChoice(c) }),
    award.recipient,
  );
  if (!form.ok) throw new DomainError('invalid-request');
  return services.previewCredential({ award, credential }, { ...credential.choice, ...form.value });
}
