import type { Context } from 'hono';
import { z } from 'zod';
import { silentSince } from '../../../../domain/confirmation/confirmation-request.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { manyOf, requiredText } from '../../shell/form.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { type Done, type SentForm, takeForm } from '../../shell/take-form.ts';
import { type ConfirmedLine, confirmedLines, silentLines, toLeftParameter } from './silent-view.ts';

export const PAGE_SIZE = 50;
export const DOCUMENTS_LENGTH = 500;

const confirmForm = z.object({
  references: manyOf(PAGE_SIZE),
  documents: requiredText(DOCUMENTS_LENGTH),
});

interface Confirming {
  /** The page with the form. */
  readonly back: (c: Context<AppEnv>) => string;
  readonly show: (c: Context<AppEnv>, sent: SentForm) => Promise<Response>;
}

/** Confirms the chosen segments on the named documents. The redirection carries the reasons of those left
 *  unchanged. */
export function confirmChosen(deps: AppDeps, { back, show }: Confirming) {
  return takeForm(deps, {
    schema: confirmForm,
    show,
    act: async (c, { references, documents }) => {
      if (references.length === 0) return { faults: { references: 'required' } };
      const actor = c.var.signedIn.actor.personId;
      const outcomes = await deps.services.confirmSilent({ references, documents, actor });
      const left = outcomes.flatMap(({ outcome }) => (outcome === 'confirmed' ? [] : [outcome]));
      const done: Done = 'confirmed-on-documents';
      const query = new URLSearchParams({
        ...(left.length < outcomes.length && { done }),
        ...(left.length > 0 && { left: toLeftParameter(left) }),
      });
      return `${back(c)}?${query}`;
    },
  });
}

interface Listed {
  /** Address of the page that shows the list. */
  readonly href: string;
  /** Limits the list to one campaign. */
  readonly campaignId?: string;
}

/** A page of the requests that wait for the DANE, in words. */
export async function readSilent(c: Context<AppEnv>, { ports }: AppDeps, { href, campaignId }: Listed) {
  const { store, clock } = ports;
  const after = c.req.query('after');
  const askedUntil = silentSince(clock.now());
  const found = await store.readSilentRequests({
    askedUntil,
    limit: PAGE_SIZE + 1,
    ...(campaignId !== undefined && { campaignId }),
    ...(after && { after }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.engagement.reference : undefined;
  const reader = c.var.signedIn.actor.personId;
  return {
    askedUntil,
    lines: (t: PageFrame['t']) => silentLines(store, shown, { t, reader, askedUntil }),
    ...(last && {
      nextHref: `${href}?${new URLSearchParams({ after: last })}`,
    }),
  };
}

/** A page of the segments confirmed on documents, in words. */
export async function readConfirmed(
  c: Context<AppEnv>,
  { ports: { store } }: AppDeps,
  { href, campaignId }: Listed,
): Promise<{ readonly confirmed: readonly ConfirmedLine[]; readonly nextHref?: string }> {
  const after = c.req.query('after');
  const found = await store.readDocumentaryConfirmations({
    limit: PAGE_SIZE + 1,
    ...(campaignId !== undefined && { campaignId }),
    ...(after && { after }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.engagement.reference : undefined;
  const next = `${href}?${new URLSearchParams({ after: last ?? '' })}`;
  return {
    confirmed: await confirmedLines(store, shown),
    ...(last && { nextHref: next }),
  };
}
