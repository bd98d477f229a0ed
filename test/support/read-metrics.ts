/** A family of figures as a reader of OpenMetrics sees it. */
export interface Family {
  readonly name: string;
  type: string;
  unit?: string;
  help?: string;
  readonly samples: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

/** `# TYPE`, `# UNIT`, `# HELP`, `# EOF`, and a sample, as in the grammar of OpenMetrics 1.0. */
const DESCRIPTION = /^# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})? (-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|\+Inf|NaN)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(,|\})/y;
const TYPES = ['counter', 'gauge', 'histogram'];
/** What a sample adds to the name of its family, by type. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total'],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
};

/** Reads a text of OpenMetrics strictly: an Error names the first line that departs from the standard. Families are
 *  not interleaved, no sample stands twice, counters and units are named as they must be, buckets grow. */
export function readOpenMetrics(text: string): readonly Family[] {
  if (!text.endsWith('\n# EOF\n')) throw new Error('it does not end with # EOF and a line end');
  const families: Family[] = [];
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const described = DESCRIPTION.exec(line);
    if (described) describeFamily(families, described, line);
    else addSample(families.at(-1), line);
  }
  for (const family of families) checkFamily(family);
  return families;
}

function describeFamily(
  families: Family[],
  [, what, name = '', stated = '']: RegExpExecArray,
  line: string,
): void {
  let family = families.at(-1);
  if (family?.name !== name) {
    if (families.some((one) => one.name === name)) throw new Error(`interleaved: ${line}`);
    family = { name, type: '', samples: [] };
    families.push(family);
  }
  if (family.samples.length > 0) throw new Error(`described after its samples: ${line}`);
  if (what === 'TYPE' && (family.type !== '' || !TYPES.includes(stated)))
    throw new Error(`wrong type: ${line}`);
  if (what === 'UNIT' && !name.endsWith(`_${stated}`)) throw new Error(`no unit of this name: ${line}`);
  if (what === 'HELP' && stated === '') throw new Error(`no help: ${line}`);
  if (what === 'TYPE') family.type = stated;
  if (what === 'UNIT') family.unit = stated;
  if (what === 'HELP') family.help = stated;
}

function addSample(family: Family | undefined, line: string): void {
  const [, name = '', braces = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === '' || !family) throw new Error(`no sample: ${line}`);
  const suffixes = SUFFIXES[family.type] ?? [];
  if (!suffixes.some((suffix) => name === `${family.name}${suffix}`)) throw new Error(`foreign: ${line}`);
  const labels = readLabels(braces, line);
  const isTwice = family.samples.some(
    (one) => one.name === name && JSON.stringify(one.labels) === JSON.stringify(labels),
  );
  if (isTwice) throw new Error(`twice: ${line}`);
  family.samples.push({ name, labels, value: value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value) });
}

function readLabels(braces: string, line: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 1;
  while (LABEL.lastIndex < braces.length) {
    const [, name = '', value = '', end] = LABEL.exec(braces) ?? [];
    if (name === '' || Object.hasOwn(labels, name)) throw new Error(`wrong labels: ${line}`);
    labels[name] = value;
    if (end === '}') return labels;
  }
  if (braces !== '') throw new Error(`wrong labels: ${line}`);
  return labels;
}

function checkFamily({ name, type, help, samples }: Family): void {
  if (type === '' || help === undefined || samples.length === 0) throw new Error(`${name} lacks a part`);
  if (type === 'counter' && samples.some(({ value }) => value < 0)) throw new Error(`${name} is below zero`);
  if (type !== 'histogram') return;
  const seriesOf = ({ labels: { le: _, ...others } }: Family['samples'][number]) => JSON.stringify(others);
  for (const of of Map.groupBy(samples, seriesOf).values()) {
    const buckets = of.filter((one) => one.name.endsWith('_bucket'));
    const count = of.find((one) => one.name.endsWith('_count'))?.value;
    if (buckets.at(-1)?.labels['le'] !== '+Inf' || buckets.at(-1)?.value !== count)
      throw new Error(`${name}: no +Inf`);
    if (buckets.some(({ value }, at) => value < (buckets[at - 1]?.value ?? 0)))
      throw new Error(`${name} shrinks`);
  }
}
