import { raw } from 'hono/html';
import { AWARD_STEPS, awardStepSvg } from '../../../../drawings/award-step-svg.ts';
import { usePageContext } from '../../layout/page-context.ts';

/** The way from a fact to a badge: the four steps, drawn and in words. */
export function AwardSteps() {
  const { t } = usePageContext();
  return (
    <ol class="award-steps">
      {AWARD_STEPS.map((step) => {
        const { title, text, drawing } = t.issuer.steps[step];
        return (
          <li>
            {raw(awardStepSvg(step, { title, description: drawing }))}
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
