import { CopyButton } from '../../shell/copy-button.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { IprofView } from './iprof-view.ts';

/** `/my/iprof`: the text to paste into i-Prof, and its length. */
export function IprofPage({ view }: { view: IprofView }) {
  const t = useFrame().t.my.iprof;
  const { mention } = view;
  return (
    <MyLayout page="iprof" title={t.title} lede={t.lede}>
      {mention ? (
        <>
          <div class="field form">
            <label for="mention">{t.mention}</label>
            <small id="mention-help">{t.length(mention.length)}</small>
            <textarea id="mention" rows={9} readonly lang="fr" aria-describedby="mention-help">
              {mention.text}
            </textarea>
          </div>
          <CopyButton field="mention" />
          <p class="note">{t.how}</p>
        </>
      ) : (
        <p class="notice">
          {t.none} <a href="/my/engagements/new">{t.declare}</a>
        </p>
      )}
    </MyLayout>
  );
}
