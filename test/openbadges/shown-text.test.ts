import { describe, expect, it } from 'vitest';
import { publicFactsOf } from '../../src/open-badges/credential/public-facts.ts';
import { mixesAlphabets, skeletonOf } from '../../src/open-badges/parsing/confusables.ts';
import { quotable, shownAddress, shownText } from '../../src/open-badges/parsing/safe-display-text.ts';

describe('a text of a stranger, as a page shows it', () => {
  it.each([
    ['a space without width', 'DANE\u200bde Dijon', 'DANE\ufffdde Dijon'],
    ['a text turned around', 'abc\u202edcba\u202c', 'abc\ufffddcba\ufffd'],
    ['an isolate', '\u2067émis par nous\u2069', '\ufffdémis par nous\ufffd'],
    ['a control character', 'a\u0007\u001b[2Jb', 'a\ufffd[2Jb'],
    ['a joiner between Latin letters', 'DA\u200dNE', 'DA\ufffdNE'],
    ['a letter without a shape', 'DANE\u3164', 'DANE\ufffd'],
    ['letters of a tag', 'a\u{e0041}\u{e0042}', 'a\ufffd'],
    ['a pile of accents', `e${'\u0301'.repeat(60)}`, `e${'\u0301'.repeat(4)}`],
    ['a line separator', 'a\u2028b', 'a\nb'],
    ['an optional hyphen', 'co\u00adopération', 'coopération'],
    ['a text of a megabyte', 'x'.repeat(1_000_000), `${'x'.repeat(100_000)}…`],
  ])('shows %s', (_what, given, shown) => {
    expect(shownText(given)).toBe(shown);
  });

  it.each([
    'Élève « référent »\n- liste\tet suite',
    '👩🏽‍🏫 enseignante',
    'می\u200cخواهم',
    'क्\u200dष',
    'Ǖ n\u0303',
  ])('leaves %s as it is', (text) => expect(shownText(text)).toBe(text));

  it('is changed so in a badge, whose identifiers stay as they were written', () => {
    const facts = publicFactsOf({
      id: 'urn:a\u202eb',
      issuer: { id: 'urn:c\u202ed', name: 'DANE\u202e' },
      credentialSubject: { achievement: { name: 'RUPN\u200b', alignment: [{ targetName: 'C\u2066' }] } },
    });
    expect(facts.id).toBe('urn:a\u202eb');
    expect(facts.issuer).toEqual({ id: 'urn:c\u202ed', name: 'DANE\ufffd' });
    expect(facts.achievement.name).toBe('RUPN\ufffd');
    expect(facts.alignments).toEqual([{ name: 'C\ufffd' }]);
  });
});

describe('a text of a stranger inside quotation marks of ours', () => {
  it.each([
    ['marks that would end ours', 'la DANE » et « plus', 'la DANE ’ et ’ plus'],
    ['line breaks', 'Palmes\n\u001b[1A\n\tSignature', 'Palmes\ufffd[1A Signature'],
    ['a long text', 'x'.repeat(500), `${'x'.repeat(120)}…`],
  ])('stays on one line, without %s', (_what, given, shown) => {
    expect(quotable(given)).toBe(shown);
  });
});

describe('an address of a stranger, as a page shows it', () => {
  it.each([
    ['a Cyrillic letter', 'https://d\u0430ne.ac-dijon.fr/x', 'https://xn--dne-6cd.ac-dijon.fr/x'],
    ['a Cyrillic word', 'https://\u0441\u0435.fr/', `${new URL('https://\u0441\u0435.fr/').href}`],
    ['a Latin letter without a dot', 'https://d\u0131jon.fr/', `${new URL('https://d\u0131jon.fr/').href}`],
    [
      'a sign like a slash',
      'https://a.fr\u2044x.evil.example/',
      `${new URL('https://a.fr\u2044x.evil.example/').href}`,
    ],
    ['a name that imitates a host', 'https://dane.ac-dijon.fr@evil.example/', 'https://evil.example/'],
    ['a text turned around', 'https://a.example/\u202efdp.exe', 'https://a.example/\ufffdfdp.exe'],
  ])('shows %s', (_what, given, shown) => {
    expect(shownAddress(given)).toBe(shown);
    expect(shown).not.toContain('\u0430');
  });

  it.each([
    'https://académie.fr/équipe',
    'https://œuvres.example/',
    'did:web:a.example',
    'https://[::1]:8443/',
  ])('leaves %s as it is', (address) => expect(shownAddress(address)).toBe(address));
});

describe('names that look alike', () => {
  it.each([
    'D\u0410NE de Dijon',
    'DANE de Dij\u03bfn',
    '\u13a0\u13aaNE d\u0435 D\u00edjon',
    '\uab70\uab7aNE de D\uab75jon',
    '\ua4d3\ua4ee\ua4e0\ua4f0 de Dijon',
    '\u15ea\u15e9\u144e\u15f4 de D\u026ajon',
    '\u{1d403}\u{1d400}\u{1d40d}\u{1d404} de Dijon',
    'DANE de D|jon',
    'dane-de-dij0n',
    'DA\u200bNE  DE DIJON',
    'DA\u3164NE\u02d0de D\u01c0jon\u02bc',
  ])('%s reads as DANE de Dijon', (name) => {
    expect(skeletonOf(name)).toBe(skeletonOf('DANE de Dijon'));
  });

  it('are distinguished where they read differently', () => {
    expect(skeletonOf('DANE de Lyon')).not.toBe(skeletonOf('DANE de Dijon'));
    expect(skeletonOf('Мария')).not.toBe(skeletonOf('Mapna'));
  });

  it.each([
    ['D\u0410NE', true],
    ['\u0395cole', true],
    ['Université de Санкт-Петербург', false],
    ['Мария', false],
    ['ABC公司', false],
    ['Élèves & œuvres', false],
  ])('%s mixes alphabets in a word: %s', (name, mixes) => {
    expect(mixesAlphabets(name)).toBe(mixes);
  });
});
