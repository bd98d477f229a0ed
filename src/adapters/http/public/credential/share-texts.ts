import type { Ports } from '../../../../application/service-ports.ts';
import type { Locale } from '../../env.ts';
import type { ShareTexts } from '../../view-models/public-pages.ts';
import { TEXTS, textsOf } from '../../view-models/public-texts.ts';
import { headline } from './headline.ts';

interface SharedBadge {
  readonly badge: Parameters<typeof headline>[1];
  readonly issuerName: string;
  readonly pageUrl: string;
  readonly locale: Locale;
}

/** What anyone says who shares a badge's page. */
export function shareTextsOf(
  ports: Pick<Ports, 'settings' | 'catalogue'>,
  { badge, issuerName, pageUrl, locale }: SharedBadge,
): ShareTexts {
  const title = headline(textsOf(ports, locale).pages, badge);
  const { shared } = TEXTS[locale].labels.share;
  return { title, text: shared(title, issuerName), phrase: shared(title, issuerName, pageUrl) };
}
