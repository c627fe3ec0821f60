import { IfMay, LinkIfMay } from '@/components/newsroom/may.client'
import { Badge, type Tone } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import type { ListedReport } from '@/lib/reader-reports/list-reports'
import { REPORT_WORDS, type ReportState } from '@/lib/reader-reports/report-states'
import { RelativeTime } from '../relative-time'
import type { ReportActions } from './report-actions'
import { ReportButtons } from './report-buttons.client'

const TONES: Record<ReportState, Tone> = {
  NEW: 'warn',
  LOOKED_AT: 'accent',
  ANSWERED: 'good',
  CORRECTED: 'good',
  DISMISSED: 'neutral',
}

/** What readers reported, each with its words, its story and what can be done. */
export function ReportsList({
  reports,
  now,
  actions,
}: {
  reports: readonly ListedReport[]
  now: Date
  actions: ReportActions
}) {
  return (
    <ul aria-label="Reports" className="divide-y divide-line border-line border-y">
      {reports.map((report) => (
        <li key={report.id} id={`report-${report.id}`} className="scroll-mt-6 space-y-3 py-5 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${report.articleId}`}
              className="wrap-anywhere min-w-0 font-medium text-base text-ink hover:underline"
            >
              {report.headline || 'Untitled'}
            </LinkIfMay>
            <Badge tone={TONES[report.state]}>{REPORT_WORDS[report.state]}</Badge>
            <span className="text-ink-soft">
              Paragraph {report.paragraph}, <RelativeTime at={report.createdAt} now={now} />
            </span>
          </p>
          <blockquote className="wrap-anywhere line-clamp-4 border-line-strong border-l-2 pl-3 text-ink-soft">
            {report.quote}
          </blockquote>
          <p className="wrap-anywhere whitespace-pre-line text-base text-ink">{report.text}</p>
          {report.url === '' ? null : (
            <p className="wrap-anywhere text-ink-soft">
              To check:{' '}
              <a
                href={report.url}
                rel="noopener noreferrer nofollow"
                target="_blank"
                className="text-ink underline underline-offset-2"
              >
                {report.url}
              </a>
            </p>
          )}
          <Outcome report={report} now={now} />
          <div className="flex flex-wrap items-center gap-2">
            <IfMay action="article.read">
              <ButtonLink size="small" href={`/desk/articles/${report.articleId}?report=${report.id}`}>
                Go to the words
              </ButtonLink>
            </IfMay>
            {report.mayDecide ? (
              <ReportButtons
                report={{
                  id: report.id,
                  state: report.state,
                  text: report.text,
                  canBeMailed: report.canBeMailed,
                  hasAnswer: report.answer !== '',
                }}
                actions={actions}
              />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What became of it, and whether the reader can be answered. */
function Outcome({ report, now }: { report: ListedReport; now: Date }) {
  const { decidedBy, decidedAt, reason, answer, correctedIn, canBeMailed, state } = report
  const isWaiting = state === 'NEW' || state === 'LOOKED_AT'
  return (
    <div className="space-y-1 text-ink-soft">
      {decidedBy === null || decidedAt === null ? null : (
        <p>
          {REPORT_WORDS[state]} by {decidedBy}, <RelativeTime at={decidedAt} now={now} />
        </p>
      )}
      {reason === '' ? null : <p className="wrap-anywhere">Why: {reason}</p>}
      {correctedIn === null ? null : (
        <p>
          Readers have the correction since{' '}
          <LinkIfMay
            needs="article.read"
            href={`/desk/articles/${report.articleId}/editions/${correctedIn}`}
            className="text-ink underline underline-offset-2"
          >
            edition {correctedIn}
          </LinkIfMay>
          .
        </p>
      )}
      {answer === '' ? null : (
        <details>
          <summary className="cursor-pointer">The answer</summary>
          <p className="wrap-anywhere mt-1 whitespace-pre-line border-line-strong border-l-2 pl-3">{answer}</p>
        </details>
      )}
      {isWaiting ? (
        <p>{canBeMailed ? 'The reader left an address for an answer.' : 'The reader left no address.'}</p>
      ) : null}
    </div>
  )
}
