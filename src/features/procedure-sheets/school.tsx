import { z } from 'zod';
import { missionAsText, periodAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { FileField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { readSent } from '../../adapters/http/forms/read-body.ts';
import {
  type FieldErrors,
  type FormValues,
  optionalUrl,
  type ParsedForm,
  parseValues,
  requiredDate,
  requiredText,
} from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import type { Subject } from '../../domain/access/may.ts';
import { type AuthorisationKey, isSameAction } from '../../domain/engagement/authorisation-key.ts';
import type { MissionCode } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import { isCountable } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { GivenProcedureSheet } from './actions.ts';
import { PROCEDURE_LIMIT_BYTES, type ProcedureSheet } from './feature.ts';

const key = {
  mission: requiredText(5).transform((code) => code as MissionCode),
  localAuthority: requiredText(),
  from: requiredDate,
};
const keyForm = z.object(key);
const procedureSheetForm = z.object({
  ...key,
  url: optionalUrl.refine((text) => !text || /^https:/i.test(text), { message: 'not-https' }),
});

interface SentProcedureSheet extends z.infer<typeof keyForm> {
  readonly given: GivenProcedureSheet;
}

const PATH = '/school/:uai/actions/procedure';
const actionsPath = ({ uai }: PageRequest) => `/school/${uai}/actions`;

/** `/school/{uai}/actions/procedure`: the procedure sheet of one authorised action. */
export const schoolProcedurePages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'equip-establishment', renderProcedure)
    .form(PATH, 'equip-establishment', {
      page: renderProcedure,
      schema: readProcedureSheetForm,
      act: async ({ services, uai, me }, { given, ...sent }) => {
        await services.saveProcedureSheet({ action: toKey(uai, sent), given, by: me });
      },
      done: 'procedure-saved',
      back: actionsPath,
      refusals: { 'unreadable-file': { file: 'not-pdf' } },
    })
    .form(`${PATH}/remove`, 'equip-establishment', {
      schema: keyForm,
      act: async ({ services, uai, me }, sent) => {
        await services.removeProcedureSheet({ action: toKey(uai, sent), by: me });
      },
      done: 'procedure-removed',
      back: actionsPath,
    });

/** `/procedure-sheets/{id}`: the sheet itself, for the school's RUPN, its head and the DANE. */
export const procedureSheetPages = (deps: AppDeps) =>
  definePages(deps).page(
    '/procedure-sheets/:id',
    { may: 'read-procedure', of: readTeam },
    renderProcedureSheet,
  );

async function renderProcedureSheet({ c, services, store, param }: PageRequest) {
  const sheet = await store.readProcedureSheet(param('id'));
  if (!sheet) throw new DomainError('not-found');
  if (sheet.content.kind === 'link') return c.redirect(sheet.content.url, 303);
  const bytes = await services.openProcedureSheet(sheet);
  // Someone sent this file: it is saved, and never shown inside the service's own pages.
  return c.body(bytes.slice().buffer, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="fiche-procedure-${sheet.action.mission}.pdf"`,
    'X-Content-Type-Options': 'nosniff',
  });
}

/** The school of the sheet, with the viewer among its team where a confirmed engagement of theirs there has not
 *  ended. */
async function readTeam({ store, me, param, today }: PageRequest): Promise<Subject | undefined> {
  const sheet = await store.readProcedureSheet(param('id'));
  if (!sheet) return undefined;
  const { uai } = sheet.action;
  const [record] = await store.readPersonRecords([me]);
  const isMember = record?.engagements.some(
    ({ uai: of, confirmation, period }) =>
      of === uai && isCountable(confirmation) && (period.to === undefined || period.to >= today),
  );
  return { kind: 'team', uai, members: isMember ? [me] : [] };
}

function toKey(uai: Uai, { mission, localAuthority, from }: z.infer<typeof keyForm>): AuthorisationKey {
  return { uai, mission, localAuthority, period: { from } };
}

/** Reads the form with its file, which a schema cannot do. */
async function readProcedureSheetForm({ c }: PageRequest): Promise<ParsedForm<SentProcedureSheet>> {
  const form = await readSent(c);
  const sent = form.get('file');
  // Where no file was chosen, a browser sends one without a name.
  const file = sent !== null && typeof sent !== 'string' && sent.name !== '' ? sent : undefined;
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, [value.trim()]]] : [],
  );
  const values: FormValues = Object.fromEntries(texts);
  const parsed = parseValues(values, procedureSheetForm);
  if (!parsed.ok) return parsed;
  const { url, ...action } = parsed.value;
  const refuse = (faults: FieldErrors) => ({ ok: false as const, faults, values });
  if ((url === undefined) === (file === undefined)) return refuse({ url: 'link-or-file' });
  if (url !== undefined) return { ok: true, values, value: { ...action, given: { url } } };
  if ((file?.size ?? 0) > PROCEDURE_LIMIT_BYTES) return refuse({ file: 'pdf-too-large' });
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  return { ok: true, values, value: { ...action, given: { bytes } } };
}

async function renderProcedure(request: PageRequest) {
  const { c, uai, services, store, wording, sent } = request;
  const requested = parseValues(sent?.values ?? queryOf(request), keyForm);
  const [school, sheets] = await Promise.all([services.readSchool(uai), store.readProcedureSheets(uai)]);
  const action = requested.ok ? toKey(uai, requested.value) : undefined;
  const found = action && school.authorisations.find((one) => isSameAction(one, action));
  if (!found) throw new DomainError('not-found');
  const { mission, localAuthority, period } = found;
  const sheet = sheets.find((one) => isSameAction(one.action, found));
  const label = missionAsText(mission, wording);
  const hidden = { mission, localAuthority, from: period.from };
  const t = request.t.procedureSheets;
  const base = `/school/${uai}/actions`;
  return (
    <SchoolLayout school={placeOf(c, school)} page="actions" title={t.title} description={t.lede} mayWrite>
      <p class="lede">
        {label} ({localAuthority}, {periodAsText(period, wording)})
      </p>
      <p>{t.lede}</p>
      {sheet && (
        <section>
          <h2>{t.present}</h2>
          <div class="actions">
            <ProcedureLink sheet={sheet} mission={label} />
            <ActionButton action={`${base}/procedure/remove`} hidden={hidden} class="secondary">
              {t.remove}
            </ActionButton>
          </div>
        </section>
      )}
      {sheet && <h2>{t.replaceBy}</h2>}
      {/* The form does not begin with the recorded address: sent together with a new file, it would be refused. */}
      <Form action={`${base}/procedure`} form={request.form} labels={t.form} hidden={hidden} takesFile>
        <TextField name="url" help={t.urlHelp} type="url" maxlength={2000} optional />
        <FileField
          name="file"
          help={t.fileHelp(PROCEDURE_LIMIT_BYTES / 1_048_576)}
          accept=".pdf,application/pdf"
        />
        <div class="actions">
          <Submit>{t.save}</Submit>
          <a href={base}>{t.back}</a>
        </div>
      </Form>
    </SchoolLayout>
  );
}

function queryOf({ c }: PageRequest): FormValues {
  return Object.fromEntries(Object.entries(c.req.query()).map(([name, value]) => [name, [value]]));
}

/** The link to a procedure sheet, a file here or an address elsewhere; `mission` names its action. */
export function ProcedureLink({
  sheet: { id, content },
  mission,
}: {
  sheet: ProcedureSheet;
  mission: string;
}) {
  const t = usePageContext().t.procedureSheets;
  const isLink = content.kind === 'link';
  const words = isLink ? t.link : t.file(String(Math.max(1, Math.round(content.sizeBytes / 1024))));
  return (
    <a href={isLink ? content.url : `/procedure-sheets/${id}`} aria-label={t.readOf(words, mission)}>
      {words}
    </a>
  );
}
