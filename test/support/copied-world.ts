import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { endorsementPath } from '../../src/issuing/addresses.ts';
import { jalon } from './command-line.ts';
import { type IssuedBadge, issueEverything, startTestService, type TestService } from './service.ts';
import { signEndorsement } from './signed-endorsement.ts';

const PEOPLE = ['claire', 'denis', 'elise', 'fabien', 'gaelle'] as const;
type Name = (typeof PEOPLE)[number];

/** A service with one badge in each state, and its copy. */
export interface CopiedWorld {
  readonly service: TestService;
  /** The folder of the copy. */
  readonly folder: string;
  readonly badges: Readonly<Record<'shown' | 'revoked' | 'hidden' | 'waiting' | 'erased', IssuedBadge>>;
  readonly profilePath: string;
  /** A key that was declared compromised before it signed anything. */
  readonly stolenKey: string;
  /** An endorsement of a badge by another body, by the path of its file. */
  readonly endorsement: { readonly path: string; readonly text: string };
  remove(): Promise<void>;
}

export async function makeCopiedWorld(): Promise<CopiedWorld> {
  const service = await startTestService();
  const place = mkdtempSync(join(tmpdir(), 'jalon-copy-'));
  const folder = join(place, 'copy');
  const badgeOf = await issueForEach(service);
  const badges = {
    shown: badgeOf('claire'),
    revoked: badgeOf('denis'),
    hidden: badgeOf('elise'),
    waiting: badgeOf('fabien'),
    erased: badgeOf('gaelle'),
  };
  const { services } = service;
  const choice = { actor: 'test', name: 'full', visibility: 'public' } as const;
  for (const { id } of [badges.shown, badges.revoked, badges.hidden, badges.erased]) {
    await services.acceptCredential({ ...choice, id });
  }
  await services.revokeCredential({ id: badges.revoked.id, actor: 'test', reason: 'Erreur de saisie' });
  await services.hideCredential({ id: badges.hidden.id, actor: 'test' });
  await services.erasePerson({ email: emailOf('gaelle'), actor: 'test' });
  const personId = await holderOf(service, badges.shown);
  const credentialIds: readonly CredentialId[] = [badges.shown.id];
  const profile = await services.savePublicProfile({
    ...{ personId, credentialIds },
    ...{ name: 'full', searchable: true },
  });
  const endorsement = await keepEndorsement(service);
  const stolenKey = await loseKey(service);
  await run(service, 'export-static', folder);
  return {
    service,
    folder,
    badges,
    profilePath: `/profiles/${profile.id}`,
    stolenKey,
    endorsement,
    async remove() {
      rmSync(place, { recursive: true, force: true });
      await service.stop();
    },
  };
}

/** Keeps an endorsement of a badge by another body, signed by another project's library. */
async function keepEndorsement({ services }: TestService): Promise<CopiedWorld['endorsement']> {
  const text = await signEndorsement();
  const kept = await services.keepAchievementEndorsement({ given: text, actor: 'test' });
  if (kept.kind === 'refused') throw new Error(kept.because);
  return { path: endorsementPath(kept.endorsement), text };
}

/** Runs a verb as the operator does, in a process of its own. */
async function run({ environment }: TestService, ...words: readonly string[]) {
  const { code, stderr, lines } = await jalon([...words, '--json'], { environment });
  if (code !== 0) throw new Error(stderr);
  return lines;
}

/** Replaces the signing key by a new one, and declares the old one compromised. */
async function loseKey(service: TestService): Promise<string> {
  const rotated = await run(service, 'keys', 'rotate', '--algorithm', 'Ed25519');
  const kid = String(rotated.at(-1)?.['kid']);
  await run(service, 'keys', 'compromise', kid, '--reason', 'Clé copiée par erreur', '--yes');
  await service.keys.refresh();
  return kid;
}

function emailOf(name: Name): string {
  return `${name}@ac-test.example`;
}

/** One badge for each person. */
async function issueForEach(service: TestService): Promise<(name: Name) => IssuedBadge> {
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': [
      'email;prenom;nom',
      ...PEOPLE.map((name) => `${emailOf(name)};${name};Dupont`),
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...PEOPLE.map((name) => `${name};${emailOf(name)};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`),
      '',
    ].join('\n'),
  });
  const issued = await issueEverything(service);
  const byPerson = new Map<string, IssuedBadge>();
  for (const badge of issued) {
    const [person] = await service.ports.store.readPeople([await holderOf(service, badge)]);
    byPerson.set(person?.emails[0] ?? '', badge);
  }
  return (name) => byPerson.get(emailOf(name)) as IssuedBadge;
}

async function holderOf({ ports }: TestService, { id }: IssuedBadge): Promise<PersonId> {
  const found = await ports.store.readCredential(id);
  if (found?.award.recipient.kind !== 'person') throw new Error('not a badge of a person');
  return found.award.recipient.personId;
}
