import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type ReadRevocations, readFiltered } from '../../../../application/credentials/revocations.ts';
import { LARGEST_BATCH } from '../../../../domain/award/batch.ts';
import { revocationsTexts } from '../../../../texts/fr/dane-revocations.ts';
import { mailTexts } from '../../../../texts/fr/mail.ts';
import { OFFICE } from '../../../../texts/office.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import {
  manyOf,
  optionalChoiceOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
  requiredText,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName } from '../decisions/decision-views.ts';
import { readFilter } from './revocations-filter.ts';
import { RevocationsPage, RevocationsPreviewPage } from './revocations-page.tsx';
import { LISTED, listedBadges } from './revocations-view.ts';

/** Characters left in the public reason for the name of the replacement. */
const ROOM = 100;
/** The number of names in the preview. */
const NAMED = 20;
/** The value that the button for all badges of a filter sends. */
const MATCHING = 'matching';

/** `/dane/revocations`: revokes many badges in one act, with a mail to each holder and, where there is one, a
 *  replacement. */
export function manyRevocationsRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'revoke-credential', theService)] as const;
  const codes = badgeCodes(deps);
  const form = z.object({
    ids: manyOf(LISTED),
    which: optionalChoiceOf([MATCHING]),
    reason: requiredText(REASON_LENGTH - ROOM),
    replacement: optionalChoiceOf(codes),
    replacementReason: optionalText(REASON_LENGTH),
    confirm: optionalText(100),
  });
  return new Hono<AppEnv>()
    .get('/dane/revocations', ...guards, (c) => answerChoice(c, deps, EMPTY_FORM))
    .post(
      '/dane/revocations',
      ...guards,
      takeForm(deps, {
        schema: async (c) => withSome(parseValues(await readForm(c), form)),
        show: (c, sent) => answerChoice(c, deps, sent),
        act: async (c, sent) => {
          const isFilter = sent.which === MATCHING;
          const { filter } = await readFilter(c, deps.ports.store);
          if (isFilter && !filter) return { faults: { ids: 'none-chosen' } };
          const chosen = await deps.services.readRevocations(
            isFilter && filter ? { matching: filter } : { ids: sent.ids },
          );
          const { ids, digest } = chosen;
          if (ids.length === 0) return { faults: { ids: 'none-chosen' } };
          if (ids.length > LARGEST_BATCH) return { faults: { ids: `more-than:${LARGEST_BATCH}` } };
          const { replacement: achievement, replacementReason, confirm } = sent;
          const name = achievement && badgeName(deps.ports.catalogue, { achievement, locale: 'fr' });
          const french = revocationsTexts(OFFICE);
          const reason = name ? french.replacedBy(sent.reason, name) : sent.reason;
          if (confirm !== digest) {
            const which = isFilter ? { which: MATCHING } : { ids };
            return answerPreview(c, deps, { chosen, reason, sent, which });
          }
          const job = await deps.services.beginRevocations({
            ids,
            reason,
            actor: c.var.signedIn.actor.personId,
            ...(achievement && {
              replacement: { achievement, ...(replacementReason && { reason: replacementReason }) },
            }),
          });
          return `/dane/jobs/${job.id}`;
        },
      }),
    );
}

/** Requires ticked badges, unless the form is for all badges of the filter. */
function withSome<Sent>(form: ParsedForm<Sent>): ParsedForm<Sent> {
  const { values } = form;
  if (values['which']?.[0] === MATCHING || (values['ids'] ?? []).length > 0) return form;
  return { ok: false, values, faults: { ...(!form.ok && form.faults), ids: 'none-chosen' } };
}

/** Every badge of any version of the criteria, by its code. */
function badgeCodes({ ports: { catalogue } }: AppDeps): readonly string[] {
  const versions = catalogue.versions();
  return [...new Set(versions.flatMap(({ achievements }) => achievements.map(({ code }) => code)))];
}

async function answerChoice(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const { catalogue, store } = deps.ports;
  const { filter, filterForm } = await readFilter(c, store);
  const given = c.req.queries('ids') ?? [];
  const ids = given.length > 0 || filter?.badge ? given : (form.values['ids'] ?? []);
  const chosen = ids.length > 0 ? await deps.services.readRevocations({ ids }) : undefined;
  const { found, isMore } = chosen
    ? { found: chosen.first, isMore: false }
    : await readFiltered(store, filter ?? {}, LISTED);
  const matching =
    isMore && filter?.badge ? (await deps.services.readRevocations({ matching: filter })).ids.length : 0;
  const listed = await listedBadges(c, deps, found);
  const query = new URLSearchParams(new URL(c.req.url).search);
  const href = hrefOf(query);
  const ticksAll = form === EMPTY_FORM && (query.has('all') || given.length > 0);
  query.set('all', '1');
  const view = {
    badges: badgeCodes(deps).map((achievement) => ({
      value: achievement,
      label: badgeName(catalogue, { achievement, locale: c.var.locale }),
    })),
    versions: catalogue.versions().map(({ version }) => ({ value: `${version}`, label: `${version}` })),
    filterForm,
    ...(matching > 0 && { matching }),
    ...((filter?.badge || ids.length > 0) && { listed }),
    href,
    tickAllHref: `${hrefOf(query)}#ids`,
    form: ticksAll ? { ...form, values: { ids: listed.map(({ id }) => id) } } : form,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPage view={view} />, form.status);
}

function hrefOf(query: URLSearchParams): string {
  return query.size > 0 ? `/dane/revocations?${query}` : '/dane/revocations';
}

interface Previewed {
  readonly chosen: ReadRevocations;
  /** The reason in its public form. */
  readonly reason: string;
  readonly sent: {
    readonly reason: string;
    readonly replacement?: string | undefined;
    readonly replacementReason?: string | undefined;
    /** Digest of the badges that the previous page showed, where there was one. */
    readonly confirm?: string | undefined;
  };
  /** The fields that repeat the selection: the ticked badges, or a filter. */
  readonly which: Readonly<Record<string, string | readonly string[]>>;
}

async function answerPreview(c: Context<AppEnv>, deps: AppDeps, { chosen, reason, sent, which }: Previewed) {
  const { catalogue, issuer } = deps.ports;
  const { replacement } = sent;
  const listed = await listedBadges(c, deps, chosen.first.slice(0, NAMED));
  const { life } = mailTexts(deps.ports.settings.words().office ?? OFFICE);
  const view = {
    listed,
    total: chosen.ids.length,
    ...(deps.ports.mailer && { mails: chosen.mails }),
    hasChanged: sent.confirm !== undefined && sent.confirm !== '',
    reason,
    ...(replacement && {
      replacement: badgeName(catalogue, { achievement: replacement, locale: c.var.locale }),
    }),
    mail: [life.revoked(listed[0]?.badge ?? '', issuer.name), life.reason(reason), life.revokedMeans],
    sent: {
      ...which,
      confirm: chosen.digest,
      reason: sent.reason,
      ...(replacement && { replacement }),
      ...(sent.replacementReason && { replacementReason: sent.replacementReason }),
    },
    href: hrefOf(new URLSearchParams(new URL(c.req.url).search)),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPreviewPage view={view} />);
}
