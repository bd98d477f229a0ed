import { drawingContrast } from '../../../../catalogue/drawing-contrast.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import { LEAST_CONTRAST } from '../../../../domain/text/contrast-ratio.ts';
import { ChoiceGroup, FileField, SelectField, TextArea, TextField } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { PREVIEW_SIZES } from './previews.ts';
import { DRAWINGS, LONGEST } from './read-form.ts';
import { pathOf } from './to-draft.ts';

/** The names, the description and what else is said of a badge. */
export function TextFields({ isPublished }: { isPublished: boolean }) {
  const t = usePageContext().t.dane.badges.draft;
  return (
    <fieldset>
      <legend>{t.words}</legend>
      {!isPublished && <TextField name="/code" maxlength={LONGEST.code} />}
      <div class="field-row">
        <TextField name="/name/fr" maxlength={LONGEST.name} />
        <TextField name="/name/en" optional maxlength={LONGEST.name} />
      </div>
      <div class="field-row">
        <TextField name="/titles/feminine" optional maxlength={LONGEST.name} />
        <TextField name="/titles/masculine" optional maxlength={LONGEST.name} />
      </div>
      <TextArea name="/description/fr" maxlength={LONGEST.description} />
      <TextArea name="/description/en" optional maxlength={LONGEST.description} />
      <ChoiceGroup
        name="/recipient"
        kind="radio"
        choices={(['person', 'establishment'] as const).map((value) => ({
          value,
          label: t.recipients[value],
        }))}
      />
      <TextField name="/validityYears" optional maxlength={2} />
    </fieldset>
  );
}

/** The motif of a badge, or an image of one's own, and how it will be seen. */
export function DrawingFields({ ports }: Pick<PageRequest, 'ports'>) {
  const { locale, t: texts } = usePageContext();
  const t = texts.dane.badges.draft;
  const { families } = ports.catalogue.framework;
  return (
    <fieldset class="motif">
      <legend>{t.drawing}</legend>
      <ChoiceGroup
        name="/drawing/kind"
        kind="radio"
        choices={DRAWINGS.map((value) => ({ value, label: t.drawings[value] }))}
      />
      <div class="for-rings">
        <TextField name="/drawing/rings" optional maxlength={1} />
      </div>
      <div class="for-family">
        <SelectField
          name="/drawing/family"
          optional
          choices={families.map(({ code, label }) => ({ value: code, label: label[locale] }))}
        />
      </div>
      <div class="for-own">
        <FileField name="/drawing/image" accept="image/svg+xml,image/png" />
        <div class="field-row">
          <TextField name="/drawing/words/fr" optional maxlength={LONGEST.words} />
          <TextField name="/drawing/words/en" optional maxlength={LONGEST.words} />
        </div>
      </div>
    </fieldset>
  );
}

/** How the badge will be seen: at each size, in grey, on a dark ground, as a card and as a certificate. */
export function Previews({ draft, ports }: { draft: BadgeDraft } & Pick<PageRequest, 'ports'>) {
  const t = usePageContext().t.dane.badges.draft;
  const path = pathOf(draft);
  const image = (size: number) => `${path}/image.svg?size=${size}&r=${draft.revision}`;
  const [, middle, largest] = PREVIEW_SIZES;
  return (
    <section>
      <h2>{t.seen}</h2>
      <p class="note">{t.seenNote}</p>
      <ul class="badge-previews">
        {PREVIEW_SIZES.slice(0, 2).map((size) => (
          <li>
            <img src={image(size)} alt={t.sizes(size)} width={size} height={size} />
          </li>
        ))}
        <li class="in-grey">
          <img src={image(middle)} alt={t.grey} width={middle} height={middle} />
        </li>
        <li class="on-dark">
          <img src={image(middle)} alt={t.dark} width={middle} height={middle} />
        </li>
        <li>
          <img src={image(largest)} alt={t.sizes(largest)} width={largest} height={largest} />
        </li>
        <li>
          <img src={`${path}/card.png?r=${draft.revision}`} alt={t.card} width="360" height="189" />
        </li>
      </ul>
      <Contrast draft={draft} ground={ports.catalogue.office.colours.ground} />
      <p>
        <a href={`${path}/certificate.pdf`}>{t.certificate}</a>
      </p>
    </section>
  );
}

/** The contrast of an image of one's own with the plate on which it lies. */
function Contrast({ draft, ground }: { draft: BadgeDraft; ground: string }) {
  const { t: texts, locale } = usePageContext();
  const t = texts.dane.badges.draft;
  const { drawing } = draft.badge;
  if (drawing.kind !== 'own' || drawing.image === '') return null;
  const ratio = drawingContrast(drawing.image, ground);
  if (ratio === undefined) return <p class="note">{t.contrastUnknown}</p>;
  const figure = ratio.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <p class={ratio < LEAST_CONTRAST ? 'notice' : 'note'}>{t.contrast(figure, ratio >= LEAST_CONTRAST)}</p>
  );
}
