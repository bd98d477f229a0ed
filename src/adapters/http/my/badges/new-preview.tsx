import type { SaidChoice } from '../../../../domain/holder/actions.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import type { FormValues } from '../../forms/schema.ts';
import type { Visit } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { toQuery } from './choice.tsx';
import { cardView, NetworkCard } from './network-card.tsx';
import { findOwned } from './owned.ts';
import { publicView } from './view.ts';

/** `/my/badges/new/preview`: the card of each badge as others would see it with an unsaved choice, and the
 *  button to accept them with this choice. */
export async function drawNewPreview(
  visit: Visit,
  { ids, said }: { readonly ids: readonly CredentialId[]; readonly said: SaidChoice },
  { badge: _, ...values }: FormValues,
) {
  const t = visit.t.my.moment;
  const found = await Promise.all(ids.map((id) => previewOf(visit, id, said)));
  const badges = found.flat();
  const many = badges.length;
  return (
    <MyLayout page="badges" title={t.previewTitle}>
      <p class="lede">{said.hidden ? t.previewMe(many) : t.previewText}</p>
      {!said.hidden && (
        <ul class="previews">
          {badges.map(({ id, view }) => (
            <li>
              <NetworkCard
                card={cardView(view, {
                  t: visit.t,
                  imageSrc: `/my/badges/${id}/card.png?${toQuery(values)}`,
                  issuerName: visit.ports.issuer.name,
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

/** The public page of one badge with the choice; nothing where it is not the person's own. */
async function previewOf(visit: Visit, id: CredentialId, said: SaidChoice) {
  const { deps, services, wording } = visit;
  const found = await findOwned(visit, id);
  if (!found?.credential) return [];
  const { award, credential } = found;
  const shown = await services.previewCredential({ award, credential }, { ...credential.choice, ...said });
  return [{ id, view: await publicView(deps, { award, credential, shown }, wording.locale) }];
}
