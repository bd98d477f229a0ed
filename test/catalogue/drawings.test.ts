import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingError, drawingOf } from '../../src/catalogue/drawing-errors.ts';
import { packErrors } from '../../src/catalogue/pack-errors.ts';
import { toPackDocument } from '../../src/catalogue/pack-files.ts';
import { officePackTexts as english } from '../../src/texts/en/dane/office-pack.ts';
import { officePackTexts as french } from '../../src/texts/fr/dane/office-pack.ts';

const SVG = 'http://www.w3.org/2000/svg';
const svg = (inner: string) => `<svg xmlns="${SVG}">${inner}</svg>`;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const errorOf = (text: string) => drawingError(drawingOf('a.svg', bytesOf(text)) ?? '');
const inUtf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** Every attempt, by its cause: what is refused, and with which reason. */
const REFUSED: readonly (readonly [cause: string, reason: string, text: string])[] = [
  ['a handler after a > in a value', 'drawing-script', svg('<path d=">" onload="alert(1)"/>')],
  [
    'a style after a > in a value',
    'drawing-link',
    svg('<rect id=">" style="fill:url(https://evil.example/x)"/>'),
  ],
  ['a link after a > in a value', 'drawing-link', svg('<path d=">" href="https://evil.example/"/>')],
  ['a declared encoding in UTF-16', 'drawing-encoding', `<?xml version="1.0" encoding="UTF-16"?>${svg('')}`],
  [
    'a declared encoding in UTF-7',
    'drawing-encoding',
    `<?xml version="1.0" encoding="utf-7"?>${svg('+ADw-script/+AD4-')}`,
  ],
  ['XML 1.1', 'drawing-not-image', `<?xml version="1.1"?>${svg('')}`],
  ['an instruction before the drawing', 'drawing-entity', `<?xml-stylesheet href="x.css"?>${svg('')}`],
  ['an instruction inside', 'drawing-entity', svg('<?php x ?>')],
  ['a second declaration', 'drawing-entity', `<?xml version="1.0"?><?xml version="1.0"?>${svg('')}`],
  ['a DOCTYPE with an entity', 'drawing-entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`],
  ['a DOCTYPE elsewhere', 'drawing-entity', `<!DOCTYPE svg SYSTEM "https://evil.example/a.dtd">${svg('')}`],
  ['a character by its number', 'drawing-entity', svg('<path d="&#106;avascript:x"/>')],
  ['CDATA', 'drawing-entity', svg('<title><![CDATA[<script>]]></title>')],
  ['a script with a prefix', 'drawing-element', `<svg xmlns="${SVG}" xmlns:svg="${SVG}"><svg:script/></svg>`],
  ['a script in capitals', 'drawing-element', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['a script between line breaks', 'drawing-script', svg('<script\n\t>alert(1)</script\n>')],
  ['HTML inside', 'drawing-attribute', svg('<g xmlns="http://www.w3.org/1999/xhtml"/>')],
  ['HTML around', 'drawing-not-image', `<html>${svg('')}</html>`],
  ['a drawing without a namespace', 'drawing-not-image', '<svg><path d="M0 0"/></svg>'],
  ['a namespace of MathML', 'drawing-not-image', '<svg xmlns="http://www.w3.org/1998/Math/MathML"/>'],
  [
    'a namespace under a name of ours',
    'drawing-attribute',
    `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xhtml"/>`,
  ],
  [
    'a prefix of its own',
    'drawing-attribute',
    `<svg xmlns="${SVG}" xmlns:h="http://www.w3.org/1999/xhtml"/>`,
  ],
  ['a link to another place', 'drawing-link', svg('<g x:href="https://evil.example/"/>')],
  ['xml:base', 'drawing-attribute', svg('<g xml:base="https://evil.example/"/>')],
  ['a link to use', 'drawing-element', svg('<use href="#a"/>')],
  ['an image', 'drawing-element', svg('<image/>')],
  ['a filter', 'drawing-element', svg('<filter/>')],
  ['an anchor', 'drawing-element', svg('<a/>')],
  ['a set of values', 'drawing-element', svg('<set attributeName="href" to="x"/>')],
  ['a page inside', 'drawing-element', svg('<foreignObject/>')],
  ['a handler in capitals', 'drawing-script', svg('<path ONLOAD="x"/>')],
  ['a handler that begins', 'drawing-script', svg('<path onbegin="x"/>')],
  ['a fill from elsewhere', 'drawing-link', svg('<path fill="url(https://evil.example/x)"/>')],
  ['a fill from elsewhere after a colour', 'drawing-link', svg('<path fill="red url( //evil.example )"/>')],
  ['a fill from elsewhere after a right one', 'drawing-link', svg('<path fill="url(#a) url(x.svg#b)"/>')],
  ['a fill in quotes', 'drawing-link', svg('<path fill="url(\'https://evil.example\')"/>')],
  ['a fill by an escape', 'drawing-link', svg('<path fill="u\\72l(https://evil.example)"/>')],
  ['an image by another function', 'drawing-link', svg('<path fill="image-set(\'https://x\' 1x)"/>')],
  ['a clip by another function', 'drawing-link', svg('<path clip-path="src(\'https://x\')"/>')],
  ['a mask', 'drawing-attribute', svg('<path mask="url(#a)"/>')],
  ['a cursor', 'drawing-attribute', svg('<path cursor="url(#a)"/>')],
  ['an attribute of another element', 'drawing-attribute', svg('<rect d="M0 0"/>')],
  ['an unknown attribute', 'drawing-attribute', svg('<path inkscape="x"/>')],
  ['an attribute twice', 'drawing-not-image', svg('<path d="M0 0" d="M1 1"/>')],
  ['an attribute without quotes', 'drawing-not-image', svg('<path d=M0/>')],
  ['a < in a value', 'drawing-not-image', svg('<path d="<script>"/>')],
  ['a tag that stays open', 'drawing-not-image', `<svg xmlns="${SVG}"><g></svg>`],
  ['a second drawing', 'drawing-not-image', svg('') + svg('')],
  ['words after the drawing', 'drawing-not-image', `${svg('')}x`],
  ['a sign that XML forbids', 'drawing-not-image', svg('<title>\u0001</title>')],
  ['nothing', 'drawing-not-image', ''],
  ['groups 51 deep', 'drawing-too-deep', svg('<g>'.repeat(50) + '</g>'.repeat(50))],
];

describe('a drawing of an office', () => {
  it.each(REFUSED)('is refused for %s', (_cause, reason, text) => {
    expect(errorOf(text)?.reason).toBe(reason);
  });

  it('is refused with its place, and how to fix it', () => {
    const error = errorOf(svg('\n<path d=">" onload="alert(1)"/>'));
    expect(error).toEqual({ reason: 'drawing-script', value: '2:32 <path onload>' });
    const found = { file: 'drawings/a.svg', path: '', ...(error ?? { reason: 'too-large' as const }) };
    expect(french.packFault(found)).toMatch(/^drawings\/a\.svg.*2:32 <path onload>.*remédier/);
    expect(english.packFault(found)).toMatch(/^drawings\/a\.svg.*2:32 <path onload>.*To mend/);
  });

  it('is refused if its bytes are not UTF-8', () => {
    expect(drawingError(drawingOf('a.svg', inUtf16(svg(''))) ?? '')?.reason).toBe('drawing-encoding');
    const latin = Uint8Array.from([...bytesOf(`<svg xmlns="${SVG}"><title>`), 0xe9]);
    expect(drawingError(drawingOf('a.svg', latin) ?? '')?.reason).toBe('drawing-encoding');
  });

  it('passes with what editors write for shapes, groups and gradients', () => {
    const drawn = [
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n',
      `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" version="1.1">`,
      '<title id="t">Un pont > une rivière</title><defs><linearGradient id="a" x1="0"',
      ' gradientTransform="rotate(90)"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient></defs>',
      '<g class="b" data-name="Calque 1" transform="translate(1, 2) scale(2)" xml:space="preserve">',
      '<path d="M0 0L1 1" fill="url(#a)" stroke-width="2" clip-path="url( #c )"/></g></svg>\n',
    ].join('');
    expect(errorOf(drawn)).toBeUndefined();
    expect(errorOf(svg('<g>'.repeat(49) + '</g>'.repeat(49)))).toBeUndefined();
  });

  it('passes in every pack of the repository', () => {
    for (const pack of ['data/example-office', 'data/dijon']) {
      const names = readdirSync(pack, { recursive: true, encoding: 'utf8' }).filter((one) =>
        one.includes('.'),
      );
      const files = new Map(names.map((name) => [name, readFileSync(`${pack}/${name}`)]));
      expect(packErrors(toPackDocument(files).document)).toEqual([]);
    }
  });

  it.each([
    ['groups', 'drawing-too-deep', '<g>'.repeat(16_000)],
    ['empty shapes', undefined, '<path/>'.repeat(9_000)],
    [
      'attributes',
      'drawing-attribute',
      `<path ${Array.from({ length: 7000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
    ],
    ['opening brackets', 'drawing-link', `<path fill="${'('.repeat(60_000)}"/>`],
    ['right functions', undefined, `<path fill="${'url(#a)'.repeat(8_000)}"/>`],
    ['letters before a bracket', 'drawing-link', `<path fill="${'a'.repeat(60_000)}1("/>`],
    ['names', 'drawing-element', `<${'a'.repeat(60_000)}/>`],
    ['closing tags', 'drawing-not-image', '</g>'.repeat(15_000)],
    ['spaces', undefined, `<path ${' '.repeat(60_000)}/>`],
  ])('is read to its end or to its first error, with 60 KB of %s', (_what, reason, inner) => {
    expect(errorOf(svg(inner))?.reason).toBe(reason);
  });
});
