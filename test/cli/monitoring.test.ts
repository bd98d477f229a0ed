import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarationOf, METRICS, type MetricName } from '../../src/application/observability/metrics.ts';
import { ROOT } from '../support/command-line.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly runbook: string;
}

/** The rules as they are written here: one key a line, texts in quotes. */
const ALERTS: readonly Alert[] = read('tools/deploy/monitoring/alerts.yml')
  .split('      - alert: ')
  .slice(1)
  .map((block) => ({
    name: block.split('\n')[0] ?? '',
    expr: /^ +expr: (['"])(.*)\1$/m.exec(block)?.[2] ?? '',
    runbook: /^ +runbook_url: (.*)$/m.exec(block)?.[1] ?? '',
  }));

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const DASHBOARD = JSON.parse(read('tools/deploy/monitoring/dashboard.json')) as Dashboard;

const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total'],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
};

/** The figure that a query names; undefined if there is none of this name and kind. */
function figureOf(series: string): MetricName | undefined {
  return (Object.keys(METRICS) as MetricName[]).find((name) =>
    SUFFIXES[declarationOf(name).kind]?.some((suffix) => series === `${name}${suffix}`),
  );
}

/** What a query names that does not exist: a figure, or a label of it. */
function unknownFiguresIn(expr: string): readonly string[] {
  const named = [...expr.matchAll(/\b(jalon_\w+)(?:\{([^}]*)\})?/g)];
  return named.flatMap(([, series = '', matchers = '']) => {
    const figure = figureOf(series);
    if (figure === undefined) return [series];
    const labels = ['job', 'instance', 'process', 'le', ...(declarationOf(figure).labels ?? [])];
    return [...matchers.matchAll(/(\w+)=/g)].flatMap(([, label = '']) =>
      labels.includes(label) ? [] : `${series}{${label}}`,
    );
  });
}

/** The anchors that a page of Markdown has, as a reader of it makes them from headings. */
const anchorsOf = (page: string) =>
  new Set(
    Array.from(page.matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

describe('the alerts', () => {
  it('ask for figures that exist', () => {
    expect(ALERTS.length).toBeGreaterThan(15);
    expect(ALERTS.flatMap(({ expr }) => unknownFiguresIn(expr))).toEqual([]);
    for (const { expr } of ALERTS) expect(expr).toContain('jalon_');
  });

  it.each(['docs/operate.md', 'docs/exploiter.md'])(
    'each say what to do at three in the night, in %s',
    (page) => {
      const anchors = anchorsOf(read(page));
      for (const { name, runbook } of ALERTS) {
        expect(runbook).toBe(`docs/operate.md#${name.toLowerCase()}`);
        expect(anchors).toContain(name.toLowerCase());
      }
    },
  );
});

describe('the dashboard', () => {
  it('shows figures that exist', () => {
    const queries = DASHBOARD.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    expect(queries.length).toBeGreaterThan(15);
    expect(queries.flatMap(unknownFiguresIn)).toEqual([]);
  });
});

describe('the pages of an operator', () => {
  it('have the same parts in both languages', () => {
    const shapeOf = (page: string) =>
      Array.from(read(page).matchAll(/^(#+) (Jalon\w+)?|^```(\w*)/gm), ([, level, alert, language]) =>
        [level, alert, language].join(' ').trim(),
      );
    expect(shapeOf('docs/exploiter.md')).toEqual(shapeOf('docs/operate.md'));
  });
});
