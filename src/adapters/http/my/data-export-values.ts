import { type MissionFramework, missionOf } from '../../../domain/engagement/mission.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { Locale } from '../env.ts';

/** The data that turns stored values into words. */
export interface ExportContext {
  readonly t: PageTexts;
  readonly locale: Locale;
  readonly framework: MissionFramework;
  readonly personId: string;
  readonly schoolName: (uai: string) => string | undefined;
  readonly badgeName: (code: string) => string | undefined;
}

const YES_OR_NO = [
  'holds_single_role',
  'validated',
  'signed',
  'hidden',
  'show_schools',
  'email_identifier',
  'wanted',
  'searchable',
  'verified',
];
const AUTHORS = /_by$|^actor$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:]+Z$/;

/** A stored value as people write it: dates, codes with their label, lists joined. Empty if no value is
 *  stored. */
export function valueAsText(
  value: unknown,
  { table, column }: { readonly table: string; readonly column: string },
  texts: ExportContext,
): string {
  if (value === null || value === undefined || value === '') return '';
  const parsed = parseJson(value);
  if (Array.isArray(parsed)) {
    // Labels of missions contain commas, so each stands on its own line.
    const between = column === 'missions' ? '\n' : ', ';
    return parsed.map((one) => valueAsText(one, { table, column }, texts)).join(between);
  }
  if (typeof parsed === 'object' && parsed !== null) return pairsAsText(parsed, texts);
  const { t } = texts;
  if (YES_OR_NO.includes(column)) return t.my.data.export.yesOrNo[Number(value) === 0 ? 'no' : 'yes'];
  const text = String(value);
  if (column === 'school_year') return schoolYearLabel(Number(value));
  if (DAY.test(text)) return t.day(text);
  if (INSTANT.test(text)) return t.moment(text);
  if (AUTHORS.test(column)) return authorAsText(text, texts);
  return labelOf(text, { table, column }, texts) ?? text;
}

/** « Compte rendu : … ; Décisions : … »: the text of a stored object. */
function pairsAsText(found: object, texts: ExportContext): string {
  const { details, pair } = texts.t.my.data.export;
  return Object.entries(found)
    .map(([name, value]) =>
      pair(details[name] ?? name, valueAsText(value, { table: '', column: name }, texts)),
    )
    .filter((text) => text !== '')
    .join('\n');
}

/** The person themselves, an e-mail address, or a general word for another person, whose id would mean
 *  nothing to the reader. */
function authorAsText(text: string, { t, personId }: ExportContext): string {
  const { authors } = t.my.data.export;
  if (text === personId) return authors.oneself;
  return text.length >= 20 && !text.includes('@') ? authors.somebody : (authors.known[text] ?? text);
}

function labelOf(
  code: string,
  { table, column }: { readonly table: string; readonly column: string },
  texts: ExportContext,
): string | undefined {
  const { t, framework, locale, schoolName, badgeName } = texts;
  const { records, my } = t;
  const { codes } = my.data.export;
  const own = codes[`${table}.${column}`]?.[code] ?? codes[column]?.[code];
  if (own !== undefined) return own;
  switch (column) {
    case 'uai':
    case 'head_of_uai':
    case 'schools':
      return named(code, schoolName(code));
    case 'missions':
      return named(code, missionOf(framework, code)?.label[locale]);
    case 'achievement':
      return badgeName(code);
    case 'roles':
      return records.roles[code as keyof typeof records.roles];
    case 'confirmation':
      return records.confirmations[code as keyof typeof records.confirmations];
    case 'proof':
      return records.proofs[Number(code) as keyof typeof records.proofs];
    case 'outcome':
      return t.contests.outcomes[code as keyof typeof t.contests.outcomes];
    case 'device':
      return code
        .split('/')
        .map((part) => my.data.export.devices[part] ?? part)
        .filter(Boolean)
        .join(', ');
    case 'action':
      return my.data.export.actions[code as keyof typeof my.data.export.actions];
    case 'kind':
      return kindOf(table, code, t);
    default:
      return undefined;
  }
}

function kindOf(
  table: string,
  code: string,
  { records, my, account, school, means }: PageTexts,
): string | undefined {
  const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    contribution: Object.fromEntries(
      Object.entries(records.contributions).map(([kind, { one }]) => [kind, one]),
    ),
    progress_review: records.reviewKinds,
    data_request: my.data.kinds,
    mail: account.messages.kinds,
    mail_choice: account.messages.kinds,
    means: means.kinds,
    paper: Object.fromEntries(Object.entries(school.papers.kinds).map(([kind, { name }]) => [kind, name])),
  };
  return kinds[table]?.[code];
}

/** « M1 (Soutenir…) »; the code alone where it has no label. */
function named(code: string, label: string | undefined): string {
  return label === undefined ? code : `${code} (${label})`;
}

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
