import type { Context } from 'hono';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, type ParsedForm, readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type ShownForm, takeForm } from '../../shell/take-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { parseDeclaration } from './declaration-form.ts';
import { DeclarationPage } from './declaration-page.tsx';
import { declarationView } from './declaration-view.ts';

/** Shows the form of a declaration, searches a school in it, and accepts it. */
export function makeDeclarationForm(deps: AppDeps) {
  const { ports } = deps;
  const { framework } = ports.catalogue;
  const show = async (c: Context<AppEnv>, form: ShownForm) =>
    answerForm(c, deps, { form, view: await readView(c, deps, { values: form.values }) });
  /** Everything typed stays, except the chosen school. Where exactly one school is found, it is chosen. */
  const search = async (c: Context<AppEnv>, { uai, ...values }: FormValues) => {
    const view = await readView(c, deps, { values, earlier: uai?.[0] });
    const [only, ...others] = view.schools;
    const chosen = only && others.length === 0 ? [only.uai] : [];
    return answerForm(c, deps, { form: { values: { ...values, uai: chosen }, faults: {} }, view });
  };
  /** Nothing where the button of the search was pressed: then a school is looked for. */
  const read = async (c: Context<AppEnv>): Promise<ParsedForm<Declaration | undefined>> => {
    const values = await readForm(c);
    if (values['step']?.[0] === 'search') return { ok: true, value: undefined, values };
    return parseDeclaration(values, { framework, on: localDateInParis(ports.clock.now()) });
  };
  const take = (keep: (c: Context<AppEnv>, declaration: Declaration) => Promise<string>) =>
    takeForm(deps, {
      schema: read,
      show,
      act: async (c, declaration, values) => {
        if (!declaration) return search(c, values);
        const [school] = await ports.store.readEstablishments([declaration.uai]);
        return school ? keep(c, declaration) : { faults: { uai: 'unknown-establishment' } };
      },
    });
  return { show, search, take };
}

interface Asked {
  readonly values: FormValues;
  readonly earlier?: string | undefined;
}

async function readView(c: Context<AppEnv>, { ports, services }: AppDeps, { values, earlier }: Asked) {
  const { record } = await services.readOwnRecord(c.var.signedIn.actor.personId);
  return declarationView(values, {
    store: ports.store,
    framework: ports.catalogue.framework,
    t: wordsOf(ports, c.var.locale).pages,
    locale: c.var.locale,
    on: localDateInParis(ports.clock.now()),
    known: [...new Set(record.engagements.map(({ uai }) => uai))],
    earlier,
  });
}

interface Shown {
  readonly form: ShownForm;
  readonly view: Awaited<ReturnType<typeof declarationView>>;
}

function answerForm(c: Context<AppEnv>, deps: AppDeps, { form, view }: Shown) {
  const kind = c.req.path.endsWith('/new') ? ('new' as const) : ('edit' as const);
  const frame = workspaceFrame(c, deps, 'my');
  const page = <DeclarationPage form={form} view={view} action={{ href: c.req.path, kind }} />;
  return answerPage(c, frame, page, form.status);
}
