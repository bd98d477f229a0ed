import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { CredentialId } from '../../../../domain/ids.ts';
import { mailTexts } from '../../../../texts/fr/mail.ts';
import { revocationsTexts } from '../../../../texts/fr/revocations.ts';
import { OFFICE } from '../../../../texts/office.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { choiceName, typedIn } from '../../shell/find-named.ts';
import {
  manyOf,
  optionalChoiceOf,
  optionalDate,
  optionalText,
  parseValues,
  requiredText,
  ticked,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName } from '../decisions/decision-views.ts';
import { readSchoolFilter } from '../uai-filter.ts';
import { RevocationsPage, RevocationsPreviewPage } from './revocations-page.tsx';
import { LISTED, listedBadges, readChosen, readFiltered } from './revocations-view.ts';

/** Room for the name of the replacement in the public reason. */
const ROOM = 100;
/** Names that the preview shows. */
const NAMED = 50;

/** `/dane/revocations`: many badges revoked in one act, with a mail to each holder and what may replace them. */
export function manyRevocationsRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'revoke-credential', theService)] as const;
  const codes = badgeCodes(deps);
  const form = z.object({
    ids: manyOf(LISTED).refine((ids) => ids.length > 0, { message: 'none-chosen' }),
    reason: requiredText(REASON_LENGTH - ROOM),
    replacement: optionalChoiceOf(codes),
    replacementReason: optionalText(REASON_LENGTH),
    confirmed: ticked,
  });
  return new Hono<AppEnv>()
    .get('/dane/revocations', ...guards, (c) => answerChoice(c, deps, EMPTY_FORM))
    .post(
      '/dane/revocations',
      ...guards,
      takeForm(deps, {
        schema: form,
        show: (c, sent) => answerChoice(c, deps, sent),
        act: async (c, sent) => {
          const chosen = await readChosen(deps, sent.ids);
          if (chosen.length === 0) return { faults: { ids: 'none-chosen' } };
          const { replacement: achievement, replacementReason } = sent;
          const name = achievement && badgeName(deps.ports.catalogue, { achievement, locale: 'fr' });
          const french = revocationsTexts(OFFICE);
          const reason = name ? french.replacedBy(sent.reason, name) : sent.reason;
          if (!sent.confirmed) return answerPreview(c, deps, { chosen, reason, sent });
          const job = await deps.services.beginRevocations({
            ids: chosen.map(({ credential }) => credential.id as CredentialId),
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

/** Every badge of any version of the criteria, by its code. */
function badgeCodes({ ports: { catalogue } }: AppDeps): readonly string[] {
  const versions = catalogue.versions();
  return [...new Set(versions.flatMap(({ achievements }) => achievements.map(({ code }) => code)))];
}

async function answerChoice(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const { catalogue } = deps.ports;
  const { filter, filterForm } = await readFilter(c, deps);
  const given = c.req.queries('ids') ?? [];
  const ids = given.length > 0 || filter?.badge ? given : (form.values['ids'] ?? []);
  const chosen = ids.length > 0 ? { found: await readChosen(deps, ids), isMore: false } : undefined;
  const { found, isMore } = chosen ?? (await readFiltered(deps, filter ?? {}));
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
    ...((filter?.badge || ids.length > 0) && { listed }),
    isMore,
    href,
    tickAllHref: `${hrefOf(query)}#ids`,
    form: ticksAll ? { ...form, values: { ids: listed.map(({ id }) => id) } } : form,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPage view={view} />, form.status);
}

function hrefOf(query: URLSearchParams): string {
  return query.size > 0 ? `/dane/revocations?${query}` : '/dane/revocations';
}

const FILTER = z.object({
  badge: optionalText(40),
  version: optionalText(6),
  from: optionalDate,
  until: optionalDate,
});

/** What the page is narrowed to, as it was typed and as it is read. A filter with a fault selects nothing: nobody
 *  revokes on a guess. */
async function readFilter(c: Context<AppEnv>, { ports }: AppDeps) {
  const names = [...Object.keys(FILTER.shape), 'uai', choiceName('uai')];
  const values = Object.fromEntries(names.map((name) => [name, [(c.req.query(name) ?? '').trim()]]));
  const { text, choice } = typedIn(values, 'uai');
  const { uai, faults, choices } = await readSchoolFilter(ports.store, text, choice);
  const read = parseValues(values, FILTER);
  if (!read.ok) return { filterForm: { values, faults: { ...read.faults, ...faults }, choices } };
  const filterForm = { values, faults, choices };
  if (Object.keys(faults).length > 0) return { filterForm };
  const { version, ...said } = read.value;
  const number = Number(version ?? 0);
  const filter = { ...said, uai, ...(Number.isInteger(number) && number > 0 && { version: number }) };
  return { filterForm, filter };
}

interface Previewed {
  readonly chosen: Awaited<ReturnType<typeof readChosen>>;
  readonly reason: string;
  readonly sent: {
    readonly reason: string;
    readonly replacement?: string | undefined;
    readonly replacementReason?: string | undefined;
  };
}

async function answerPreview(c: Context<AppEnv>, deps: AppDeps, { chosen, reason, sent }: Previewed) {
  const { catalogue, issuer } = deps.ports;
  const { replacement } = sent;
  const listed = await listedBadges(c, deps, chosen.slice(0, NAMED));
  const { life } = mailTexts(deps.ports.settings.words().office ?? OFFICE);
  const view = {
    listed,
    total: chosen.length,
    reason,
    ...(replacement && {
      replacement: badgeName(catalogue, { achievement: replacement, locale: c.var.locale }),
    }),
    mail: [life.revoked(listed[0]?.badge ?? '', issuer.name), life.reason(reason), life.revokedMeans],
    sent: {
      ids: chosen.map(({ credential }) => credential.id),
      reason: sent.reason,
      ...(replacement && { replacement }),
      ...(sent.replacementReason && { replacementReason: sent.replacementReason }),
    },
    href: hrefOf(new URLSearchParams(new URL(c.req.url).search)),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPreviewPage view={view} />);
}
