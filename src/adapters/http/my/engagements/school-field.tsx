import { raw } from 'hono/html';
import type { School } from '../../../../domain/records.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { useForm } from '../../forms/context.ts';
import { Submit } from '../../forms/elements.tsx';
import { type Choice, ChoiceGroup } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { type DeclarationView, MOST_SCHOOLS } from './declaration-view.ts';

/** Longer lists are searched only by the button. */
const MOST_SUGGESTED = 2000;

type FormTexts = PageTexts['my']['engagements']['form'];

interface Viewed {
  readonly view: DeclarationView;
}

/** The school of a declaration: a search by any words, folded where a school is known already, and the schools
 *  to choose from. */
export function SchoolField({ view }: Viewed) {
  const t = usePageContext().t.my.engagements.form;
  return (
    <>
      {view.chosen && !view.found ? (
        <details class="folded">
          <summary>{t.otherSchool}</summary>
          <SchoolSearch view={view} />
        </details>
      ) : (
        <SchoolSearch view={view} />
      )}
      <div id="schools">
        <SchoolChoice view={view} />
      </div>
      <Suggestions view={view} />
    </>
  );
}

function SchoolSearch({ view }: Viewed) {
  const form = useForm();
  const t = usePageContext().t.my.engagements.form;
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
        <Submit name="step" value="search" class="secondary" unfinished>
          {t.searchButton}
        </Submit>
      </div>
      <p role="status" class="search-answer" id="search-answer" data-words={JSON.stringify(searchTexts(t))}>
        {foundSchoolsText(view, t)}
      </p>
    </search>
  );
}

function foundSchoolsText({ found, cut }: DeclarationView, t: FormTexts): string {
  if (!found) return '';
  if (found.count === 0) return t.notFound;
  if (found.closest) return t.closest(found.count);
  return cut ? t.tooMany(found.count) : t.found(found.count);
}

/** The sentences that the script shows after a search. */
function searchTexts(t: FormTexts) {
  const found = Array.from({ length: MOST_SCHOOLS }, (_, one) => t.found(one + 1));
  return {
    found: [t.notFound, ...found],
    closest: [t.closest(1), t.closest(2)],
    cut: t.tooMany(MOST_SCHOOLS),
  };
}

function SchoolChoice({ view: { schools, earlier } }: Viewed) {
  const t = usePageContext().t.my.engagements.form;
  // The target of the fault's link where there is no school to choose from.
  if (schools.length === 0 && !earlier) return <span id="uai" tabindex={-1} />;
  const apart = earlier && [toChoice(earlier, t)];
  return (
    <>
      {schools.length > 0 && <FoundSchools choices={schools.map((one) => toChoice(one, t))} />}
      {apart && <EarlierSchool choices={apart} id={schools.length > 0 ? 'uai-earlier' : 'uai'} />}
    </>
  );
}

function FoundSchools({ choices }: { choices: readonly Choice[] }) {
  const t = usePageContext().t.my.engagements.form;
  return <ChoiceGroup name="uai" kind="radio" label={t.uai} help={t.uaiHelp} choices={choices} />;
}

function EarlierSchool({ choices, id }: { choices: readonly Choice[]; id: string }) {
  const t = usePageContext().t.my.engagements.form;
  return (
    <ChoiceGroup name="uai" kind="radio" id={id} label={t.earlier} help={t.earlierHelp} choices={choices} />
  );
}

function toChoice({ uai, name, commune, sector }: School, t: FormTexts) {
  return {
    value: uai,
    label: typographic([name, commune].filter(Boolean).join(', ')),
    text: sector === 'private' ? `${uai}, ${t.private}` : uai,
  };
}

/** Every school, and a template of a choice, for the script that suggests during typing. */
function Suggestions({ view: { all } }: Viewed) {
  const t = usePageContext().t.my.engagements.form;
  if (all.length > MOST_SUGGESTED) return null;
  const listed = all.map((school) => {
    const { uai, type, name, commune, postalCode, department } = school;
    const { label, text } = toChoice(school, t);
    return { uai, type, name, commune, postalCode, department, label, text };
  });
  const sample = [{ value: '', label: '', text: ' ' }];
  return (
    <>
      <template id="school-found">
        <FoundSchools choices={sample} />
      </template>
      <template id="school-earlier">
        <EarlierSchool choices={sample} id="uai-earlier" />
      </template>
      <script type="application/json" id="school-list">
        {raw(JSON.stringify(listed).replaceAll('<', '\\u003c'))}
      </script>
    </>
  );
}
