import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import type { SaidChoice } from '../../../../domain/holder/holder-acts.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { type FormValues, type ParsedForm, readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { badgeChoiceView } from './badge-view.ts';
import { firstValues, parseChoice, sentChoice } from './choice-form.ts';
import { NewBadgesPage } from './new-badges-page.tsx';
import { findOwned, type Issued, spaceFrame } from './owned-badge.ts';
import { PreviewPage } from './preview-page.tsx';
import { previewView } from './preview-view.ts';
import { PublishedPage } from './published-page.tsx';

interface Answered {
  readonly said: SaidChoice;
  readonly ids: readonly CredentialId[];
}

/** `/my/badges/new`: all new badges of a person and one answer to them, its preview, and its result. */
export function newBadgeRoutes(deps: AppDeps) {
  const { services } = deps;
  const signedIn = requireSignedIn(deps);
  const own = [signedIn, requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/badges/new', ...own, async (c) => show(c, deps))
    .get('/my/badges/new/preview', ...own, async (c) => {
      const values = { ...sentChoice(c), badge: c.req.queries('badge') ?? [] };
      const form = await parseAnswer(c, deps, values);
      // The page of the choice names the missing fields.
      if (!form.ok) return show(c, deps, { values, faults: form.faults, status: 400 });
      const view = await previewView(c, deps, { ids: form.value.ids, said: form.value.said, values });
      return answerPage(c, workspaceFrame(c, deps, 'my'), <PreviewPage view={view} />);
    })
    .post(
      '/my/badges/new',
      ...own,
      takeForm(deps, {
        schema: async (c) => parseAnswer(c, deps, await readForm(c)),
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { said, ids }) => {
          await services.acceptNewBadges({ ...said, ids, actor: c.var.signedIn.actor.personId });
          return `/my/badges/published?${new URLSearchParams(ids.map((id) => ['badge', id]))}`;
        },
      }),
    )
    .get('/my/badges/published', signedIn, (c) => answerPublished(c, deps));
}

async function readWaiting(c: Context<AppEnv>, { services }: AppDeps) {
  const { personId } = c.var.signedIn.actor;
  return services.readNewBadges({ kind: 'person', personId });
}

async function show(c: Context<AppEnv>, deps: AppDeps, form: Partial<ShownForm> = {}) {
  const { waiting, lastChoice } = await readWaiting(c, deps);
  const badges = await Promise.all(waiting.map((one) => badgeChoiceView(deps, one, c.var.locale)));
  const ticked = c.req.queries('badge') ?? badges.map(({ id }) => id);
  const values = { ...firstValues(lastChoice), ...sentChoice(c), badge: ticked };
  const page = <NewBadgesPage badges={badges} form={{ values, faults: {}, ...form }} />;
  return answerPage(c, workspaceFrame(c, deps, 'my'), page, form.status);
}

/** The choice, and the ticked badges that are the person's own. */
async function parseAnswer(
  c: Context<AppEnv>,
  deps: AppDeps,
  values: FormValues,
): Promise<ParsedForm<Answered>> {
  const form = parseChoice(values, { kind: 'person', personId: c.var.signedIn.actor.personId });
  const owned = await readOwned(c, deps, values['badge'] ?? []);
  const ids = owned.flatMap(({ award, credential }) =>
    award.recipient.kind === 'person' ? [credential.id] : [],
  );
  const missing = ids.length === 0 ? { badge: 'none-chosen' as const } : {};
  if (!form.ok) return { ...form, faults: { ...missing, ...form.faults } };
  if (ids.length === 0) return { ok: false, faults: missing, values };
  return { ok: true, value: { said: form.value, ids }, values };
}

/** A person has fewer badges at once. */
const MOST_BADGES = 50;

/** The signed badges with these ids about which the person may choose. */
async function readOwned(
  c: Context<AppEnv>,
  deps: AppDeps,
  ids: readonly string[],
): Promise<readonly Issued[]> {
  const asked = [...new Set(ids)].slice(0, MOST_BADGES);
  const found = await Promise.all(asked.map((id) => findOwned(c, deps, id)));
  return found.flatMap((one) => (one?.credential ? [{ award: one.award, credential: one.credential }] : []));
}

async function answerPublished(c: Context<AppEnv>, deps: AppDeps) {
  const owned = await readOwned(c, deps, c.req.queries('badge') ?? []);
  const [first] = owned;
  if (!first) throw new DomainError('not-found');
  const [one, ...more] = await Promise.all(
    owned.map((issued) => badgeChoiceView(deps, issued, c.var.locale)),
  );
  if (!one) throw new DomainError('not-found');
  const { waiting } = await readWaiting(c, deps);
  const page = <PublishedPage badges={[one, ...more]} othersWait={waiting.length > 0} />;
  return answerPage(c, spaceFrame(c, deps, first), page);
}
