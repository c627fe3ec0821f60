import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import type { ReaderPart } from '@/lib/privacy/reader-words'

/** So many lines of one kind stand on the page; the file has all. */
const MOST_LINES = 8

type ReaderPartsProps = {
  address: string
  parts: readonly ReaderPart[]
  /** The way to erase it. */
  children: ReactNode
}

/** What the paper has of a reader, kind by kind, with what erasing does to each. */
export function ReaderParts({ address, parts, children }: ReaderPartsProps) {
  if (parts.length === 0) {
    return (
      <Callout title={<span className="wrap-anywhere">The paper has nothing of {address}</span>}>
        No newsletter, alert, question, mail or comment has this address.
      </Callout>
    )
  }
  return (
    <section aria-label="What the paper has" className="flex min-w-0 flex-col gap-6 rounded-lg border border-line p-5">
      <h3 className="wrap-anywhere font-semibold">What the paper has of {address}</h3>
      {parts.map(({ title, lines, onErase }) => (
        <div key={title} className="min-w-0">
          <h4 className="font-medium text-sm">
            {title} ({lines.length})
          </h4>
          <ul className="mt-1 list-disc space-y-1 pl-5 text-sm">
            {lines.slice(0, MOST_LINES).map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and they do not move.
              <li key={index} className="wrap-anywhere text-pretty">
                {line}
              </li>
            ))}
            {lines.length > MOST_LINES ? <li>And {lines.length - MOST_LINES} more, which the file has.</li> : null}
          </ul>
          <p className="mt-1 text-pretty text-ink-soft text-sm">When erased: {onErase}</p>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <form method="post" action="/api/privacy/export">
          <input type="hidden" name="address" value={address} />
          <Button type="submit">Save as a file</Button>
        </form>
        {children}
      </div>
    </section>
  )
}
