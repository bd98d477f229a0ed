import type { Context } from 'hono';
import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, type ParsedForm, readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { parseDeclaration } from './declaration-form.ts';
import { DeclarationPage } from './declaration-page.tsx';
import { type DeclarationView, declarationView } from './declaration-view.ts';
import { proposedView } from './engagement-view.ts';
import { proposeDeclaration, usualStart } from './proposed-declaration.ts';

const FIELDS = ['q', 'uai', 'from', 'to', 'missions', 'roles', 'step'] as const;

/** Shows the form of a declaration, searches a school in it, and accepts it. It is one screen: the search is
 *  a button of the form. A script fetches the same page by its address, and updates only the changed
 *  parts. */
export function makeDeclarationForm(deps: AppDeps) {
  const { ports, services } = deps;
  const { framework } = ports.catalogue;
  const readOwn = (c: Context<AppEnv>) => services.readOwnRecord(c.var.signedIn.actor.personId);
  const show = async (c: Context<AppEnv>, form: ShownForm) => {
    const view = await readView(c, deps, { own: await readOwn(c), values: form.values });
    const only = form.values['uai']?.[0] ? undefined : view.only;
    const values = only ? { ...form.values, uai: [only.uai] } : form.values;
    return answerForm(c, deps, { form: { ...form, values }, view });
  };
  /** An empty form repeats the latest engagement. Values in the address replace this proposal, and with
   *  `blank` there is none. */
  const open = async (c: Context<AppEnv>, before?: FormValues) => {
    const own = await readOwn(c);
    const asked = readAddress(c);
    if (asked?.['step']?.[0] === 'search') return search(c, asked);
    const proposal = proposeDeclaration(own);
    const blank = asked !== undefined || before !== undefined || c.req.query('blank') !== undefined;
    const values = asked ?? before ?? (blank ? { from: [usualStart(own.on)] } : proposal.values);
    const view = await readView(c, deps, { own, values });
    const proposed = blank ? undefined : proposedView(proposal, own, wordsOf(ports, c.var.locale).pages);
    return answerForm(c, deps, { form: { values, faults: {} }, view, ...(proposed && { proposed }) });
  };
  /** All typed values stay, except the chosen school. A single school found is chosen. */
  const search = async (c: Context<AppEnv>, { uai, ...values }: FormValues) => {
    const own = await readOwn(c);
    const kept = values['q']?.[0]?.trim() ? {} : { uai: uai ?? [] };
    const searched = { ...values, ...kept };
    const { only } = await readView(c, deps, { own, values: searched, earlier: uai?.[0] });
    const chosen = only ? { ...searched, uai: [only.uai] } : searched;
    const view = await readView(c, deps, { own, values: chosen, earlier: uai?.[0] });
    return answerForm(c, deps, { form: { values: chosen, faults: {} }, view });
  };
  /** Undefined after the button of the search: a school is then searched. */
  const read = async (c: Context<AppEnv>): Promise<ParsedForm<Declaration | undefined>> => {
    const values = await readForm(c);
    if (values['step']?.[0] === 'search') return { ok: true, value: undefined, values };
    return parseDeclaration(values, { framework, on: localDateInParis(ports.clock.now()) });
  };
  const take = (
    keep: (c: Context<AppEnv>, declaration: Declaration) => Promise<string>,
    recorded?: (c: Context<AppEnv>) => Promise<FormValues>,
  ) =>
    takeForm(deps, {
      schema: read,
      show: async (c, sent) => show(c, recorded ? formOver(await recorded(c), sent) : sent),
      act: async (c, declaration, values) => {
        if (!declaration) return search(c, values);
        const [school] = await ports.store.readEstablishments([declaration.uai]);
        return school ? keep(c, declaration) : { faults: { uai: 'unknown-establishment' } };
      },
    });
  return { open, take };
}

/** The fields in the address of the page; undefined where it holds none. */
function readAddress(c: Context<AppEnv>): FormValues | undefined {
  const sent = c.req.queries();
  const held = FIELDS.filter((field) => sent[field] !== undefined);
  if (held.length === 0) return undefined;
  return Object.fromEntries(held.map((field) => [field, sent[field] ?? []]));
}

interface Asked {
  readonly own: OwnRecord;
  readonly values: FormValues;
  readonly earlier?: string | undefined;
}

function readView(c: Context<AppEnv>, { ports }: AppDeps, { own, values, earlier }: Asked) {
  return declarationView(values, {
    store: ports.store,
    framework: ports.catalogue.framework,
    t: wordsOf(ports, c.var.locale).pages,
    locale: c.var.locale,
    on: own.on,
    known: [...new Set(own.record.engagements.map(({ uai }) => uai))],
    earlier,
  });
}

interface Shown {
  readonly form: ShownForm;
  readonly view: DeclarationView;
  readonly proposed?: NonNullable<ReturnType<typeof proposedView>>;
}

function answerForm(c: Context<AppEnv>, deps: AppDeps, { form, view, proposed }: Shown) {
  const kind = c.req.path.endsWith('/new') ? ('new' as const) : ('edit' as const);
  const frame = workspaceFrame(c, deps, 'my');
  const action = { href: c.req.path, kind };
  const page = <DeclarationPage form={form} view={view} action={action} {...(proposed && { proposed })} />;
  return answerPage(c, frame, page, form.status);
}
