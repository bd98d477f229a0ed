import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { CredentialId } from '../../../../domain/ids.ts';
import { mailTexts } from '../../../../texts/fr/mail.ts';
import { revocationsTexts } from '../../../../texts/fr/revocations.ts';
import { OFFICE } from '../../../../texts/office.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import {
  manyOf,
  optionalChoiceOf,
  optionalDate,
  optionalText,
  optionalUai,
  requiredText,
  ticked,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName } from '../decisions/decision-views.ts';
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
  const ids = form.values['ids'] ?? c.req.queries('ids') ?? [];
  const filter = readFilter(c);
  const chosen = ids.length > 0 ? { found: await readChosen(deps, ids), isMore: false } : undefined;
  const { found, isMore } = chosen ?? (await readFiltered(deps, filter));
  const query = new URLSearchParams(new URL(c.req.url).search);
  const ticksAll = query.has('all') || (c.req.queries('ids') ?? []).length > 0;
  const listed = await listedBadges(c, deps, found);
  query.set('all', '1');
  const values = ticksAll ? { ...form.values, ids: listed.map(({ id }) => id) } : form.values;
  const view = {
    badges: badgeCodes(deps).map((achievement) => ({
      value: achievement,
      label: badgeName(catalogue, { achievement, locale: c.var.locale }),
    })),
    versions: catalogue.versions().map(({ version }) => ({ value: `${version}`, label: `${version}` })),
    filterForm: filterState(c),
    ...((filter.badge || ids.length > 0) && { listed }),
    isMore,
    tickAllHref: `/dane/revocations?${query}#ids`,
    form: { ...form, values },
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPage view={view} />, form.status);
}

const FILTER = { badge: optionalText(40), version: optionalText(6), uai: optionalUai } as const;
const DAYS = { from: optionalDate, until: optionalDate } as const;

/** What of the filter can be read. A part that cannot selects as if it were empty, and its field says so. */
function readFilter(c: Context<AppEnv>) {
  const readPart = <Value,>(name: string, schema: z.ZodType<Value>) => {
    const read = schema.safeParse([(c.req.query(name) ?? '').trim()]);
    return read.success ? read.data : undefined;
  };
  const version = Number(readPart('version', FILTER.version) ?? 0);
  const [from, until] = [readPart('from', DAYS.from), readPart('until', DAYS.until)];
  return {
    badge: readPart('badge', FILTER.badge),
    ...(Number.isInteger(version) && version > 0 && { version }),
    uai: readPart('uai', FILTER.uai),
    from,
    until,
  };
}

function filterState(c: Context<AppEnv>) {
  const names = Object.keys({ ...FILTER, ...DAYS });
  const values = Object.fromEntries(names.map((name) => [name, [c.req.query(name) ?? '']]));
  const isWrong = FILTER.uai.safeParse([(c.req.query('uai') ?? '').trim()]).success === false;
  return { values, faults: isWrong ? { uai: 'invalid-uai' as const } : {} };
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
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RevocationsPreviewPage view={view} />);
}
