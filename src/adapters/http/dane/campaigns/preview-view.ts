import type { Context } from 'hono';
import { compact } from '../../../../domain/compact.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { readNames } from '../decisions/decision-views.ts';
import type { PreviewView } from './preview-page.tsx';

const PAGE_SIZE = 50;

type Asked = Pick<PreviewView, 'name' | 'path' | 'kept' | 'action' | 'sent' | 'backHref' | 'isOpen'> & {
  readonly schoolYear: SchoolYear;
};

/** The requests that a campaign would send, in words, with the part of the list that the address asks for. */
export async function previewView(
  c: Context<AppEnv>,
  { services, ports }: AppDeps,
  { schoolYear, ...asked }: Asked,
): Promise<PreviewView> {
  const { q = '', only = 'all', after } = c.req.query();
  const { counts, schools, example } = await services.previewCampaign({
    schoolYear,
    limit: PAGE_SIZE + 1,
    ...(q.trim() && { text: q.trim() }),
    ...(only === 'without-head' && { withoutHead: true }),
    ...(after && { after: after as Uai }),
  });
  const shown = schools.slice(0, PAGE_SIZE);
  const uais = [...shown.map(({ uai }) => uai), ...(example ? [example.uai] : [])];
  const { schoolOf } = await readNames(ports.store, [], uais);
  const last = schools.length > PAGE_SIZE ? shown.at(-1)?.uai : undefined;
  const next = last && new URLSearchParams({ ...asked.kept, q, only, after: last });
  return compact({
    ...asked,
    counts,
    schools: shown.map(({ uai, ...said }) => ({
      ...said,
      school: schoolOf(uai) ?? uai,
      href: `/school/${uai}/confirmations`,
    })),
    example: example && { ...example, school: schoolOf(example.uai) ?? example.uai },
    form: { values: { q: [q], only: [only] }, faults: {} },
    nextHref: next && `${asked.path}?${next}#recipients`,
    hasMailer: ports.mailer !== undefined,
  });
}
