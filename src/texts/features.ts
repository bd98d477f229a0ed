import { joined, partsOf } from '../domain/features/merge.ts';
import * as TEXTS from '../features/all/texts.ts';

type Texts = { readonly [F in keyof typeof TEXTS]: ReturnType<(typeof TEXTS)[F]['fr']> };

/** The texts of all features in one language, with the office as it is called here. */
export function featureTexts(language: 'fr' | 'en', office: string) {
  const made = Object.entries(TEXTS).map(([name, texts]) => [name, texts[language](office)]);
  const all = Object.fromEntries(made) as Texts;
  const menus = partsOf(all, 'menu');
  return {
    pages: partsOf(all, 'page'),
    done: joined(partsOf(all, 'done')),
    tables: joined(partsOf(all, 'tables')),
    columns: joined(partsOf(all, 'columns')),
    history: joined(partsOf(all, 'history')),
    audit: joined(partsOf(all, 'audit')),
    errors: joined(partsOf(all, 'errors')),
    mails: joined(partsOf(all, 'mails')),
    menu: {
      my: joined(partsOf(menus, 'my')),
      dane: joined(partsOf(menus, 'dane')),
      school: joined(partsOf(menus, 'school')),
    },
  };
}
