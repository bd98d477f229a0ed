import { MEDIA_TYPES } from '#open-badges/credential';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { qrSvg } from '../../components/qr-code.ts';
import type { AppDeps } from '../../env.ts';
import { definitionOf } from '../../public/credential/definition.ts';
import { CredentialPage } from '../../public/credential/page.tsx';
import { answerPage, frameOf } from '../../responses/page.tsx';
import { drawnSize } from '../../responses/public-document.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { parseChoice, sentChoice, toQuery, toValues } from './choice.tsx';
import { CHOOSE, type Issued, readIssued } from './owned.ts';
import { publicView } from './view.ts';

/** `/my/badges/{id}/preview`, and the badge's pictures and QR code, for the person who may choose about it:
 *  the public addresses do not show them before this choice. */
export function previewPages(deps: AppDeps) {
  const { pictures } = deps;
  const badgeOf = async (visit: Visit) => {
    const issued = await readIssued(visit);
    return { definition: definitionOf(deps.ports.catalogue, issued.award), issued };
  };
  return pagesOf(deps, 'my')
    .page('/my/badges/:id/preview', CHOOSE, drawPreview)
    .page('/my/badges/:id/image.svg', CHOOSE, async (visit) => {
      const { definition, issued } = await badgeOf(visit);
      const svg = pictures.holderSvg(definition, issued, drawnSize(visit.c));
      return visit.c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    })
    .page('/my/badges/:id/card.png', CHOOSE, async (visit) => {
      const { definition, issued } = await badgeOf(visit);
      const credential = await readPreviewed(visit, issued);
      const badge = { definition, issued: { award: issued.award, credential } };
      const png = await pictures.cardPng(badge, { locale: visit.wording.locale });
      return visit.c.body(png as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': MEDIA_TYPES.png });
    })
    .page('/my/badges/:id/qr.svg', CHOOSE, async (visit) => {
      const { credential } = await readIssued(visit);
      const svg = await qrSvg(credentialUrl(deps.ports.origin, credential.id));
      return visit.c.body(svg, 200, { 'Content-Type': MEDIA_TYPES.svg });
    });
}

/** The whole public page with an unsaved choice, as others would see it. */
async function drawPreview(visit: Visit) {
  const { c, deps, wording } = visit;
  const issued = await readIssued(visit);
  const { award, credential } = issued;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
  const shown = await readPreviewed(visit, issued);
  const base = `/my/badges/${credential.id}`;
  const view = await publicView(deps, { award, credential, shown }, wording.locale);
  const t = visit.t.my.badges.one;
  // A preview of one badge among several leads back to all of them.
  const several = c.req.queries('badge') ?? [];
  const query = toQuery(sentChoice(c), several);
  const page = several.length > 0 ? '/my/badges/new' : base;
  const href = `${page}${query && `?${query}`}#choose`;
  const hidden = c.req.query('visibility') === 'me';
  const text = hidden ? t.previewHidden : t.previewNotice;
  const notice = { text, link: { label: t.previewBack, href }, instead: t.previewInstead };
  const image = { ...view.image, src: `${base}/image.svg` };
  const own = { ...view, image, qrHref: `${base}/qr.svg` };
  return answerPage(c, frameOf(c, deps), <CredentialPage view={own} notice={notice} />);
}

/** The unsigned badge with its kept choice, completed by the choice in the address. Throws `invalid-request`
 *  where the latter is invalid. */
async function readPreviewed(
  { c, services }: Visit,
  { award, credential }: Issued,
): Promise<IssuedCredential> {
  const form = parseChoice({ ...toValues(credential.choice), ...sentChoice(c) }, award.recipient);
  if (!form.ok) throw new DomainError('invalid-request');
  return services.previewCredential({ award, credential }, { ...credential.choice, ...form.value });
}
