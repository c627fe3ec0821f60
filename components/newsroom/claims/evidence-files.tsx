import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { sizeInWords } from '@/lib/claims/evidence-limits'
import type { ListedFile } from '@/lib/claims/listed-files'

/** The files behind an event, each to be saved by its name. `remove` gives the button of one, where it may be removed. */
export function EvidenceFiles({
  files,
  now,
  remove,
}: {
  files: readonly ListedFile[]
  now: Date
  remove: ((file: ListedFile) => ReactNode) | null
}) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Files" className="mt-1 flex flex-col gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex items-start justify-between gap-2 text-sm">
          <span className="flex min-w-0 items-start gap-1.5">
            <Paperclip aria-hidden="true" className="mt-0.75 size-3.5 shrink-0 text-ink-faint" />
            <span className="wrap-anywhere min-w-0">
              {/* Not a link of the router's, which would fetch it, and write down that somebody looked, for whoever points at it. */}
              <a href={`/api/claims/files/${file.id}`} download className="underline underline-offset-2">
                <bdi>{file.name}</bdi>
              </a>
              <span className="block text-ink-faint text-xs">
                {file.kind} · {sizeInWords(file.size)} · <RelativeTime at={new Date(file.keptAt)} now={now} />
                {file.keptBy === '' ? null : ` · ${file.keptBy}`}
              </span>
            </span>
          </span>
          {remove?.(file)}
        </li>
      ))}
    </ul>
  )
}
