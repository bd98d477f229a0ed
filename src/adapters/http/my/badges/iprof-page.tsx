import { CopyButton } from '../../shell/copy-button.tsx';
import { inLanguage } from '../../shell/in-language.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { IprofView } from './iprof-view.ts';

/** `/my/iprof`: the mention to paste into i-Prof, and its length. */
export function IprofPage({ frame, view }: { frame: PageFrame; view: IprofView }) {
  const t = frame.t.my.iprof;
  const { mention } = view;
  return (
    <MyLayout frame={frame} page="iprof" title={t.title} lede={t.lede}>
      {mention ? (
        <>
          <div class="field form">
            <label for="mention">{t.mention}</label>
            <small id="mention-help">{t.length(mention.length)}</small>
            <textarea id="mention" rows={9} readonly lang="fr" aria-describedby="mention-help">
              {mention.text}
            </textarea>
          </div>
          <CopyButton frame={frame} field="mention" />
          <p class="note">{t.how}</p>
        </>
      ) : (
        <p class="notice">
          {t.none} <a href={inLanguage(frame, '/my/engagements/new')}>{t.declare}</a>
        </p>
      )}
    </MyLayout>
  );
}
