import type { Child } from 'hono/jsx';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
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

/** The checks of a badge of ours, with the day on which they were made. A script adds the minute: the page stays the
 *  same while nothing that it states changes, so a reader who comes back is told so (304). */
export function BadgeChecks({ report, again, below }: BadgeChecksProps) {
  const { t, copiedAt } = usePageContext();
  const minute = copiedAt ? undefined : t.credential.atMinute;
  return (
    <StepsDetails report={report} t={t} below={below}>
      {report.verdict === 'valid' && <p class="no-print">{report.sentence}</p>}
      <p class="checked-at">
        <time datetime={localDateInParis(report.checkedAt)} data-minute={minute}>
          {t.credential.checkedAt(t.day(report.checkedAt))}
        </time>
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
