import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingError, drawingOf } from '../../src/catalogue/drawing-errors.ts';
import { isListed } from '../../src/catalogue/drawing-xml.ts';
import { launchChromium } from '../support/chromium.ts';

const SVG = 'http://www.w3.org/2000/svg';
const svg = (inner: string) => `<svg xmlns="${SVG}">${inner}</svg>`;
const errorOf = (text: string) => drawingError(drawingOf('a.svg', new TextEncoder().encode(text)) ?? '');

describe('an accepted drawing', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** The elements and attributes that the parser of a browser finds, as `namespace name`, or its error. */
  const READ = `(texts) => texts.map((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (read.querySelector('parsererror')) return ['error'];
    const others = [...read.childNodes].filter((one) => one !== read.documentElement).map((one) => 'node ' + one.nodeName);
    const walk = read.createTreeWalker(read, NodeFilter.SHOW_ALL);
    while (walk.nextNode()) {
      const { nodeType, nodeName } = walk.currentNode;
      if (nodeType !== 1 && nodeType !== 3) others.push('node ' + nodeName);
    }
    return [...others, ...[...read.querySelectorAll('*')].flatMap((one) => [
      'element ' + one.namespaceURI + ' ' + one.nodeName,
      ...[...one.attributes].map(({ name, value }) => 'attribute ' + one.nodeName + ' ' + name + ' ' + value),
    ])];
  })`;

  const NAMES = [
    ...[
      'svg',
      'g',
      'path',
      'rect',
      'stop',
      'script',
      'image',
      'use',
      'a',
      'style',
      'foreignObject',
      'svg:path',
    ],
    ...['title', 'defs', 'SCRIPT', 'html:script', 'animate'],
  ];
  const ATTRIBUTES = [
    ...['d', 'id', 'fill', 'x', 'onload', 'href', 'xlink:href', 'style', 'src', 'xmlns', 'xmlns:a', 'class'],
    ...['transform', 'xml:base', 'clip-path', 'offset', 'ON', 'a:href'],
  ];
  const VALUES = [
    ...[
      '',
      '>',
      '/>',
      '"',
      "'",
      'M0 0',
      '#a',
      'url(#a)',
      'url(https://evil.example)',
      SVG,
      'javascript:x',
      '<',
    ],
    ...['a="b"', '><script>', "' onload='x", '\n', '\u0000', '\u2028', 'é', '&lt;', '&#62;', 'rotate(3)'],
  ];
  const JOINTS = [
    '',
    ' ',
    '\n',
    '\t',
    '/',
    '>',
    '<',
    '=',
    '"',
    "'",
    '\u00a0',
    '<!--',
    '-->',
    ']]>',
    '<?x?>',
    'é',
  ];
  const attribute = fc
    .tuple(
      fc.constantFrom(...ATTRIBUTES),
      fc.constantFrom('="', "='", '=', ' = "'),
      fc.constantFrom(...VALUES),
    )
    .map(([name, joint, value]) => `${name}${joint}${value}${joint.at(-1) === '=' ? '' : joint.at(-1)}`);
  const tag = fc
    .tuple(
      fc.constantFrom('<', '<', '<', '</'),
      fc.constantFrom(...NAMES),
      fc.array(attribute, { maxLength: 3 }),
      fc.constantFrom(...JOINTS),
      fc.constantFrom('/>', '/>', '>', '', ' >'),
    )
    .map(([open, name, attributes, joint, close]) => [open + name, ...attributes].join(' ') + joint + close);
  /** Right drawings in which one place may be changed: most are accepted, or nearly so. */
  const nearlyRight = fc
    .tuple(
      fc.array(
        fc.constantFrom(
          '<path d="M0 0" fill="url(#a)"/>',
          '<g id=">"><rect x="1"/></g>',
          "<path d='>'/>",
          '<title>a > b</title>',
          `<svg xmlns="${SVG}" width="1"/>`,
          '<g transform="scale(2)" class=\'a"b\'></g>',
        ),
        { maxLength: 4 },
      ),
      fc.nat(200),
      fc.oneof(fc.constant(''), fc.constantFrom(...JOINTS), attribute, tag),
      fc.nat(3),
    )
    .map(([parts, at, added, removed]) => {
      const text = svg(parts.join(''));
      return text.slice(0, at) + added + text.slice(at + (added === '' ? 0 : removed));
    });
  const any = fc.oneof(
    nearlyRight,
    fc.array(tag, { maxLength: 4 }).map((tags) => svg(tags.join(''))),
  );

  it('has only listed elements and attributes for the parser of a browser', async () => {
    const texts = fc.sample(any, { numRuns: 20_000, seed: 44 });
    const accepted = [...new Set(texts.filter((text) => errorOf(text) === undefined))];
    // The comparison means something only if many different drawings pass, and many are refused.
    expect(accepted.length).toBeGreaterThan(300);
    expect(texts.length - accepted.length).toBeGreaterThan(5000);
    const found = await page.evaluate<string[][]>(`(${READ})(${JSON.stringify(accepted)})`);
    const outside = found.flatMap((read, at) =>
      read.filter((one) => !isRight(one)).map((one) => [accepted[at], one]),
    );
    expect(outside).toEqual([]);
  });

  /** Judges by the lists, without the parser. */
  function isRight(one: string): boolean {
    const [kind, first = '', second = '', ...value] = one.split(' ');
    if (kind === 'element') return first === SVG && isListed(second);
    const text = value.join(' ');
    return kind === 'attribute' && isListed(first, second) && !/javascript:|https:/.test(text);
  }
});
