import { ROLES, SINGLE_ROLES } from '../../../../domain/engagement/mission.ts';
import { faultSentence } from '../../shell/fault-sentence.ts';
import { ChoiceGroup, DateField, FaultSummary } from '../../shell/fields.tsx';
import { FormContext, type FormState, useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { DeclarationView } from './declaration-view.ts';

interface DeclarationProps {
  readonly view: DeclarationView;
}

/** `/my/engagements/new` and `…/edit`: school, days and missions on one page. The search of a school is a
 *  button of the same form, so that nothing typed is lost. */
export function DeclarationPage({
  form,
  view,
  action,
}: DeclarationProps & {
  readonly form: FormState;
  readonly action: { readonly href: string; readonly kind: 'new' | 'edit' };
}) {
  const frame = useFrame();
  const t = frame.t.my.engagements.form;
  const title = action.kind === 'new' ? t.newTitle : t.editTitle;
  const { uai, from, to, missions, roles } = t;
  return (
    <MyLayout page="engagements" title={title} lede={t.lede}>
      <FaultSummary form={form} labels={{ uai, from, to, missions, roles }} />
      <FormContext.Provider value={form}>
        <form class="form declaration" method="post" action={action.href}>
          <SchoolSearch view={view} />
          <SchoolChoice view={view} />
          <div class="field-row">
            <DateField name="from" label={t.from} help={t.fromHelp} />
            <DateField name="to" label={t.to} help={t.toHelp} optional />
          </div>
          <Missions view={view} />
          <ChoiceGroup
            name="roles"
            label={t.roles}
            help={t.rolesHelp}
            kind="checkbox"
            choices={ROLES.map((role) => ({
              value: role,
              label: frame.t.records.roles[role],
              text: [t.roleTexts[role], ...(SINGLE_ROLES.includes(role) ? [t.singleRole] : [])].join(' '),
            }))}
          />
          <p>{t.after}</p>
          <button type="submit" name="step" value="declare">
            {action.kind === 'new' ? t.submit : t.save}
          </button>
        </form>
      </FormContext.Provider>
    </MyLayout>
  );
}

function SchoolSearch({ view }: DeclarationProps) {
  const form = useForm();
  const t = useFrame().t.my.engagements.form;
  const { found, cut } = view;
  const said =
    found === undefined ? undefined : found === 0 ? t.notFound : cut ? t.tooMany(found) : t.found(found);
  return (
    <search class="field">
      <label for="q">{t.search}</label>
      <small id="q-help">{t.searchHelp}</small>
      <div class="search-line">
        <input
          id="q"
          name="q"
          type="search"
          autocomplete="off"
          value={form.values['q']?.[0] ?? ''}
          aria-describedby="q-help"
        />
        <button type="submit" name="step" value="search" class="secondary" formnovalidate>
          {t.searchButton}
        </button>
      </div>
      {said && (
        <p role="status" class="search-answer">
          {said}
        </p>
      )}
    </search>
  );
}

function SchoolChoice({ view: { schools, earlier } }: DeclarationProps) {
  const t = useFrame().t.my.engagements.form;
  const toChoice = ({ uai, name, commune, sector }: DeclarationView['schools'][number]) => ({
    value: uai,
    label: [name, commune].filter(Boolean).join(', '),
    text: sector === 'private' ? `${uai}, ${t.private}` : uai,
  });
  // The target of the fault's link, where there is no school to choose from.
  if (schools.length === 0 && !earlier) return <span id="uai" tabindex={-1} />;
  const group = { name: 'uai', kind: 'radio' as const };
  const apart = earlier && { label: t.earlier, help: t.earlierHelp, choices: [toChoice(earlier)] };
  return (
    <>
      {schools.length > 0 && (
        <ChoiceGroup {...group} label={t.uai} help={t.uaiHelp} choices={schools.map(toChoice)} />
      )}
      {apart && <ChoiceGroup {...group} {...apart} id={schools.length > 0 ? 'uai-earlier' : 'uai'} />}
    </>
  );
}

function Missions({ view }: DeclarationProps) {
  const form = useForm();
  const frame = useFrame();
  const t = frame.t.my.engagements.form;
  const chosen = form.values['missions'] ?? [];
  const fault = form.faults['missions'];
  return (
    <fieldset
      class="choices mission-families"
      id="missions"
      aria-describedby={fault ? 'missions-help missions-fault' : 'missions-help'}
    >
      <legend>{t.missions}</legend>
      <small id="missions-help">{t.missionsHelp}</small>
      {fault && (
        <p class="fault" id="missions-fault">
          {faultSentence(frame.t, fault)}
        </p>
      )}
      {view.families.map(({ code: family, label, missions }) => (
        <fieldset class="choices">
          <legend>{t.family(family, label)}</legend>
          {missions.map(({ code, label: words, text }) => (
            <div class="choice">
              <input
                type="checkbox"
                id={`mission-${code}`}
                name="missions"
                value={code}
                checked={chosen.includes(code)}
                aria-describedby={text ? `mission-${code}-text` : undefined}
              />
              <label for={`mission-${code}`}>
                <span class="code">{code}</span> {words}
              </label>
              {text && (
                <small class="choice-text" id={`mission-${code}-text`}>
                  {text}
                </small>
              )}
            </div>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
