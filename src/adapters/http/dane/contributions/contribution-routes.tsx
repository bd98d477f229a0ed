import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { compact } from '../../../../domain/compact.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { CONTRIBUTION_KINDS, type Contribution } from '../../../../domain/records.ts';
import { seenContribution } from '../../../../domain/seen-contribution.ts';
import { isLocalDate } from '../../../../domain/time/time.ts';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { manyOf, optionalText, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ContributionsPage, type ContributionsView, TakeBackPage } from './contributions-page.tsx';

const PAGE_SIZE = 50;
const SEPARATOR = '~';

const validation = z
  .object({ reference: manyOf(PAGE_SIZE), seen: manyOf(PAGE_SIZE), back: optionalText(200) })
  .refine(({ reference }) => reference.length > 0, { path: ['reference'], message: 'none-chosen' });
const takingBack = z.object({ reason: requiredText(CHANGE_REASON_LENGTH) });

/** `/dane/contributions`: declared contributions that nobody has validated yet, and validations that may be
 *  taken back. */
export function contributionQueueRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const ofOthers = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-record', async (c) => {
      const [found] = await ports.store.readContributions([c.req.param('reference') ?? '']);
      return found && { kind: 'person', personId: found.personId };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/dane/contributions', ...guards, (c) => showQueue(c, deps))
    .post(
      '/dane/contributions',
      ...guards,
      takeForm(deps, {
        schema: validation,
        show: (c, sent) => showQueue(c, deps, sent),
        act: async (c, { reference, seen, back }) => {
          const actor = c.var.signedIn.actor.personId;
          const done = await services.validateContributions({ references: reference, seen, actor });
          const to = /^\/dane\/people\/[\w-]+$/.test(back ?? '') ? (back as string) : '/dane/contributions';
          const left = done.left > 0 ? `?left=${done.left}` : '';
          return done.validated.length > 0
            ? afterDoing('contributions-validated', `${to}${left}`)
            : `${to}${left}`;
        },
      }),
    )
    .get('/dane/contributions/:reference/validation', ...ofOthers, (c) => showTakeBack(c, deps))
    .post(
      '/dane/contributions/:reference/validation',
      ...ofOthers,
      takeForm(deps, {
        schema: takingBack,
        show: (c, sent) => showTakeBack(c, deps, sent),
        act: async (c, { reason }) => {
          const reference = c.req.param('reference') ?? '';
          const [found] = await ports.store.readContributions([reference]);
          const actor = c.var.signedIn.actor.personId;
          await services.takeBackValidation({ reference, reason, actor });
          return afterDoing('validation-taken-back', `/dane/people/${found?.personId}`);
        },
        refusals: { 'contribution-in-badge': 409, 'store-conflict': 409 },
      }),
    );
}

async function showQueue(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const { q = '', kind = '', which = '', after = '', left = '', all = '' } = c.req.query();
  const validated = which === 'validated';
  const chosen = CONTRIBUTION_KINDS.find((one) => one === kind);
  const filter = compact({ validated, kind: chosen, text: q.trim() || undefined });
  const [day = '', reference = ''] = after.split(SEPARATOR);
  const [found, total] = await Promise.all([
    store.searchContributions({
      ...filter,
      limit: PAGE_SIZE + 1,
      ...(isLocalDate(day) && { after: { on: day, reference } }),
    }),
    store.countContributions(filter),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const people = await store.readPeople([...new Set(shown.map(({ personId }) => personId))]);
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const query = (more: Readonly<Record<string, string>>) =>
    `/dane/contributions?${new URLSearchParams({ q, kind, which, ...more })}`;
  const toLine = (one: Contribution) => ({
    ...one,
    name: names.get(one.personId) ?? '',
    seen: seenContribution(one),
    own: one.personId === c.var.signedIn.actor.personId,
  });
  const view: ContributionsView = {
    contributions: shown.map(toLine),
    total,
    validated,
    left: Number(left) || 0,
    filter: { values: { q: [q], kind: [kind], which: [which] }, faults: {} },
    form: sent ?? EMPTY_FORM,
    allTicked: all === '1',
    tickAllHref: query({ after, all: '1' }),
    ...(last && { nextHref: query({ after: `${last.on}${SEPARATOR}${last.reference}` }) }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <ContributionsPage view={view} />, sent?.status);
}

async function showTakeBack(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const [contribution] = await store.readContributions([c.req.param('reference') ?? '']);
  if (!contribution?.validated) throw new DomainError('not-found');
  const [person] = await store.readPeople([contribution.personId]);
  const view = { contribution, name: person ? nameOf(person) : '' };
  const page = <TakeBackPage view={view} form={sent ?? EMPTY_FORM} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}
