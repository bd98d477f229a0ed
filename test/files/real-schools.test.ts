import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { type Desk, openDesk } from './support.ts';

const FILE = readFileSync(join(import.meta.dirname, '../../data/establishments-dijon.csv'));

describe('the published list of schools', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it('is imported whole, without a remark', async () => {
    const { summary, entries } = await desk.import({ 'establishments-dijon.csv': FILE });
    expect(entries).toEqual([]);
    expect(summary).toEqual({ created: 314, updated: 0, unchanged: 0, refused: 0, notices: 0 });
  });

  it('keeps sector, agricultural flag and empty communes', async () => {
    await desk.import({ 'establishments-dijon.csv': FILE });
    const uais = FILE.toString('utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.slice(0, 8) as Uai);
    const schools = await desk.store.readSchoolsByUai(uais);
    expect(schools).toHaveLength(314);
    expect(schools.filter(({ sector }) => sector === 'private')).toHaveLength(84);
    expect(schools.filter(({ agricultural }) => agricultural)).toHaveLength(20);
    expect(schools.filter(({ sector, agricultural }) => sector === 'public' && !agricultural)).toHaveLength(
      215,
    );
    expect(schools.find(({ uai }) => uai === '0212298J')).toEqual({
      uai: '0212298J',
      type: 'Collège',
      name: "Collège de l'abbaye de Notre Dame de Cîteaux",
      postalCode: '',
      commune: '',
      departmentCode: '21',
      department: "Côte-d'Or",
      sector: 'private',
      agricultural: false,
    });
  });

  it('changes nothing the second time', async () => {
    await desk.import({ 'establishments-dijon.csv': FILE });
    const before = desk.dump();
    const { summary } = await desk.import({ 'establishments-dijon.csv': FILE });
    expect(summary).toEqual({ created: 0, updated: 0, unchanged: 314, refused: 0, notices: 0 });
    expect(desk.dump()).toBe(before);
  });
});
