import { type SearchedSchool, searchSchools } from '../../../domain/school-search.ts';
import { toDay as inEnglish } from '../../../texts/en/grammar/day.ts';
import { toDay as inFrench } from '../../../texts/fr/grammar/day.ts';

/** The sentences about a search: by the number of schools found, for schools that have only some of the
 *  words, and for too many schools. */
interface SearchTexts {
  readonly found: readonly string[];
  readonly closest: readonly [one: string, many: string];
  readonly cut: string;
}

interface ListedSchool extends SearchedSchool {
  /** The school's name and place, and the text below them. */
  readonly label: string;
  readonly text: string;
}

/** Improves the form of a declaration: it shows matching schools during typing, and sums up the coming
 *  request when boxes are ticked. The page contains the schools and all words. */
export function followDeclaration(form: HTMLFormElement): void {
  const search = form.querySelector<HTMLInputElement>('input[type="search"]');
  const list = document.getElementById('school-list')?.textContent;
  if (search && list) {
    const schools = JSON.parse(list) as readonly ListedSchool[];
    search.addEventListener('input', () => suggest(search.value, schools));
  }
  for (const kind of ['input', 'change']) form.addEventListener(kind, () => sumUp(form));
  sumUp(form);
}

/** Shows the schools that match, as radio buttons. A chosen school stays, below the others where it does not
 *  match; a single match is chosen. */
function suggest(text: string, schools: readonly ListedSchool[]): void {
  const place = document.getElementById('schools');
  const answer = document.getElementById('search-answer');
  if (!place || !answer || text.trim() === '') return;
  const texts = JSON.parse(answer.dataset['words'] ?? '{}') as SearchTexts;
  const { schools: found, whole } = searchSchools(text, schools);
  const most = texts.found.length - 1;
  const shown = found.slice(0, most);
  const ticked = place.querySelector<HTMLInputElement>('input:checked')?.value;
  const [only] = whole && found.length === 1 ? found : [];
  const earlier = shown.some(({ uai }) => uai === ticked)
    ? undefined
    : schools.find(({ uai }) => uai === ticked);
  place.replaceChildren(
    ...group('school-found', shown, only?.uai ?? ticked),
    ...group('school-earlier', earlier ? [earlier] : [], undefined),
  );
  answer.textContent = whole
    ? found.length > most
      ? texts.cut
      : (texts.found[found.length] ?? '')
    : (texts.closest[found.length === 1 ? 0 : 1] ?? '');
}

/** A group of radio buttons, drawn from the page's template. */
function group(name: string, schools: readonly ListedSchool[], ticked: string | undefined): readonly Node[] {
  const template = document.getElementById(name);
  if (schools.length === 0 || !(template instanceof HTMLTemplateElement)) return [];
  const drawn = template.content.cloneNode(true) as DocumentFragment;
  const sample = drawn.querySelector('.choice');
  for (const { uai, label, text } of schools) {
    const choice = sample?.cloneNode(true) as HTMLElement;
    const [input, texts, note] = ['input', 'label', 'small'].map((tag) => choice.querySelector(tag));
    if (input instanceof HTMLInputElement && texts instanceof HTMLLabelElement && note) {
      input.value = uai;
      input.id = `uai-${uai}`;
      input.defaultChecked = uai === ticked;
      input.setAttribute('aria-describedby', `uai-${uai}-text`);
      texts.htmlFor = input.id;
      texts.textContent = label;
      note.id = `uai-${uai}-text`;
      note.textContent = text;
    }
    sample?.before(choice);
  }
  sample?.remove();
  return [...drawn.childNodes];
}

/** Sums up the questions to the principal, as the form stands. */
function sumUp(form: HTMLFormElement): void {
  const sum = form.querySelector<HTMLElement>('#asked');
  if (!sum) return;
  const data = new FormData(form);
  const toDay = document.documentElement.lang === 'fr' ? inFrench : inEnglish;
  const stated: Readonly<Record<string, string>> = {
    school: labelOf(form, String(data.get('uai') ?? '')),
    from: toDay(String(data.get('from') ?? '')) ?? '',
    to: toDay(String(data.get('to') ?? '')) ?? '',
    missions: data.getAll('missions').join(', '),
  };
  const valuesOf = (name: string) =>
    data.getAll(name).map((value) => labelOf(form, String(value)) || String(value));
  for (const value of sum.querySelectorAll<HTMLElement>('[data-sum]')) {
    const name = value.dataset['sum'] ?? '';
    value.textContent = (stated[name] ?? valuesOf(name).join(', ')) || '—';
  }
  sum.hidden = false;
}

function labelOf(form: HTMLFormElement, value: string): string {
  const boxes = form.querySelectorAll<HTMLInputElement>('input:is([type=radio], [type=checkbox])');
  const input = [...boxes].find((one) => one.value === value);
  return (value && input?.labels?.[0]?.textContent) || '';
}
