import { usePageContext } from '../layout/page-context.ts';
import type { Shared } from '../view-models/public-pages.ts';
import { CopyButton } from './copy-button.tsx';
import { LinkList } from './details.tsx';

/** The attributes with which the script opens the browser's own sheet. */
export function shareAttributes({ pageUrl, title, text }: Pick<Shared, 'pageUrl' | 'title' | 'text'>) {
  return { 'data-share': pageUrl, 'data-share-title': title, 'data-share-text': text };
}

/** A quiet button and what it opens: a ready sentence, the address, links. Where the browser has its own sheet
 *  for sharing, the script opens it instead. */
export function ShareDetails({ shared }: { shared: Shared }) {
  const { credential: texts, forms } = usePageContext().t;
  return (
    <details name="page-action" {...shareAttributes(shared)} data-copied={forms.copied}>
      <summary>{texts.share}</summary>
      <div class="badge-action">
        <ShareFields id="page" shared={shared} />
        <LinkList links={shared.links} />
      </div>
    </details>
  );
}

/** The link, and a sentence ready for a messenger. */
export function ShareFields({
  id,
  shared,
}: {
  id: string;
  shared: Pick<Shared, 'phrase' | 'pageUrl' | 'address'>;
}) {
  const { t } = usePageContext();
  const { copyLink, copyPhrase, phrase, address } = t.credential;
  return (
    <>
      <div class="field">
        <label for={`link-${id}`}>{shared.address ?? address}</label>
        <input id={`link-${id}`} type="text" readonly value={shared.pageUrl} />
      </div>
      <CopyButton field={`link-${id}`} words={copyLink} />
      <div class="field">
        <label for={`phrase-${id}`}>{phrase}</label>
        <textarea id={`phrase-${id}`} readonly rows={4}>
          {shared.phrase}
        </textarea>
      </div>
      <CopyButton field={`phrase-${id}`} words={copyPhrase} />
    </>
  );
}
