import { describe, expect, it } from 'vitest';
import { errorTexts as errorsEn } from '../../src/texts/en/errors/domain.ts';
import { pageTexts as pagesEn } from '../../src/texts/en/pages.ts';
import { errorTexts as errorsFr } from '../../src/texts/fr/errors/domain.ts';
import { mailTexts } from '../../src/texts/fr/mail/common.ts';
import { pageTexts as pagesFr } from '../../src/texts/fr/pages.ts';

/** Every sentence without parameters, and those that the functions make with invented facts, where they
 *  accept them. */
function sentences(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return sentences(attempt(texts as (...facts: unknown[]) => unknown));
  if (texts === null || typeof texts !== 'object') return [];
  return Object.values(texts).flatMap(sentences);
}

function attempt(say: (...facts: unknown[]) => unknown): unknown {
  for (const facts of [[2, 2, 2], ['x', 'y', 'z'], [{}, {}], [['x', 'y']]]) {
    try {
      return say(...facts);
    } catch {}
  }
  return undefined;
}

const ALL = { pagesFr, pagesEn, errorsFr, errorsEn, mailTexts };

describe('texts that name the office', () => {
  it.each(Object.entries(ALL))('%s name it as in the settings, and never otherwise', (_, textsOf) => {
    const [asIs, renamed] = ['DANE', 'DRNE'].map((office) => sentences(textsOf(office)));
    const naming = asIs?.filter((sentence) => sentence.includes('DANE')) ?? [];
    expect(naming.length).toBeGreaterThan(5);
    expect(renamed?.join('\n')).not.toContain('DANE');
    expect(renamed).toEqual(asIs?.map((sentence) => sentence.replaceAll('DANE', 'DRNE')));
  });

  it('leave their parameters unchanged', () => {
    expect(pagesFr('DRNE').layout.attribution('DANE de Dijon')).toContain('par la DANE de Dijon');
    expect(pagesFr('DRNE').my.home.allMet(['Ancienne DANE'])).toMatch(/Ancienne DANE\s: la DRNE décide/);
  });

  it('are made once for each name', () => {
    expect(pagesFr('DRANE')).toBe(pagesFr('DRANE'));
  });
});
