import { describe, expect, it } from 'vitest';
import { leadOf } from '../../src/adapters/http/public/badge/view.ts';
import { badgeFileName } from '../../src/adapters/http/public/credential/badge-file-name.ts';
import { badgeAlignments } from '../../src/adapters/http/public/framework/alignments.ts';
import { toSlug } from '../../src/adapters/http/responses/url-path.ts';
import { achievementOf, publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { NameChoice } from '../../src/domain/award/types.ts';
import { inLanguage } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { ogCardSvg } from '../../src/drawings/og-card-svg.ts';
import { badgeTitle, servedTitle } from '../../src/issuing/badge-title.ts';
import { atSchool } from '../../src/texts/fr/grammar/school-name.ts';
import { badgeStyle, criteriaInForce } from '../support/office.ts';

const criteria = criteriaInForce('2026-11-24' as LocalDate);

describe('a school’s name after « à »', () => {
  it.each([
    ['Collège Bréart', 'au collège Bréart'],
    ['Lycée professionnel Roland Carraz', 'au lycée professionnel Roland Carraz'],
    ['EREA Claude Brosse', 'à l’EREA Claude Brosse'],
    ['École 2cg', 'à l’école 2cg'],
    ['Cité scolaire Carnot', 'à la cité scolaire Carnot'],
    ['L’école d’à côté', 'à l’école d’à côté'],
    ['EISEC', 'à l’établissement EISEC'],
  ])('%s → %s', (name, stated) => {
    expect(atSchool(name)).toBe(stated);
  });
});

describe('the title of a badge', () => {
  const award = (kind: 'person' | 'establishment') =>
    ({ recipient: { kind }, schoolYear: 2025, grantedAt: '2026-07-12T09:00:00Z' }) as never;
  const issued = (given: never, name: string, shown: NameChoice = 'full') =>
    ({ award: given, credential: { document: JSON.stringify({ name }), choice: { name: shown } } }) as never;

  it('has the school year of a team’s badge', () => {
    const team = achievementOf(criteria, 'RUPN-EQUIPE');
    const given = award('establishment');
    expect(badgeTitle(team, given, 'fr')).toBe('Équipe RUPN 2025-2026');
    expect(badgeFileName(team, issued(given, 'Équipe RUPN 2025-2026'))).toBe('equipe-rupn-2025-2026');
  });

  it('comes from the served document in French, and from the criteria in English', () => {
    const confirmed = achievementOf(criteria, 'RUPN-CONF');
    const shown = issued(award('person'), 'RUPN confirmée');
    expect(servedTitle(confirmed, shown, 'fr')).toBe('RUPN confirmée');
    expect(servedTitle(confirmed, shown, 'en')).toBe('Established RUPN');
  });

  it('has both forms for every badge of a person whose name has a middle dot', () => {
    const forms = criteria.achievements.map(({ name, titles }) => [name.fr.includes('·'), !!titles]);
    expect(forms.filter(([dotted, titled]) => dotted !== titled)).toEqual([]);
    const stated = criteria.achievements.flatMap(({ titles }) => Object.values(titles ?? {}));
    expect(stated.filter((title) => title.includes('·'))).toEqual([]);
  });

  it('becomes a file name in ASCII, with the year of the award', () => {
    const given = award('person');
    const names = criteria.achievements.map((one) => badgeFileName(one, issued(given, one.name.fr)));
    expect(names.every((name) => name.startsWith('equipe') || /^[a-z]+(-[a-z]+)*-2026$/.test(name))).toBe(
      true,
    );
    const confirmed = achievementOf(criteria, 'RUPN-CONF');
    expect(badgeFileName(confirmed, issued(given, 'RUPN confirmé·e'))).toBe('rupn-confirme-2026');
    expect(badgeFileName(confirmed, issued(given, 'RUPN confirmée'))).toBe('rupn-confirmee-2026');
    // A nameless badge tells the school year, here 2025-2026, by the year in which it begins.
    expect(badgeFileName(confirmed, issued(given, 'RUPN confirmé·e', 'none'))).toBe('rupn-confirme-2025');
    expect(toSlug('Accompagnateur·rice numérique')).toBe('accompagnateur-numerique');
  });
});

describe('the alignments of a badge', () => {
  const of = (code: string, locale: 'fr' | 'en') =>
    badgeAlignments(achievementOf(criteria, code), {
      catalogue: publishedCatalogue,
      origin: 'https://x.example',
      locale,
    });

  it('are sorted by framework, then by code in numeric order', () => {
    for (const { code } of criteria.achievements) {
      const { alignments } = of(code, 'fr');
      const { compare } = new Intl.Collator('fr', { numeric: true });
      const keys = alignments.map((one) => `${one.framework} ${one.code}`);
      expect(keys).toEqual(keys.toSorted(compare));
    }
    const professional = of('RUPN-ACC', 'fr').alignments.filter(({ code }) => code?.startsWith('CC'));
    expect(professional.map(({ code }) => code)).toEqual(
      professional.map(({ code }) => code).toSorted((a, b) => Number(a?.slice(2)) - Number(b?.slice(2))),
    );
  });

  it('are not mixed with the missions of our own framework', () => {
    const { missions, alignments } = of('RUPN-VEILLE', 'fr');
    expect(missions.map(({ code }) => code)).toEqual(['E1', 'E3']);
    expect(alignments.some(({ url }) => url?.startsWith('https://x.example'))).toBe(false);
  });

  it('name the European framework in the reader’s language', () => {
    const names = (locale: 'fr' | 'en') => of('RUPN-VEILLE', locale).alignments.map((one) => one.framework);
    expect(names('fr')).toContain('Cadre européen des compétences numériques des éducateurs (DigCompEdu)');
    expect(names('en')).toContain('European Framework for the Digital Competence of Educators');
  });
});

describe('the words of a shared link about a badge', () => {
  it.each(['fr', 'en'] as const)('are a whole sentence, on its picture too (%s)', (locale) => {
    for (const { name, description, drawing } of criteria.achievements) {
      const lead = leadOf(inLanguage(description, locale));
      expect(lead).toMatch(/\.$/);
      expect(lead).not.toMatch(/:/);
      const badge = { look: badgeStyle, drawing, lit: [], office: 'DANE' };
      const card = ogCardSvg({
        title: inLanguage(name, locale),
        subtitle: lead,
        issuer: 'DANE',
        footer: 'x',
        badge,
      });
      expect(card.replace(/<desc>.*?<\/desc>/, '')).not.toContain('…');
    }
  });
});
