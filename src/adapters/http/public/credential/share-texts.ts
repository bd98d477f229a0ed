import type { Ports } from '../../../../application/service-ports.ts';
import type { Locale } from '../../env.ts';
import type { ShareWords } from '../../view-models/public-pages.ts';
import { WORDS, wordsOf } from '../../view-models/public-texts.ts';
import { headline } from './headline.ts';

interface Said {
  readonly badge: Parameters<typeof headline>[1];
  readonly issuerName: string;
  readonly pageUrl: string;
  readonly locale: Locale;
}

/** What anyone says who shares a badge's page. */
export function shareWordsOf(
  ports: Pick<Ports, 'settings' | 'catalogue'>,
  { badge, issuerName, pageUrl, locale }: Said,
): ShareWords {
  const title = headline(wordsOf(ports, locale).pages, badge);
  const { shared } = WORDS[locale].labels.share;
  return { title, text: shared(title, issuerName), phrase: shared(title, issuerName, pageUrl) };
}
