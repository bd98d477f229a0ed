import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { type Desk, openDesk, UAI } from './support.ts';

const uai = fc.constantFrom(UAI.guyot, UAI.lacaille, UAI.ducs.toLowerCase(), '0210014X', '');
const email = fc.integer({ min: 0, max: 4 }).map((at) => `p${at}@ac-dijon.fr`);
const date = fc.constantFrom('2024-09-01', '01/02/2025', '2025-06-30', '2026-01-01', '31/02/2026');
const open = fc.oneof(date, fc.constant(''));
const reference = fc.integer({ min: 0, max: 6 }).map((at) => `R${at}`);
const text = fc.constantFrom('Un', 'Deux', 'Écrit « ainsi »', '');

/** Addresses move only forwards: a file that moves one back and forth contradicts itself. */
const person = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.boolean())
  .map(([one, other, moves]) => {
    const former = moves && other < one ? `p${other}@ac-dijon.fr` : '';
    return [`p${one}@ac-dijon.fr`, former] as const;
  });

const COLUMNS: Readonly<Record<string, readonly [string, fc.Arbitrary<readonly string[]>]>> = {
  'etablissements.csv': ['uai;nom;secteur', fc.tuple(uai, text, fc.constantFrom('Public', 'Privé', '?'))],
  'personnes.csv': [
    'email;ancien_email;prenom;nom;profil;uai',
    fc
      .tuple(person, text, text, fc.constantFrom('', 'chef', 'rupn|dane'), uai)
      .map(([addresses, ...others]) => [...addresses, ...others]),
  ],
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    fc.tuple(
      reference,
      email,
      uai,
      date,
      open,
      fc.constantFrom('A1', 'A1|C5', 'Z1'),
      fc.constantFrom('contact-dane', 'contact-dane|contact-collectivite', ''),
      fc.constantFrom('confirmee', 'confirmee-dane', 'demandee', 'contestee'),
    ),
  ],
  'autorisations.csv': [
    'uai;mission;collectivite;debut;fin',
    fc.tuple(uai, fc.constantFrom('C5', 'C6'), text, date, open),
  ],
  'evenements.csv': [
    'code;nature;intitule;debut;heures',
    fc.tuple(reference, fc.constantFrom('EV-PAF', 'EV-?'), text, date, fc.constantFrom('', '3', '4,5', '-1')),
  ],
  'presences.csv': [
    'email;evenement;heures;preuve',
    fc.tuple(email, reference, fc.constantFrom('', '2'), fc.constantFrom('0', '2', '4')),
  ],
  'points-etape.csv': ['email;uai;date;nature', fc.tuple(email, uai, date, fc.constantFrom('', 'bilan'))],
  'contributions.csv': [
    'reference;email;nature;date;validee',
    fc.tuple(reference, email, fc.constantFrom('projet', 'tutorat'), date, fc.constantFrom('', 'oui', '?')),
  ],
};

const folder: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  Object.fromEntries(
    Object.entries(COLUMNS).map(([name, [header, line]]) => [
      name,
      fc
        .array(line, { maxLength: 14 })
        .map((lines) => [header, ...lines.map((cells) => cells.join(';'))].join('\n')),
    ]),
  ),
);

async function withDesk(run: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk();
  try {
    await run(desk);
  } finally {
    await desk.close();
  }
}

describe('for any files', () => {
  test.prop([folder], { numRuns: 60 })(
    'importing them twice changes nothing',
    (files) =>
      withDesk(async (desk) => {
        const first = await desk.import(files);
        const before = desk.dump();
        const second = await desk.import(files);
        expect(second.summary).toMatchObject({ created: 0, updated: 0, refused: first.summary.refused });
        expect(second.refused).toEqual(first.refused);
        expect(desk.dump()).toBe(before);
      }),
    MUCH_WORK_MS,
  );

  test.prop([folder, folder], { numRuns: 40 })(
    'a dry run reports the same as an import, and writes nothing',
    (old, files) =>
      withDesk(async (desk) => {
        await desk.import(old);
        const before = desk.dump();
        const dry = await desk.import(files, { dryRun: true });
        expect(desk.dump()).toBe(before);
        expect(await desk.import(files)).toEqual(dry);
      }),
    MUCH_WORK_MS,
  );
});
