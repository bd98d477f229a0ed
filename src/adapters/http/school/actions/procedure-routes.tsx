import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SheetGiven } from '../../../../application/school/procedure-sheets.ts';
import type { AuthorisationKey } from '../../../../domain/engagement/authorisation-key.ts';
import { isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import type { MissionCode } from '../../../../domain/engagement/mission.ts';
import { PROCEDURE_LIMIT_BYTES } from '../../../../domain/engagement/procedure-sheet.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { missionWords, periodWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import {
  type FieldFaults,
  type FormValues,
  optionalUrl,
  type ParsedForm,
  parseValues,
  requiredDate,
  requiredText,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { readSent } from '../../shell/read-sent.ts';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { ProcedurePage } from './procedure-page.tsx';
import { procedureView } from './procedure-view.ts';

const key = {
  mission: requiredText(5).transform((code) => code as MissionCode),
  localAuthority: requiredText(),
  from: requiredDate,
};
const keyForm = z.object(key);
const sheetForm = z.object({
  ...key,
  url: optionalUrl.refine((text) => !text || /^https:/i.test(text), { message: 'not-https' }),
});

interface SheetSent extends z.infer<typeof keyForm> {
  readonly given: SheetGiven;
}

/** `/school/{uai}/actions/procedure`: the procedure sheet of one authorised action. */
export function procedureRoutes(deps: AppDeps) {
  const { services } = deps;
  const equip = schoolGuards(deps, 'equip-establishment');
  const show = (c: Context<AppEnv>, sent?: SentForm) => showSheet(c, deps, sent);
  const actionsOf = (c: Context<AppEnv>) => `/school/${requiredUaiOf(c)}/actions`;
  return new Hono<AppEnv>()
    .get('/school/:uai/actions/procedure', ...equip, (c) => show(c))
    .post(
      '/school/:uai/actions/procedure',
      ...equip,
      takeForm(deps, {
        schema: readSheet,
        show,
        act: async (c, { given, ...sent }) => {
          const by = c.var.signedIn.actor.personId;
          await services.saveProcedureSheet({ action: toKey(c, sent), given, by });
          return afterDoing('procedure-saved', actionsOf(c));
        },
        refusals: { 'unreadable-file': { file: 'not-pdf' } },
      }),
    )
    .post(
      '/school/:uai/actions/procedure/remove',
      ...equip,
      takeForm(deps, {
        schema: keyForm,
        act: async (c, sent) => {
          const by = c.var.signedIn.actor.personId;
          await services.removeProcedureSheet({ action: toKey(c, sent), by });
          return afterDoing('procedure-removed', actionsOf(c));
        },
      }),
    );
}

function toKey(
  c: Context<AppEnv>,
  { mission, localAuthority, from }: z.infer<typeof keyForm>,
): AuthorisationKey {
  return { uai: requiredUaiOf(c), mission, localAuthority, period: { from } };
}

/** Reads the form with its file, which a schema cannot do. */
async function readSheet(c: Context<AppEnv>): Promise<ParsedForm<SheetSent>> {
  const form = await readSent(c);
  const sent = form.get('file');
  // Where no file was chosen, a browser sends one without a name.
  const file = sent !== null && typeof sent !== 'string' && sent.name !== '' ? sent : undefined;
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, [value.trim()]]] : [],
  );
  const values: FormValues = Object.fromEntries(texts);
  const parsed = parseValues(values, sheetForm);
  if (!parsed.ok) return parsed;
  const { url, ...action } = parsed.value;
  const refuse = (faults: FieldFaults) => ({ ok: false as const, faults, values });
  if ((url === undefined) === (file === undefined)) return refuse({ url: 'link-or-file' });
  if (url !== undefined) return { ok: true, values, value: { ...action, given: { url } } };
  if ((file?.size ?? 0) > PROCEDURE_LIMIT_BYTES) return refuse({ file: 'pdf-too-large' });
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  return { ok: true, values, value: { ...action, given: { bytes } } };
}

async function showSheet(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const uai = requiredUaiOf(c);
  const asked = parseValues(sent?.values ?? valuesOf(c), keyForm);
  const [school, sheets] = await Promise.all([deps.services.readSchool(uai), store.readProcedureSheets(uai)]);
  const action = asked.ok ? toKey(c, asked.value) : undefined;
  const found = action && school.authorisations.find((one) => isSameAction(one, action));
  if (!found) throw new DomainError('not-found');
  const sheet = sheets.find((one) => isSameAction(one.action, found));
  const wording = wordingOf(c, deps);
  const props = {
    school: placeOf(c, school),
    action: {
      label: missionWords(found.mission, wording),
      localAuthority: found.localAuthority,
      period: periodWords(found.period, wording),
    },
    hidden: { mission: found.mission, localAuthority: found.localAuthority, from: found.period.from },
    // The form does not begin with the recorded address: sent together with a new file, it would be refused.
    form: sent ?? EMPTY_FORM,
    ...(sheet && { sheet: procedureView(sheet) }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <ProcedurePage {...props} />, sent?.status);
}

function valuesOf(c: Context<AppEnv>): FormValues {
  return Object.fromEntries(Object.entries(c.req.query()).map(([name, value]) => [name, [value]]));
}
