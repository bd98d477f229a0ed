import { describe, expect, it } from 'vitest';
import { pageTexts } from '../../src/texts/fr/pages.ts';
import { nameOffice } from '../../src/texts/named-office.ts';

const TEXTS = {
  plain: 'La DANE décide.',
  deep: { list: ['la DANE', 'le chef'], say: (name: string, count: number) => `${name} : la DANE, ${count}` },
};

describe('texts that name the office', () => {
  it('call it as the settings say, whatever they hold', () => {
    const texts = nameOffice(TEXTS, 'DRNE');
    expect([texts.plain, texts.deep.list]).toEqual(['La DRNE décide.', ['la DRNE', 'le chef']]);
    expect(texts.deep.say('Claire', 2)).toBe('Claire : la DRNE, 2');
  });

  it('leave what is passed to them as it is', () => {
    expect(nameOffice(TEXTS, 'DRNE').deep.say('Ancienne DANE', 1)).toBe('Ancienne DANE : la DRNE, 1');
    expect(nameOffice(pageTexts, 'DRNE').layout.attribution('DANE de Dijon')).toContain(
      'par la DANE de Dijon',
    );
  });

  it('are the same where nothing was set, and made once for each name', () => {
    expect(nameOffice(TEXTS, undefined)).toBe(TEXTS);
    expect(nameOffice(TEXTS, 'DRANE')).toBe(nameOffice(TEXTS, 'DRANE'));
  });

  it('of all pages hold the name nowhere else', () => {
    expect(JSON.stringify(nameOffice(pageTexts, 'DRNE'))).not.toContain('DANE');
  });
});
