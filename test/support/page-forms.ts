import { todayInParis } from './now.ts';

/** A form of a page: its address, and the fields that it sends untouched or filled in. */
export interface PageForm {
  readonly action: string;
  /** The values of its hidden fields alone. */
  readonly untouched: URLSearchParams;
  /** What a browser sends where no one changed anything, without a button. */
  readonly drawn: URLSearchParams;
  /** The values of all its fields; an empty field gets a value of its kind. */
  readonly filled: URLSearchParams;
  /** The names of its fields for a text. */
  readonly texts: readonly string[];
  /** The value of its first button, where the button has one. */
  readonly button: readonly [name: string, value: string] | undefined;
}

/** The forms of a page that change something. An empty field for a day gets `today`. */
export function formsOf(html: string, today: string = todayInParis()): readonly PageForm[] {
  const forms = html.matchAll(/<form ([^>]*method="post"[^>]*)>(.*?)<\/form>/gs);
  return Array.from(forms, ([, tag = '', inside = '']) => ({
    action: decoded(attribute(tag, 'action') ?? ''),
    untouched: new URLSearchParams(
      inputsOf(inside)
        .filter(({ type }) => type === 'hidden')
        .map(pair),
    ),
    drawn: new URLSearchParams([...drawnInputs(inside), ...drawnChoices(inside), ...drawnTexts(inside)]),
    filled: new URLSearchParams([...inputs(inside, today), ...choices(inside), ...textPairs(inside)]),
    texts: [
      ...inputsOf(inside)
        .filter(({ type }) => type === 'text')
        .map(pair),
      ...textPairs(inside),
    ].map(([name]) => name),
    button: buttonsOf(inside)[0],
  }));
}

type Pair = [name: string, value: string];

interface Input {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked: boolean;
}

const pair = ({ name, value }: Input): Pair => [name, value];

function inputsOf(html: string): readonly Input[] {
  return Array.from(html.matchAll(/<input ([^>]*)>/g), ([, tag = '']) => ({
    name: attribute(tag, 'name') ?? '',
    type: attribute(tag, 'type') ?? 'text',
    value: decoded(attribute(tag, 'value') ?? ''),
    checked: /\bchecked\b/.test(tag),
  })).filter(({ name, type }) => name !== '' && type !== 'file');
}

/** The first radio button of each name where none is chosen; texts and days for empty fields. */
function inputs(html: string, today: string): readonly Pair[] {
  const all = inputsOf(html);
  const isFirst = (one: Input) => all.find(({ name }) => name === one.name) === one;
  const isChosen = (one: Input) =>
    one.checked || (isFirst(one) && !all.some(({ name, checked }) => name === one.name && checked));
  return all
    .filter((one) => !['radio', 'checkbox'].includes(one.type) || isChosen(one))
    .map(({ name, type, value }) => [name, value || (type === 'date' ? today : 'Un mot')]);
}

function drawnInputs(html: string): readonly Pair[] {
  const isSent = ({ type, checked }: Input) => !['radio', 'checkbox'].includes(type) || checked;
  return inputsOf(html).filter(isSent).map(pair);
}

function drawnChoices(html: string): readonly Pair[] {
  return selectsOf(html).map(({ name, options }) => {
    const chosen = options.find((one) => /\bselected\b/.test(one)) ?? options[0] ?? '';
    return [name, decoded(attribute(chosen, 'value') ?? '')];
  });
}

function drawnTexts(html: string): readonly Pair[] {
  return Array.from(html.matchAll(TEXT_AREA), ([, tag = '', text = '']) => [
    attribute(tag, 'name') ?? '',
    decoded(text),
  ]);
}

const TEXT_AREA = /<textarea ([^>]*)>(.*?)<\/textarea>/gs;

function selectsOf(html: string) {
  return Array.from(html.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs), ([, tag = '', inside = '']) => ({
    name: attribute(tag, 'name') ?? '',
    options: Array.from(inside.matchAll(/<option ([^>]*)>/g), ([, option = '']) => option),
  }));
}

function buttonsOf(html: string): readonly Pair[] {
  return Array.from(
    html.matchAll(/<button ([^>]*)>/g),
    ([, tag = '']): Pair => [attribute(tag, 'name') ?? '', decoded(attribute(tag, 'value') ?? '')],
  ).filter(([name]) => name !== '');
}

function choices(html: string): readonly Pair[] {
  return selectsOf(html).map(({ name, options }) => {
    const chosen = options.find((one) => /\bselected\b/.test(one)) ?? options.at(-1) ?? '';
    return [name, decoded(attribute(chosen, 'value') ?? '')];
  });
}

function textPairs(html: string): readonly Pair[] {
  return drawnTexts(html).map(([name, text]) => [name, text || 'Un mot']);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
