import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUai } from '../../src/domain/uai.ts';
import { disclosedInText } from '../../src/features/endorsements/feature-disclosed-in-text.ts';
import { disclosedBeyond, shownComments } from '../../src/features/endorsements/feature-words-shown.ts';
import { rounds } from '../support/property-runs.ts';

const PERSON = {
  givenName: 'Jean-Noël',
  familyName: 'de La Tour',
  emails: ['jean-noel.delatour@ac-test.example', 'jntour@ac-test.example'],
};
const SCHOOL = {
  uai: parseUai('0210001M'),
  name: 'Collège Claude Guyot',
  commune: 'Arnay-le-Duc',
};
const disclosedFacts = (text: string) => [...disclosedInText(text, PERSON, [SCHOOL])];

describe('words about a person', () => {
  it.each([
    'Jean-Noël porte nos projets.',
    'jean noel porte nos projets',
    'Merci à JEAN-NOEL !',
    'M. de La Tour forme ses collègues.',
    'L’appui de m. tour est précieux.',
    'Jeannoël, toujours là.',
    'Écrire à jean-noel.delatour@ac-test.example.',
    'Bravo @jntour',
    'Monsieur Delatour anime le réseau.',
  ])('name the person: %s', (text) => {
    expect(disclosedFacts(text)).toContain('name');
  });

  it.each(['J.-N. D. L. T. porte nos projets.', 'JNT nous aide.', 'Merci, J. N. T.', 'Bravo J.T. !'])(
    'hold the initials: %s',
    (text) => {
      expect(disclosedFacts(text)).toEqual(['initials']);
    },
  );

  it.each([
    'Au collège Claude-Guyot, tout marche.',
    'Référent à GUYOT depuis trois ans.',
    'Il fait vivre le numérique à Arnay.',
    'Établissement 0210001m.',
  ])('name the school: %s', (text) => {
    expect(disclosedFacts(text)).toEqual(['school']);
  });

  it.each([
    'Il porte nos projets avec rigueur, et il y a de quoi.',
    'Une aide précieuse pour tout le collège.',
    'Le TNE et l’ENT lui doivent beaucoup.',
    'À la rentrée, il a formé le lycée et les écoles du réseau.',
  ])('name no one: %s', (text) => {
    expect(disclosedFacts(text)).toEqual([]);
  });
});

/** A name as people write it, with accents, particles and hyphens. */
const names = fc
  .array(fc.stringMatching(/^[A-ZÀÉÈÎÔ][a-zàâéèêîïôùûç]{2,9}$/), { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom(' ', '-').map((between) => parts.join(between)));
/** The same name as a hurried principal writes it. */
const asWritten = (name: string) =>
  fc.constantFrom(
    name,
    name.toUpperCase(),
    name.toLowerCase(),
    name.normalize('NFD'),
    name.normalize('NFD').replace(/\p{M}/gu, ''),
    name.replace(/[- ]/gu, ' '),
    name.replace(/[- ]/gu, '\u2010'),
    name.replace(/[- ]/gu, ''),
  );

describe('any name', () => {
  it('is noticed however it is written, inside any sentence', () => {
    const fixtures = fc.tuple(names, names).chain(([givenName, familyName]) =>
      fc.record({
        person: fc.constant({ givenName, familyName, emails: [] }),
        written: fc.oneof(asWritten(givenName), asWritten(familyName)),
        before: fc.constantFrom('', 'Merci à ', 'l’', '« ', '('),
        after: fc.constantFrom('', '.', ' porte nos projets', ' »', ', toujours', '’s'),
      }),
    );
    fc.assert(
      fc.property(fixtures, ({ person, written, before, after }) => {
        expect([...disclosedInText(`${before}${written}${after}`, person, [])]).toContain('name');
      }),
      { numRuns: rounds(2000) },
    );
  });
});

describe('the words that a badge shows', () => {
  const about = { person: PERSON, schools: [SCHOOL] };
  const [plain, naming] = [{ comment: 'Une aide précieuse.' }, { comment: 'Merci à Jean-Noël.' }];
  const shown = (
    name: 'none' | 'initials' | 'full',
    showSchools: boolean,
    words: 'fitting' | 'all' | 'none',
  ) => shownComments({ name, showSchools, words }, [plain, naming], about);

  it('tell no more than the name and the schools that its holder shows', () => {
    expect(shown('full', true, 'fitting')).toEqual([plain, naming]);
    expect(shown('none', true, 'fitting')).toEqual([plain]);
    expect(shown('initials', true, 'fitting')).toEqual([plain]);
    // Words are signed in the name of the school.
    expect(shown('full', false, 'fitting')).toEqual([]);
  });

  it('are all of them, or none, where its holder asks for it', () => {
    expect(shown('none', false, 'all')).toEqual([plain, naming]);
    expect(shown('full', true, 'none')).toEqual([]);
  });

  it('are said to tell more before the choice', () => {
    const choice = { name: 'none', showSchools: false } as const;
    expect(disclosedBeyond(choice, naming, about)).toEqual(['name', 'school']);
    expect(disclosedBeyond(choice, plain, about)).toEqual(['school']);
    expect(disclosedBeyond({ name: 'full', showSchools: true }, naming, about)).toEqual([]);
  });
});
