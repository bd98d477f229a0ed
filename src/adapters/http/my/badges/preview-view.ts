import type { Context } from 'hono';
import type { SaidChoice } from '../../../../domain/holder/holder-acts.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { FormValues } from '../../shell/form.ts';
import { wordsOf } from '../../shell/words.ts';
import { publicView } from './badge-view.ts';
import { toQuery } from './choice-form.ts';
import { findOwned } from './owned-badge.ts';
import type { PreviewView } from './preview-page.tsx';
import { cardView } from './sharing-view.ts';

interface Previewed {
  readonly ids: readonly CredentialId[];
  readonly said: SaidChoice;
  readonly values: FormValues;
}

/** The cards of several badges with one unsaved choice. */
export async function previewView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { ids, said, values: { badge: _, ...values } }: Previewed,
): Promise<PreviewView> {
  const { locale } = c.var;
  const { pages: t } = wordsOf(deps.ports, locale);
  const issuerName = deps.ports.issuer.name;
  const previewOne = async (id: CredentialId): Promise<readonly PreviewView['badges'][number][]> => {
    const found = await findOwned(c, deps, id);
    if (!found?.credential) return [];
    const { award, credential } = found;
    const shown = await deps.services.previewCredential(
      { award, credential },
      { ...credential.choice, ...said },
    );
    const view = await publicView(deps, { award, credential, shown }, locale);
    const base = `/my/badges/${id}`;
    const imageSrc = `${base}/card.png?${toQuery(values)}`;
    const card = cardView(view, { t, imageSrc, issuerName });
    return [{ id, name: view.name, card, href: `${base}/preview?${toQuery(values, ids)}` }];
  };
  const badges = await Promise.all(ids.map(previewOne));
  return {
    audience: said.hidden ? 'me' : (said.visibility ?? 'unlisted'),
    badges: badges.flat(),
    values,
    backHref: `/my/badges/new?${toQuery(values, ids)}#choose`,
  };
}
