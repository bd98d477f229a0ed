import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { makeHand } from './hand.ts';
import { giveBadges, startYearSite, visibleText, type YearSite } from './year-site.ts';

/** The walks of a stranger, a teacher and a principal: the table « What each walk costs » of docs/design.md. */

const PHONE = { viewport: { width: 390, height: 664 } };
const SCHOOL = '/school/0210011Y';
const TEACHER = 'Claire Dupont';

let site: YearSite;
let teacher: Page;
let address: string;

beforeAll(async () => {
  site = await startYearSite();
  await giveBadges(site, TEACHER, ['RUPN-ENG', 'RUPN-CONF', 'RUPN-ACC']);
  teacher = await site.signIn(TEACHER);
});
afterAll(() => site.stop());

describe('the walk of a teacher', () => {
  it('publishes three badges with a name in four clicks, and a profile in two more', async () => {
    const hand = makeHand();
    await teacher.goto('/my');
    await hand.click(teacher, 'link', fr.my.moment.home.see(3));
    await hand.click(teacher, 'radio', fr.my.badges.one.names.full.label);
    await hand.click(teacher, 'radio', fr.my.moment.forms.feminine);
    await hand.click(teacher, 'button', fr.my.moment.accept(3));
    expect(hand.done).toEqual({ clicks: 4, fields: 0 });
    address = await teacher.getByLabel(fr.credential.address).first().inputValue();
    await hand.click(teacher, 'link', fr.my.moment.published.makeProfile);
    await hand.click(teacher, 'button', fr.publicProfiles.own.save);
    const profile = new URL(await teacher.locator('#profile-address').inputValue()).pathname;
    const outsider = await site.open();
    await outsider.goto(profile);
    expect(await visibleText(outsider)).toContain(`${TEACHER} est`);
    expect(hand.done).toEqual({ clicks: 6, fields: 0 });
  });
});

describe('the walk of a stranger', () => {
  it('reads who, what and the verdict on the first screen of a link, without a click', async () => {
    const outsider = await site.open(PHONE);
    await outsider.goto(address);
    for (const part of ['h1', '.seal']) {
      const box = await outsider.locator(part).boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.viewport.height);
    }
  });

  it('learns who the issuer is in one click, and verifies a link in two clicks and one field', async () => {
    const outsider = await site.open();
    const hand = makeHand();
    await outsider.goto(address);
    await hand.click(outsider, 'link', 'DANE de Dijon');
    expect(new URL(outsider.url()).pathname).toBe('/issuer');
    expect(hand.done).toEqual({ clicks: 1, fields: 0 });

    const verifying = makeHand();
    await verifying.click(outsider, 'link', 'Vérifier');
    await verifying.fill(outsider, 'credential', address);
    await verifying.click(outsider, 'button', fr.verify.submit);
    expect(await visibleText(outsider)).toContain(fr.credential.seal);
    expect(verifying.done).toEqual({ clicks: 2, fields: 1 });
  });
});

describe('the walk of a principal', () => {
  it('confirms all that is clean in two clicks', async () => {
    const principal = await site.signIn('Jeanne Voisin');
    const hand = makeHand();
    await principal.goto(SCHOOL);
    await hand.click(principal, 'link', fr.school.entries.confirmations);
    await hand.click(principal, 'button', fr.school.decisions.confirmChosen);
    await principal.getByText(fr.school.decisions.together(1, 0, 0)).waitFor();
    expect(hand.done).toEqual({ clicks: 2, fields: 0 });
  });
});

describe('a screen reader hears, in this order (docs/accessibility.md)', () => {
  it('who, what and the verdict of a badge, then the acts, who stands behind it, and the folds', async () => {
    const outsider = await site.open(PHONE);
    await outsider.goto(address);
    await expectHeard(outsider, [
      'link "Aller au contenu"',
      '- banner',
      'img "Badge « RUPN confirmée',
      `heading "${TEACHER} est RUPN confirmée" [level=1]`,
      fr.credential.seal,
      'link "DANE de Dijon"',
      `group: ${fr.credential.share}`,
      `group: ${fr.credential.elsewhere}`,
      `link "${fr.easy.link}"`,
      fr.credential.about.person,
      `heading "${fr.credential.attested}" [level=2]`,
      `heading "${fr.credential.criteria}" [level=2]`,
      `heading "${fr.credential.decided}" [level=2]`,
      `heading "${fr.credential.checks}" [level=2]`,
      `heading "${fr.credential.download}" [level=2]`,
      '- contentinfo',
    ]);
  });

  it('each new badge with its name and its day, then each choice as one group, then the act', async () => {
    await giveBadges(site, 'Paul Martin', ['RUPN-ENG']);
    const paul = await site.signIn('Paul Martin');
    await paul.goto('/my/badges/new');
    await expectHeard(paul, [
      `navigation "${fr.my.navigation}"`,
      `heading "${fr.my.moment.title(1)}" [level=1]`,
      'heading "RUPN engagé·e" [level=2]',
      'Délivré par la DANE de Dijon le',
      `link "${fr.my.moment.decline} : RUPN engagé·e"`,
      'group "Qui le voit ?"',
      'group "Votre nom sur la page"',
      `radio "${fr.my.badges.one.names.full.label}"`,
      `button "${fr.my.moment.accept(1)}"`,
      `button "${fr.my.moment.preview}"`,
      '- contentinfo',
    ]);
  });

  it('what awaits a principal, then the matrix by its caption, its heads and each mission with its state', async () => {
    const principal = await site.signIn('Jeanne Voisin');
    await principal.goto(SCHOOL);
    await expectHeard(principal, [
      'heading "Vue d’ensemble" [level=1]',
      'heading "Ce qui vous attend" [level=2]',
      'heading "La répartition des missions" [level=2]',
      'table "Répartition des missions, Lycée Anna Judic',
      'columnheader "Mission ou rôle"',
      'rowheader "A · Accompagner l’équipe éducative"',
      'rowheader "A1 · ',
      'text: personne',
      'link "Proposer cette mission : A1 · ',
      'rowheader "B · Conseiller le chef d’établissement"',
      '- contentinfo',
    ]);
  });
});

/** That Chromium's accessibility tree holds these parts in this order. */
async function expectHeard(page: Page, parts: readonly string[]): Promise<void> {
  const heard = withSpaces(await page.locator('body').ariaSnapshot());
  let from = 0;
  const found = parts.filter((part) => {
    const at = heard.indexOf(withSpaces(part), from);
    if (at >= 0) from = at;
    return at >= 0;
  });
  expect(found).toEqual(parts);
}

/** No-break spaces as spaces: the tree has both. */
const withSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
