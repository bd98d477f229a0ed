import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../src/adapters/http/components/link.tsx';
import { languageLinks } from '../../src/adapters/http/layout/page-context.ts';
import { builtStyles } from '../support/built-styles.ts';
import { fr } from '../support/fr.ts';
import { HOSTILE_TEXT } from '../support/load/hostile-document.ts';
import { type SampleLocale, samplePages } from '../support/page-samples.tsx';

const LOCALES: readonly SampleLocale[] = ['fr', 'en'];
const everyPage = LOCALES.flatMap((locale) =>
  samplePages(locale).map(({ name, html }) => ({ locale, name, html, title: `${name} (${locale})` })),
);
const pageNamed = (name: string) => everyPage.find((page) => page.name === name)?.html ?? '';

function count(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0;
}

/** The names of the classes in a built style sheet. */
async function knownClasses(sheet: string): Promise<ReadonlySet<string>> {
  const text = new TextDecoder().decode((await builtStyles()).get(sheet));
  return new Set([...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));
}

describe.each(everyPage)('$title', ({ html, locale }) => {
  it('has one h1, its language, a title, a description and a skip link to its content', () => {
    expect(count(html, /<h1[ >]/g)).toBe(1);
    expect(html.startsWith(`<!doctype html><html lang="${locale}">`)).toBe(true);
    expect(html).toMatch(/<title>[^<]+ — DANE Dijon<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+"/);
    expect(html).toMatch(/<a class="skip" href="#content">[^<]+<\/a>/);
    expect(count(html, /<main id="content">/g)).toBe(1);
  });

  it('has the same content in the other language at the same address', () => {
    const other = locale === 'fr' ? 'en' : 'fr';
    expect(html).toMatch(new RegExp(`<a lang="${other}" hreflang="${other}" href="/[^"]*\\?lang=${other}"`));
  });

  it('uses no script, no inline style and no event handler', () => {
    expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toMatch(/<script/i);
    expect(html).not.toMatch(/<[^>]* style="/i);
    expect(html).not.toMatch(/<[a-z]+[^>"]*(?:"[^"]*"[^>"]*)* on[a-z]+=/i);
  });

  it('has each id only once', () => {
    const ids = [...html.matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no class that only the style sheet of the spaces knows', async () => {
    const used = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
    const [spaces, everybody] = await Promise.all([knownClasses('jalon.css'), knownClasses('public.css')]);
    expect(html).toContain('/assets/public.css');
    expect(used.filter((name) => spaces.has(name) && !everybody.has(name))).toEqual([]);
  });

  it('weighs less than 25 kB with its styles', async () => {
    const styles = (await builtStyles()).get('public.css');
    const size = gzipSync(html).length + gzipSync(styles ?? '').length;
    expect(styles).toBeDefined();
    expect(size).toBeLessThan(25_000);
  });
});

describe('a stranger’s badge', () => {
  const html = pageNamed('verify-stranger');
  it('is shown, and all of it is plain text', () => {
    expect(html).toContain('Advanced Diplomacy &lt;img src=x');
    expect(html).not.toContain(HOSTILE_TEXT);
    expect(html).not.toMatch(/<img[^>]*tracker/);
    expect(html).not.toMatch(/href="(javascript|data):/i);
  });

  it('has links that do not reveal the page they come from', () => {
    expect(html).toMatch(/<a href="https:\/\/university\.example[^"]*" rel="[^"]*noreferrer[^"]*"/);
  });

  it('has its lists and paragraphs laid out', () => {
    expect(html).toContain('<ol><li>first</li><li>second');
    expect(html).toContain('<p>First line.</p><ul><li>one');
  });
});

describe('the page of a credential', () => {
  const html = pageNamed('credential');
  it('shows the holder and the verdict, then what they do, who attests it and since when', () => {
    const order = [
      'Claire D. est RUPN confirmé·e</h1>',
      'class="seal"',
      'class="portrait-figures"',
      'id="deeds"',
      'id="attested"',
      'id="years"',
      '<details class="fold"',
    ];
    const places = order.map((part) => html.indexOf(part));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('has a preview for shared links and stays out of search engines', () => {
    expect(html).toContain('<meta property="og:image:width" content="1200"/>');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('lets no structured data end its own block', () => {
    expect(html).toContain('{"name":"\\u003c/script>"}');
  });

  it('shows the date and the public reason of a revocation once, and offers no sharing', () => {
    const revoked = pageNamed('credential-revoked');
    expect(revoked).toContain('class="verdict tone-bad"');
    const body = revoked.slice(revoked.indexOf('<body'));
    expect(count(body, /2 octobre 2026/g)).toBe(1);
    expect(count(body, /délivré par erreur/gi)).toBe(1);
    expect(revoked).toContain('content="Ce badge a été révoqué');
    expect(revoked).toContain(`${fr.credential.recognisedOnce}</h2>`);
    expect(revoked).not.toContain('est RUPN confirmé·e');
    expect(revoked).not.toContain('linkedin.com');
  });
});

describe('the page of a badge', () => {
  it('has the anchors to which signed badges refer', () => {
    for (const id of ['criteria', 'duration', 'families', 'hours']) {
      expect(pageNamed('badge')).toContain(` id="${id}"`);
    }
  });
});

describe('an address of ours', () => {
  it('keeps the language that a person chose, and names French only then', () => {
    expect(inLanguage({ locale: 'en' }, '/badges')).toBe('/badges?lang=en');
    expect(inLanguage({ locale: 'fr' }, '/badges')).toBe('/badges');
    expect(inLanguage({ locale: 'fr', chosenLanguage: 'fr' }, '/badges#a')).toBe('/badges?lang=fr#a');
    expect(inLanguage({ locale: 'en' }, '/badges?lang=en')).toBe('/badges?lang=en');
    expect(inLanguage({ locale: 'en' }, 'https://elsewhere.example/')).toBe('https://elsewhere.example/');
  });

  it('keeps the rest of the query when the language changes', () => {
    expect(languageLinks('/verify', { url: 'https://x.example/a?b' }).en).toBe(
      '/verify?url=https%3A%2F%2Fx.example%2Fa%3Fb&lang=en',
    );
  });
});
