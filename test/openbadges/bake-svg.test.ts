import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { bakeSvg, extractFromSvg } from '../../src/open-badges/baking/bake-svg.ts';

const NAMESPACE = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>É &amp; co</title><rect width="8"/></svg>';
const JWS = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln';

describe('bakeSvg', () => {
  test.prop([fc.jsonValue()], { numRuns: 100 })('gives back the same JSON, with any content', (value) => {
    const text = JSON.stringify(value);
    const found = extractFromSvg(bakeSvg(SVG, text));
    expect(found?.several).toBe(false);
    expect(JSON.parse(found?.text ?? '')).toEqual(JSON.parse(text));
  });

  it('puts JSON as CDATA directly after the root’s tag, in the standard’s namespace', () => {
    expect(bakeSvg(SVG, '{"a":1}')).toBe(
      SVG.replace(
        'viewBox="0 0 8 8">',
        `viewBox="0 0 8 8" ${NAMESPACE}><openbadges:credential><![CDATA[{"a":1}]]></openbadges:credential>`,
      ),
    );
  });

  it('puts a compact JWS in the attribute verify', () => {
    const baked = bakeSvg(SVG, JWS);
    expect(baked).toContain(`<openbadges:credential verify="${JWS}"></openbadges:credential>`);
    expect(extractFromSvg(baked)).toEqual({ text: JWS, several: false });
  });

  it('lets no text end the section early', () => {
    const text = JSON.stringify({ a: 'x]]>y', b: [['z']], c: '\uFFFF' });
    const baked = bakeSvg(SVG, text);
    expect(baked.split(']]>')).toHaveLength(2);
    expect(JSON.parse(extractFromSvg(baked)?.text ?? '')).toEqual(JSON.parse(text));
  });

  it('replaces an earlier credential and declares its prefix once', () => {
    const twice = bakeSvg(bakeSvg(SVG, '{"old":1}'), JWS);
    expect(twice).toBe(bakeSvg(SVG, JWS));
    expect(twice.split(NAMESPACE)).toHaveLength(2);
  });

  it('keeps the declaration and comments before the root, and opens an empty root', () => {
    const head = '<?xml version="1.0"?><!-- <svg> -->';
    expect(bakeSvg(`${head}<svg/>`, JWS)).toBe(
      `${head}<svg ${NAMESPACE}><openbadges:credential verify="${JWS}"></openbadges:credential></svg>`,
    );
  });

  it('uses the prefix that the root already has, and another where ours is taken', () => {
    const ob = '<svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"></svg>';
    expect(bakeSvg(ob, JWS)).toContain('<ob:credential verify=');
    const taken = '<svg xmlns:openbadges="http://openbadges.org"></svg>';
    expect(extractFromSvg(bakeSvg(taken, JWS))?.text).toBe(JWS);
  });
});

function wrap(content: string): string {
  return `<svg ${NAMESPACE}>${content}</svg>`;
}

describe('extractFromSvg', () => {
  it.each([
    ['CDATA', '<openbadges:credential><![CDATA[{"a":"<&"}]]></openbadges:credential>', '{"a":"<&"}'],
    [
      'split CDATA',
      '<openbadges:credential><![CDATA[{"a":"]]]]><![CDATA[>"}]]></openbadges:credential>',
      '{"a":"]]>"}',
    ],
    ['escaped text', '<openbadges:credential>\n {&quot;a&quot;:&#49;}\n</openbadges:credential>', '{"a":1}'],
    ['verify, empty element', `<openbadges:credential verify='${JWS}' />`, JWS],
    [
      'verify that wins over content',
      `<openbadges:credential verify="${JWS}">x</openbadges:credential>`,
      JWS,
    ],
    [
      'another prefix',
      '<g xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>{}</o:credential></g>',
      '{}',
    ],
    ['the default namespace', '<credential xmlns="https://purl.imsglobal.org/ob/v3p0">{}</credential>', '{}'],
  ])('reads %s', (_, content, text) => {
    expect(extractFromSvg(wrap(content))).toEqual({ text, several: false });
  });

  it('reads bytes as UTF-8', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${bakeSvg(SVG, '{"n":"é"}')}`);
    expect(extractFromSvg(bytes)?.text).toBe('{"n":"é"}');
    expect(() => extractFromSvg(Uint8Array.of(0x3c, 0xff))).toThrow(
      expect.objectContaining({ code: 'unreadable-file' }),
    );
  });

  it('takes the first of several and reports this', () => {
    const two = wrap(
      '<openbadges:credential>{"n":1}</openbadges:credential><openbadges:credential>{"n":2}</openbadges:credential>',
    );
    expect(extractFromSvg(two)).toEqual({ text: '{"n":1}', several: true });
  });

  it.each([
    ['no credential', SVG],
    [
      'another namespace',
      '<svg xmlns:openbadges="http://openbadges.org"><openbadges:credential>{}</openbadges:credential></svg>',
    ],
    ['a credential in a comment', wrap('<!-- <openbadges:credential>{}</openbadges:credential> -->')],
    [
      'a credential in CDATA',
      wrap('<desc><![CDATA[<openbadges:credential>{}</openbadges:credential>]]></desc>'),
    ],
  ])('finds nothing with %s', (_, svg) => {
    expect(extractFromSvg(svg)).toBeUndefined();
  });
});

describe('a drawing that is unsafe or incomplete', () => {
  it.each([
    ['a document type', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('&x;')}`],
    ['entities that multiply', `<!DOCTYPE lolz [<!ENTITY a "aa">]>${wrap('&a;')}`],
    ['an undeclared entity', wrap('&x;')],
    ['an entity named as a member of every object', wrap('&constructor;')],
    ['a bare ampersand', wrap('a & b')],
    ['a forbidden reference', wrap('&#0;')],
    ['no root', ''],
    ['another root', '<html></html>'],
    ['two roots', '<svg/><svg/>'],
    ['text outside the root', 'x<svg/>'],
    ['an unclosed element', '<svg><g></svg>'],
    ['a cut comment', '<svg><!-- </svg>'],
    ['a cut section', wrap('<openbadges:credential><![CDATA[{}')],
    ['an attribute given twice', '<svg a="1" a="2"/>'],
    ['an attribute without quotes', '<svg a=1/>'],
    ['a cut tag', '<svg'],
  ])('refuses %s', (_, svg) => {
    expect(() => extractFromSvg(svg)).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
    expect(() => bakeSvg(svg, '{}')).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
  });

  it('refuses a cut anywhere', () => {
    const baked = bakeSvg(SVG, '{"a":1}');
    for (let length = 0; length < baked.length; length += 1) {
      expect(() => extractFromSvg(baked.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'unreadable-file' }),
      );
    }
  });

  it('refuses endless nesting and endless namespaces', () => {
    const deep = `${'<svg>'.repeat(50_000)}${'</svg>'.repeat(50_000)}`;
    const prefixes = Array.from({ length: 5000 }, (_, at) => `xmlns:p${at}="urn:${at}"`).join(' ');
    for (const svg of [deep, `<svg ${prefixes}/>`]) {
      expect(() => extractFromSvg(svg)).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
    }
  });
});
