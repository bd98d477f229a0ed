import { describe, expect, it } from 'vitest';
import { searchSchools } from '../../src/domain/school-search.ts';

const school = (uai: string, type: string, name: string, commune: string, postalCode: string) => ({
  uai,
  type,
  name,
  commune,
  postalCode,
  department: "Côte-d'Or",
});

const SCHOOLS = [
  school('0210001M', 'Collège', 'Collège Claude Guyot', 'Arnay-le-Duc', '21230'),
  school('0210056X', 'Collège', 'Collège Marcel Dumas', 'Dijon', '21000'),
  school('0210057Y', 'Collège', 'Marcelle Pardé', 'Dijon', '21033'),
  school('0210019G', 'Lycée', 'Lycée polyvalent Le Castel', 'Dijon', '21000'),
  school('0210018F', 'Lycée', 'Lycée général et technologique Carnot', 'Dijon', '21000'),
  school('0890057V', 'Lycée', 'Lycée polyvalent Chevalier d’Éon', 'Tonnerre', '89700'),
  school('0210032W', 'Lycée', 'Lycée professionnel Eugène Guillaume', 'Montbard', '21500'),
  school('0211033J', 'Lycée', 'Lycée général et technologique privé du Saint-Cœur', 'Beaune', '21200'),
];

const namesFor = (text: string) => {
  const { schools, whole } = searchSchools(text, SCHOOLS);
  return [...schools.map(({ name }) => name.split(' ').at(-1)), ...(whole ? [] : ['closest'])];
};

describe('a search for a school', () => {
  it.each([
    ['college dumas dijon', ['Dumas']],
    ['Collège DUMAS', ['Dumas']],
    ['clg dumas', ['Dumas']],
    ['colege dumas', ['Dumas']],
    ['collège de Marcel Dumas, à Dijon', ['Dumas']],
    ['clg parde', ['Pardé']],
    ['lycée le castel', ['Castel']],
    ['lycee castel dijon', ['Castel']],
    ['lpo castel', ['Castel']],
    ['castel', ['Castel']],
    ['lgt carnot', ['Carnot']],
    ['lycée général Carnot', ['Carnot']],
    ['lycee d eon tonnerre', ['d’Éon']],
    ['lycée pro eugene guillaume', ['Guillaume']],
    ['lp guillaume montbard', ['Guillaume']],
    ['st coeur', ['Saint-Cœur']],
    ['lycée du Saint‑Cœur', ['Saint-Cœur']],
    ['ste ursule', []],
    ['0210001m', ['Guyot']],
    ['0210001M', ['Guyot']],
    ['21230', ['Guyot']],
    ['arnay le duc', ['Guyot']],
    ['guy', ['Guyot']],
    ['uyot', []],
    ['nulle part', []],
    [' %_ ', []],
    ['', []],
  ])('finds for %j %j', (text, names) => {
    expect(namesFor(text)).toEqual(names);
  });

  it.each([
    ['college dumas beaune', ['Dumas', 'closest']],
    ['lgt castel', ['Castel', 'closest']],
    ['lycée guyot', ['Guyot', 'closest']],
    ['dumas carnot', ['Dumas', 'Carnot', 'closest']],
  ])('has for %j the schools with most of the words, and states that none has all', (text, names) => {
    expect(namesFor(text)).toEqual(names);
  });

  it('finds none if only the kind matches, and the name does not', () => {
    expect(namesFor('lycée nulle')).toEqual([]);
  });

  it('shows all of a kind, by name', () => {
    expect(namesFor('lycée')).toHaveLength(5);
  });
});
