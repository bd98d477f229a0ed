import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SaidContribution } from '../../../../application/my/keep-contributions.ts';
import type { Subject } from '../../../../domain/access/may.ts';
import { pastDayFault } from '../../../../domain/engagement/said-dates.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { CONTRIBUTION_KINDS } from '../../../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { EMPTY_FORM, type FormState } from '../../shell/fields.tsx';
import {
  choiceOf,
  optionalText,
  optionalUrl,
  type ParsedForm,
  parseForm,
  requiredDate,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ContributionFormPage, ContributionsPage, RemoveContributionPage } from './contributions-page.tsx';
import { trainingsView } from './training-view.ts';
import { TrainingsPage } from './trainings-page.tsx';

const said = z.object({ kind: choiceOf(CONTRIBUTION_KINDS), on: requiredDate, url: optionalUrl });
const added = said.extend({ once: optionalText(60) });

/** `/my/trainings` and `/my/contributions`. */
export function recordRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const ofOwner = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', ownerOf(deps))] as const;
  const today = () => localDateInParis(ports.clock.now());
  const show = (c: Context<AppEnv>, form: FormState, kind: 'new' | 'edit') => {
    const once = form.values['once']?.[0] || ports.ids.credentialId();
    const action = { href: c.req.path, kind, ...(kind === 'new' && { once }) };
    const page = <ContributionFormPage form={form} action={action} />;
    return answerPage(
      c,
      workspaceFrame(c, deps, 'my'),
      page,
      Object.keys(form.faults).length > 0 ? 400 : 200,
    );
  };

  return new Hono<AppEnv>()
    .get('/my/trainings', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      return answerPage(c, workspaceFrame(c, deps, 'my'), <TrainingsPage view={trainingsView(own)} />);
    })
    .get('/my/contributions', ...guards, async (c) => {
      const { record } = await services.readOwnRecord(c.var.signedIn.actor.personId);
      const contributions = record.contributions.toReversed();
      const frame = workspaceFrame(c, deps, 'my');
      return answerPage(c, frame, <ContributionsPage contributions={contributions} />);
    })
    .get('/my/contributions/new', ...guards, (c) => show(c, EMPTY_FORM, 'new'))
    .post('/my/contributions/new', ...guards, async (c) => {
      const form = over(await parseForm(c, added), today());
      if (!form.ok) return show(c, form, 'new');
      const { once } = form.value;
      const { personId } = c.var.signedIn.actor;
      await services.addContribution({ personId, said: toSaid(form.value), ...(once && { once }) });
      return c.redirect('/my/contributions?done=contribution-added', 303);
    })
    .get('/my/contributions/:reference/edit', ...ofOwner, async (c) => {
      const [before] = await ports.store.readContributions([c.req.param('reference')]);
      if (before?.validated) throw new DomainError('contribution-validated');
      const values = before ? { kind: [before.kind], on: [before.on], url: [before.url ?? ''] } : {};
      return show(c, { values, faults: {} }, 'edit');
    })
    .post('/my/contributions/:reference/edit', ...ofOwner, async (c) => {
      const form = over(await parseForm(c, said), today());
      if (!form.ok) return show(c, form, 'edit');
      const own = { personId: c.var.signedIn.actor.personId, reference: c.req.param('reference') };
      await services.changeContribution({ ...own, said: toSaid(form.value) });
      return c.redirect('/my/contributions?done=contribution-changed', 303);
    })
    .get('/my/contributions/:reference/remove', ...ofOwner, async (c) => {
      const [contribution] = await ports.store.readContributions([c.req.param('reference')]);
      if (!contribution) throw new DomainError('not-found');
      if (contribution.validated) throw new DomainError('contribution-validated');
      const frame = workspaceFrame(c, deps, 'my');
      return answerPage(c, frame, <RemoveContributionPage contribution={contribution} />);
    })
    .post('/my/contributions/:reference/remove', ...ofOwner, async (c) => {
      const { personId } = c.var.signedIn.actor;
      await services.removeContribution({ personId, reference: c.req.param('reference') });
      return c.redirect('/my/contributions?done=contribution-removed', 303);
    });
}

/** A contribution is something done: a day to come, or long before the mission existed, is none. */
function over<Value extends { readonly on: LocalDate }>(
  form: ParsedForm<Value>,
  today: LocalDate,
): ParsedForm<Value> {
  const fault = form.ok ? pastDayFault(form.value.on, today) : undefined;
  if (!fault) return form;
  return { ok: false, faults: { on: `${fault.kind}:${fault.limit}` }, values: form.values };
}

/** Whom the contribution that the address names belongs to. */
function ownerOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [contribution] = await ports.store.readContributions([c.req.param('reference') ?? '']);
    return contribution && { kind: 'person', personId: contribution.personId };
  };
}

function toSaid({ kind, on, url }: z.output<typeof said>): SaidContribution {
  return { kind, on, ...(url !== undefined && { url }) };
}
