import type { StatedChoice } from '../../../../domain/holder/actions.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import type { FormValues } from '../../forms/schema.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { showsSchoolsOnly, toQuery } from './choice.tsx';
import { cardView, NetworkCard } from './network-card.tsx';
import { findOwned } from './owned.ts';
import { publicView } from './view.ts';

/** `/my/badges/new/preview`: the card of each badge as others would see it with an unsaved choice, and the
 *  button to accept them with this choice. */
export async function renderNewPreview(
  request: PageRequest,
  { ids, said }: { readonly ids: readonly CredentialId[]; readonly said: StatedChoice },
  { badge: _, ...values }: FormValues,
) {
  const t = request.t.my.moment;
  const found = await Promise.all(ids.map((id) => previewOf(request, id, said)));
  const badges = found.flat();
  const many = badges.length;
  return (
    <MyLayout page="badges" title={t.previewTitle}>
      <p class="lede">{said.hidden ? t.previewMe(many) : t.previewText}</p>
      {showsSchoolsOnly(values) && <p class="notice">{t.schoolsWarning}</p>}
      {!said.hidden && (
        <ul class="previews">
          {badges.map(({ id, view }) => (
            <li>
              <NetworkCard
                card={cardView(view, {
                  t: request.t,
                  imageSrc: `/my/badges/${id}/card.png?${toQuery(values)}`,
                  issuerName: request.ports.issuer.name,
                })}
              />
              <p>
                <a href={`/my/badges/${id}/preview?${toQuery(values, ids)}`}>
                  {t.previewWhole}
                  <span class="visually-hidden">{t.declineOf(view.name)}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Form action="/my/badges/new" class="" hidden={{ badge: badges.map(({ id }) => id), ...values }}>
        <div class="actions stays">
          <Submit>{t.previewAccept(many)}</Submit>
          <a class="button-secondary" href={`/my/badges/new?${toQuery(values, ids)}#choose`}>
            {t.previewBack}
          </a>
        </div>
      </Form>
    </MyLayout>
  );
}

/** The public page of one badge with the choice; nothing if it is not the person's own. */
async function previewOf(request: PageRequest, id: CredentialId, stated: StatedChoice) {
  const { deps, services, wording } = request;
  const found = await findOwned(request, id);
  if (!found?.credential) return [];
  const { award, credential } = found;
  const shown = await services.previewCredential({ award, credential }, { ...credential.choice, ...stated });
  return [{ id, view: await publicView(deps, { award, credential, shown }, wording.locale) }];
}
