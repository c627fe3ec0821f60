'use client'

import type { Editor } from '@tiptap/react'
import { useMemo } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { ButtonLink } from '@/components/ui/button-link'
import { Dialog } from '@/components/ui/dialog.client'
import { now } from '@/lib/clock'
import { REPORT_WORDS } from '@/lib/reader-reports/report-states'
import type { ArticleReport } from '../api/reader-reports'

type ReportsDialogProps = {
  editor: Editor
  articleId: string
  reports: readonly ArticleReport[]
  onClose: () => void
}

/** What readers say about one paragraph. What becomes of it is decided in the list of reports. */
export function ReportsDialog({ editor, articleId, reports, onClose }: ReportsDialogProps) {
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reports.length === 1 ? 'A reader questions this' : `${reports.length} readers question this`}
      finalFocus={finalFocus}
      footer={<ButtonLink href={`/desk/reports?article=${articleId}`}>Answer in the list of reports</ButtonLink>}
    >
      <ul className="divide-y divide-line text-sm">
        {reports.map((report) => (
          <li key={report.id} className="space-y-2 py-3 first:pt-0 last:pb-0">
            <p className="text-ink-soft">
              {REPORT_WORDS[report.state]}, <RelativeTime at={new Date(report.createdAt)} now={now()} />
            </p>
            <p className="wrap-anywhere whitespace-pre-line text-base">{report.text}</p>
            <blockquote className="wrap-anywhere border-line-strong border-l-2 pl-3 text-ink-soft">
              <span className="sr-only">The words as the reader had them: </span>
              {report.quote}
            </blockquote>
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
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
