'use client'

import { CircleAlert, CircleCheck, CirclePause, TriangleAlert } from 'lucide-react'
import type { Issue } from '@/lib/errors'

const LOOKS = {
  blocking: { Icon: CircleAlert, ink: 'text-danger-ink', spoken: 'Blocking: ' },
  override: { Icon: CirclePause, ink: 'text-warn-ink', spoken: 'Holds it back: ' },
  warning: { Icon: TriangleAlert, ink: 'text-warn-ink', spoken: 'Worth a look: ' },
} as const satisfies Record<Issue['severity'], unknown>

/** What stands in the way, and what might be better. Each entry leads to its place; questions have a list of their own below. */
export function Checklist({
  issues,
  mayOverride,
  onIssue,
}: {
  issues: readonly Issue[]
  mayOverride: boolean
  onIssue: (issue: Issue) => void
}) {
  if (issues.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 py-2 text-sm">
        <CircleCheck aria-hidden="true" className="size-4 text-good-ink" /> Everything is there.
      </p>
    )
  }
  return (
    <>
      <p role="status" className="mb-2 text-ink-soft text-sm">
        {summaryOf(issues, mayOverride)}
      </p>
      <ul aria-label="Checklist" className="flex flex-col gap-1.5 empty:hidden">
        {issues.filter(isNoQuestion).map((issue) => {
          const { Icon, ink, spoken } = LOOKS[issue.severity]
          return (
            <li key={`${issue.field} ${issue.code}`}>
              <button
                type="button"
                onClick={() => onIssue(issue)}
                className="flex w-full items-start gap-2.5 rounded-md border border-line px-3 py-2 text-left text-sm hover:bg-sunken touch:min-h-11"
              >
                <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${ink}`} />
                <span>
                  <span className="sr-only">{spoken}</span>
                  {issue.message}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function isNoQuestion({ code }: Issue): boolean {
  return !code.startsWith('question:')
}

function summaryOf(issues: readonly Issue[], mayOverride: boolean): string {
  const has = (severity: Issue['severity']) => issues.some((issue) => issue.severity === severity)
  if (has('blocking')) return 'These have to be put right first. Each leads to its place.'
  if (!has('override')) return 'It can go out. You may want to look at these first.'
  return mayOverride
    ? 'These hold it back. Put them right, or say why it goes out all the same.'
    : 'These hold it back. Put them right, or ask an editor to publish it all the same.'
}
