import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SaidContribution } from '../../../../application/my/keep-contributions.ts';
import type { Subject } from '../../../../domain/access/may.ts';
import { compact } from '../../../../domain/compact.ts';
import { pastDayFault } from '../../../../domain/engagement/said-dates.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTHS, type Contribution } from '../../../../domain/records.ts';
import { seenContribution } from '../../../../domain/seen-contribution.ts';
import { type LocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import {
  choiceOf,
  type FormValues,
  optionalText,
  optionalUrl,
  requiredDate,
  requiredText,
} from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type Refused, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ContributionFormPage, ContributionsPage, RemoveContributionPage } from './contributions-page.tsx';
import { trainingsView } from './training-view.ts';
import { TrainingsPage } from './trainings-page.tsx';

/** No contribution is longer as the text that its form carries. */
const SEEN_LENGTH = 8000;

const said = z.object({
  kind: choiceOf(CONTRIBUTION_KINDS),
  title: requiredText(CONTRIBUTION_LENGTHS.title),
  description: optionalText(CONTRIBUTION_LENGTHS.description),
  on: requiredDate,
  url: optionalUrl,
});
const added = said.extend({ once: onceField });
const changed = said.extend({ seen: optionalText(SEEN_LENGTH) });

/** `/my/trainings` and `/my/contributions`. */
export function recordRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/trainings', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      return answerPage(c, workspaceFrame(c, deps, 'my'), <TrainingsPage view={trainingsView(own)} />);
    })
    .get('/my/contributions', ...guards, (c) => showOwn(c, deps))
    .route('/', formRoutes(deps))
    .route('/', removalRoutes(deps));
}

interface Shown {
  readonly kind: 'new' | 'edit';
  readonly form: ShownForm;
  /** The contribution that the form changes, as it is recorded now. */
  readonly seen?: string;
}

/** Adding and changing a contribution. */
function formRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const ofOwner = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', ownerOf(deps))] as const;
  // A contribution is past work: a future day, or one long before the mission existed, is refused.
  const dayRefused = (on: LocalDate): Refused | undefined => {
    const fault = pastDayFault(on, localDateInParis(ports.clock.now()));
    return fault && { faults: { on: `${fault.kind}:${fault.limit}` } };
  };
  const readBefore = async (c: Context<AppEnv>) =>
    (await ports.store.readContributions([c.req.param('reference') ?? '']))[0];
  const show = (c: Context<AppEnv>, { kind, form, seen }: Shown) => {
    const hidden = { once: kind === 'new' ? onceOf(deps, form) : undefined, seen };
    const page = <ContributionFormPage form={form} action={{ href: c.req.path, kind, hidden }} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, form.status);
  };
  const showEdit = (c: Context<AppEnv>, before: Contribution | undefined, sent?: ShownForm) => {
    const form = formOver(before ? toValues(before) : {}, sent);
    return show(c, { kind: 'edit', form, ...(before && { seen: seenContribution(before) }) });
  };

  return new Hono<AppEnv>()
    .get('/my/contributions/new', ...guards, (c) =>
      show(c, { kind: 'new', form: { values: valuesAsked(c), faults: {} } }),
    )
    .post(
      '/my/contributions/new',
      ...guards,
      takeForm(deps, {
        schema: added,
        show: (c, form) => show(c, { kind: 'new', form }),
        act: async (c, { once, ...value }) => {
          const refused = dayRefused(value.on);
          if (refused) return refused;
          const { personId } = c.var.signedIn.actor;
          await services.addContribution({ personId, said: toSaid(value), ...(once && { once }) });
          return afterDoing('contribution-added', '/my/contributions');
        },
      }),
    )
    .get('/my/contributions/:reference/edit', ...ofOwner, async (c) => {
      const before = await readBefore(c);
      if (before?.validated) throw new DomainError('contribution-validated');
      return showEdit(c, before);
    })
    .post(
      '/my/contributions/:reference/edit',
      ...ofOwner,
      takeForm(deps, {
        schema: changed,
        show: async (c, sent) => showEdit(c, await readBefore(c), sent),
        act: async (c, { seen, ...value }) => {
          const refused = dayRefused(value.on);
          if (refused) return refused;
          const own = { personId: c.var.signedIn.actor.personId, reference: c.req.param('reference') ?? '' };
          await services.changeContribution({ ...own, said: toSaid(value), seen });
          return afterDoing('contribution-changed', '/my/contributions');
        },
      }),
    );
}

function removalRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const ofOwner = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', ownerOf(deps))] as const;
  return new Hono<AppEnv>()
    .get('/my/contributions/:reference/remove', ...ofOwner, async (c) => {
      const [contribution] = await ports.store.readContributions([c.req.param('reference')]);
      if (!contribution) throw new DomainError('not-found');
      if (contribution.validated) throw new DomainError('contribution-validated');
      const frame = workspaceFrame(c, deps, 'my');
      return answerPage(c, frame, <RemoveContributionPage contribution={contribution} />);
    })
    .post(
      '/my/contributions/:reference/remove',
      ...ofOwner,
      takeForm(deps, {
        schema: z.object({}),
        show: (c) => showOwn(c, deps),
        act: async (c) => {
          const { personId } = c.var.signedIn.actor;
          await services.removeContribution({ personId, reference: c.req.param('reference') ?? '' });
          return afterDoing('contribution-removed', '/my/contributions');
        },
      }),
    );
}

async function showOwn(c: Context<AppEnv>, deps: AppDeps) {
  const { record } = await deps.services.readOwnRecord(c.var.signedIn.actor.personId);
  const contributions = record.contributions.toReversed();
  const page = <ContributionsPage contributions={contributions} />;
  return answerPage(c, workspaceFrame(c, deps, 'my'), page);
}

/** The values that the address proposes, such as a project in which classes took part. */
function valuesAsked(c: Context<AppEnv>): FormValues {
  const { kind = '', title = '', url = '' } = c.req.query();
  return {
    kind: CONTRIBUTION_KINDS.filter((one) => one === kind),
    title: [title.slice(0, CONTRIBUTION_LENGTHS.title)],
    url: [url],
  };
}

/** The owner of the contribution that the address names. */
function ownerOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [contribution] = await ports.store.readContributions([c.req.param('reference') ?? '']);
    return contribution && { kind: 'person', personId: contribution.personId };
  };
}

function toValues({ kind, title, description, on, url }: Contribution): FormValues {
  return { kind: [kind], title: [title ?? ''], description: [description ?? ''], on: [on], url: [url ?? ''] };
}

function toSaid({ kind, title, description, on, url }: z.output<typeof said>): SaidContribution {
  return compact({ kind, title, description, on, url });
}
