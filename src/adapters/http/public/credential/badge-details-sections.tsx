import type { Child } from 'hono/jsx';
import { Details, StepsDetails } from '../../components/details.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { AwardSteps } from '../issuer/award-steps.tsx';
import type { ReportView } from '../verify/verification-view.ts';

/** How a badge of ours was decided: the four drawn steps. */
export function DecisionDetails() {
  return (
    <Details title={usePageContext().t.credential.decided}>
      <AwardSteps />
    </Details>
  );
}

interface BadgeChecksProps {
  readonly report: ReportView;
  /** The address that makes the checks again. */
  readonly again?: string | undefined;
  /** Stands below the steps. */
  readonly below?: Child;
}

/** The checks of a badge of ours, with the moment at which they were made. */
export function BadgeChecks({ report, again, below }: BadgeChecksProps) {
  const { t } = usePageContext();
  return (
    <StepsDetails report={report} t={t} below={below}>
      {report.verdict === 'valid' && <p class="no-print">{report.sentence}</p>}
      <p class="checked-at">
        {t.credential.checkedAt(t.moment(report.checkedAt))}
        {again && (
          <>
            {' · '}
            <a href={again}>{t.credential.checkAgain}</a>
          </>
        )}
      </p>
    </StepsDetails>
  );
}
