import { Form } from '../../shell/form-parts.tsx';
import { type FormState, useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { BadgeChoiceView } from './badge-view.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { DeclineLink, LargeBadge } from './new-badge.tsx';

interface NewBadgesProps {
  readonly badges: readonly BadgeChoiceView[];
  readonly form: FormState;
}

/** `/my/badges/new`: every badge that waits for an answer, drawn large, and one choice for all of them. */
export function NewBadgesPage({ badges, form }: NewBadgesProps) {
  const t = useFrame().t.my.moment;
  const [only] = badges;
  if (!only) {
    return (
      <MyLayout page="badges" title={t.none}>
        <p>
          <a href="/my/badges">{t.seeBadges}</a>
        </p>
      </MyLayout>
    );
  }
  const many = badges.length;
  return (
    <MyLayout page="badges" title={t.title(many)} lede={t.lede(many)}>
      <Form action="/my/badges/new" form={form} labels={t.fields}>
        {many === 1 ? <OneBadge badge={only} /> : <ManyBadges badges={badges} />}
        <div>
          <h2 id="choose">{t.choose}</h2>
          <p>{many === 1 ? t.chooseOne : t.chooseAll}</p>
          <ChoiceFields badges={badges} />
        </div>
        <AnswerBar many={many} preview="/my/badges/new/preview" />
      </Form>
    </MyLayout>
  );
}

/** The buttons remain visible on a long page. */
export function AnswerBar({ many, preview }: { many: number; preview: string }) {
  const t = useFrame().t.my.moment;
  return (
    <div class="actions stays">
      <button type="submit">{t.accept(many)}</button>
      <button type="submit" class="secondary" formmethod="get" formaction={preview}>
        {t.preview}
      </button>
    </div>
  );
}

function OneBadge({ badge }: { badge: BadgeChoiceView }) {
  return (
    <div class="new-badge new-badge-alone">
      <input type="hidden" name="badge" value={badge.id} />
      <LargeBadge badge={badge} level="h2" />
      <p>
        <DeclineLink badge={badge} />
      </p>
    </div>
  );
}

function ManyBadges({ badges }: Pick<NewBadgesProps, 'badges'>) {
  const t = useFrame().t.my.moment;
  const { values, faults } = useForm();
  const ticked = values['badge'] ?? [];
  return (
    <>
      {faults['badge'] && <BadgeFault />}
      <ul class="new-badges" id="badge">
        {badges.map((badge) => (
          <li class="new-badge">
            <LargeBadge badge={badge} level="h2" />
            <p class="choice">
              <input
                type="checkbox"
                id={`badge-${badge.id}`}
                name="badge"
                value={badge.id}
                checked={ticked.includes(badge.id)}
                aria-describedby={`name-${badge.id}`}
              />
              <label for={`badge-${badge.id}`}>{t.take}</label>
            </p>
            <p>
              <DeclineLink badge={badge} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function BadgeFault() {
  return <p class="fault">{useFrame().t.forms.faults['none-chosen']}</p>;
}
