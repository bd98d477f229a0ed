import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { makeNodePaperDrawer } from '../../src/adapters/pdf/drawer.node.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSignInPoster } from '../../src/application/papers/sign-in-poster.ts';
import { contents, drawer, meeting, recordInput, SIGN_IN } from './drawn-samples.ts';
import { rasterise, readPdf, rolesOf, wholeText } from './read-pdf.ts';
import { ADDRESS, context, notes } from './sample.ts';

const POINTS_A_MM = 72 / 25.4;
const A4 = { width: 595.28, height: 841.89 };

const drawn = await Promise.all(
  Object.entries(contents).map(async ([name, content]) => {
    const bytes = await drawer.drawPdf(content);
    return { name, content, bytes, pdf: await readPdf(bytes) };
  }),
);

function find(name: string) {
  const found = drawn.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample is called ${name}`);
  return found;
}

describe.each(drawn)('the $name', ({ content, bytes, pdf }) => {
  it('is a tagged document in French with a visible title', () => {
    expect(pdf.marked).toBe(true);
    expect(pdf.language).toBe('fr-FR');
    expect(pdf.showsTitle).toBe(true);
    expect(pdf.title).toBe(content.title);
  });

  it('does not claim a conformance that no one has certified', () => {
    expect(pdf.xmp).toContain('dc:title');
    expect(pdf.xmp).not.toMatch(/pdfuaid|pdfaid/i);
  });

  it('is A4 upright, page after page', () => {
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo(A4.width, 1);
      expect(height).toBeCloseTo(A4.height, 1);
    }
  });

  it('begins with its only first-level heading and skips no level', () => {
    const levels = rolesOf(pdf)
      .filter((role) => /^H\d$/.test(role))
      .map((role) => Number(role.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.slice(1).every((level, index) => level <= (levels[index] ?? 0) + 1)).toBe(true);
  });

  it('contains every heading, paragraph and list item of its content, in order', () => {
    // A word may be cut at its hyphen from one line to the next.
    const flat = (text: string) => text.replace(/\s/g, '');
    const text = flat(wholeText(pdf));
    const stated = content.blocks.flatMap((block) => {
      if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
      return block.kind === 'list' ? block.items : [];
    });
    let at = 0;
    for (const texts of stated) {
      const found = text.indexOf(flat(texts), at);
      expect(found, texts).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it('has a description in words for every picture', () => {
    const figures = pdf.pages.flatMap(({ tags }) => tags.filter(({ role }) => role === 'Figure'));
    const described = content.blocks.flatMap((block) => {
      if (block.kind === 'signatures') return [block.code.alternative];
      return block.kind === 'code' || block.kind === 'matrix' ? [block.alternative] : [];
    });
    expect(figures.map(({ alternative }) => alternative)).toEqual(described);
  });

  it('has cells in rows and rows in tables, and a header for every row', () => {
    for (const { tags } of pdf.pages) {
      for (const [index, { role, depth }] of tags.entries()) {
        if (!['TR', 'TH', 'TD'].includes(role)) continue;
        const parent = tags.slice(0, index).findLast((tag) => tag.depth === depth - 1);
        expect(parent?.role).toBe(role === 'TR' ? 'Table' : 'TR');
        if (role === 'TR') expect(tags[index + 1]?.role).toBe('TH');
      }
    }
    const source = new TextDecoder('latin1').decode(bytes);
    const headers = source.match(/\/S \/TH\b/g)?.length ?? 0;
    expect(source.match(/\/Scope \/(Row|Column)\b/g)?.length ?? 0).toBe(headers);
  });

  it('has its issuer, title, date and page number on every page, outside the text that is read aloud', () => {
    for (const [index, { artifacts, text }] of pdf.pages.entries()) {
      expect(artifacts).toContain(`${content.headedBy ?? content.issuerName} ${content.runningHead}`);
      expect(artifacts).toContain(`Établi le 12 juin 2026 Page ${index + 1} sur ${pdf.pages.length}`);
      expect(text).not.toContain(`Page ${index + 1} sur`);
    }
  });

  it('shows no address, no opaque identifier, no amount and no score', () => {
    const all = pdf.pages.map(({ text, artifacts }) => `${text} ${artifacts}`).join(' ');
    const texts = all.replaceAll(ADDRESS, '');
    expect(texts).not.toMatch(/@ac-dijon|€|\beuros?\b|\bscores?\b|\bclassement\b|\brang\b/i);
    expect(texts).not.toMatch(/\b(312[,.]50|625|1\s?250|2\s?500|3\s?750)\b/);
    expect(texts).not.toContain('opaque-');
  });

  it('is the same byte for byte when drawn again', async () => {
    expect(await drawer.drawPdf(content)).toEqual(bytes);
  });

  it('is the same byte for byte whatever was drawn before', async () => {
    const other = makeNodePaperDrawer();
    // The parts of an accented letter, before the letter that is one of them.
    const accents = { kind: 'paragraph', tone: 'plain', text: 'É À ï ç ÿ Ű · « œ » - ‑ ﬁ' } as const;
    await other.drawPdf({ ...content, blocks: [accents] });
    expect(await other.drawPdf(content)).toEqual(bytes);
  });
});

describe('a QR code', () => {
  it.each([
    ['engagement statement', ADDRESS],
    ['school file', ADDRESS],
    ['mission letter', ADDRESS],
    ['review record', ADDRESS],
    ['sign-in poster', SIGN_IN],
  ])(
    'of the %s can be read from the paper, is at least 25 mm wide, and its address is a link in clear',
    async (name, address) => {
      const { bytes, pdf } = find(name);
      const at = pdf.pages.findIndex(({ links }) => links.includes(address));
      const page = pdf.pages[at];
      expect(page?.text).toContain(address);
      const { data, width, height } = await rasterise(bytes, at + 1, 2);
      expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(address);
      const figure = page?.tags.find(({ role }) => role === 'Figure');
      const [left = 0, , right = 0] = figure?.box ?? [];
      expect((right - left) / POINTS_A_MM).toBeGreaterThanOrEqual(25);
      expect(page?.tags.map(({ role }) => role)).toContain('Link');
    },
  );

  it('fills the middle of a poster', () => {
    const [page] = find('sign-in poster').pdf.pages;
    const [left = 0, , right = 0] = page?.tags.find(({ role }) => role === 'Figure')?.box ?? [];
    expect((right - left) / POINTS_A_MM).toBeGreaterThanOrEqual(100);
  });
});

describe('texts of other people', () => {
  it('never bring a NUMEN onto paper', async () => {
    const careless = { ...notes, worked: 'Suivi de 26E1234567ABC, sans difficulté.' };
    const content = makeReviewRecord({ ...recordInput, notes: careless }, context);
    const text = wholeText(await readPdf(await drawer.drawPdf(content)));
    expect(text).toContain('Suivi de *************, sans difficulté.');
    expect(text).not.toContain('26E1234567ABC');
  });

  it('may contain characters with a meaning in XML', async () => {
    const content = makeSignInPoster(
      { event: { ...meeting, title: 'R&D <pédagogique>' }, signInAddress: SIGN_IN },
      context,
    );
    const pdf = await readPdf(await drawer.drawPdf(content));
    expect(pdf.title.replace(/\s/g, ' ')).toBe('Feuille de présence : R et D pédagogique');
    expect(pdf.xmp).toContain('R et D pédagogique');
    expect(wholeText(pdf)).toContain('R&D <pédagogique>');
  });
});
