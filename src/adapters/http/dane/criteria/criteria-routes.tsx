import { type Context, Hono } from 'hono';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { figuresOf } from '../../../../domain/criteria/criteria-figures.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type LocalDate, localDateInParis, parseLocalDate } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FieldFault, type FormValues, readForm } from '../../form.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerPage } from '../../page-answer.tsx';
import type { FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { CriteriaPage, WorkshopPage } from './criteria-pages.tsx';
import { workshopView } from './workshop-view.ts';

/** `/dane/criteria`: the versions, the workshop, a trial, an adoption. */
export function criteriaRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const newest = () => ports.catalogue.versions().at(-1) as Criteria;
  const workshop = (c: Context<AppEnv>, form: FormState) => {
    const frame = workspaceFrame(c, deps, 'dane');
    const refused = Object.keys(form.faults).length > 0;
    const view = workshopView(newest(), { catalogue: ports.catalogue, frame, form });
    return answerPage(c, <WorkshopPage frame={frame} view={view} />, refused ? 400 : 200);
  };
  const today = () => localDateInParis(ports.clock.now());
  return new Hono<AppEnv>()
    .get('/dane/criteria', ...guards, (c) => {
      const { locale } = c.var;
      const versions = ports.catalogue
        .versions()
        .toReversed()
        .map(({ version, inForceFrom, achievements }) => ({
          version,
          inForceFrom,
          badges: achievements.map(({ code, name }) => ({ code, name: name[locale] })),
        }));
      return answerPage(c, <CriteriaPage frame={workspaceFrame(c, deps, 'dane')} view={{ versions }} />);
    })
    .get('/dane/criteria/workshop', ...guards, (c) => {
      const given = Object.entries(c.req.query()).filter(([name]) => name.startsWith('/'));
      const values = Object.fromEntries(given.map(([name, value]) => [name, [value]]));
      return workshop(c, { values: { on: [today()], ...values }, faults: {} });
    })
    .post('/dane/criteria/trials', ...guards, async (c) => {
      const form = readTrial(await readForm(c), newest(), 'on');
      if (!form.ok) return workshop(c, form);
      const { figures, day: on } = form;
      const job = await services.beginJob(
        { kind: 'try-criteria', figures, on },
        c.var.signedIn.actor.personId,
      );
      return c.redirect(inLanguage({ locale: c.var.locale }, `/dane/jobs/${job.id}`), 303);
    })
    .post('/dane/criteria/adoption', ...guards, async (c) => {
      const form = readTrial(await readForm(c), newest(), 'from');
      if (!form.ok) return workshop(c, form);
      const { figures, day: from } = form;
      await services.adoptCriteria({ figures, from, actor: c.var.signedIn.actor.personId });
      return c.redirect(inLanguage({ locale: c.var.locale }, '/dane/criteria?done=criteria-adopted'), 303);
    });
}

type Trial =
  | { readonly ok: true; readonly figures: Readonly<Record<string, number>>; readonly day: LocalDate }
  | { readonly ok: false; readonly values: FormValues; readonly faults: FormState['faults'] };

/** The figures that differ from the newest version, and the day named by `dayField`. */
function readTrial(values: FormValues, newest: Criteria, dayField: 'on' | 'from'): Trial {
  const faults: Record<string, FieldFault> = {};
  const figures: Record<string, number> = {};
  for (const { pointer, value } of figuresOf(newest)) {
    const text = values[pointer]?.[0]?.replace(',', '.') ?? '';
    const sent = Number(text);
    if (text === '' || !Number.isFinite(sent) || sent < 0) faults[pointer] = 'invalid-number';
    else if (sent !== value) figures[pointer] = sent;
  }
  const day = readDay(values[dayField]?.[0]);
  if (typeof day !== 'string') faults[dayField] = day.fault;
  if (Object.keys(faults).length > 0 || typeof day !== 'string') return { ok: false, values, faults };
  return { ok: true, figures, day };
}

function readDay(text: string | undefined): LocalDate | { readonly fault: FieldFault } {
  if (!text) return { fault: 'required' };
  try {
    return parseLocalDate(text);
  } catch (error) {
    if (error instanceof DomainError) return { fault: 'invalid-date' };
    throw error;
  }
}
