import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import type { ReaderPart } from '@/lib/privacy/reader-words'
import { SaveReader } from './save-reader.client'

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
    <section aria-label="What the paper has" className="min-w-0 overflow-hidden rounded-lg border border-line">
      <header className="border-line border-b bg-side px-5 py-4">
        <h3 className="font-semibold">What the paper has</h3>
        <p className="wrap-anywhere text-ink-soft text-sm">of {address}</p>
      </header>
      <div className="divide-y divide-line">
        {parts.map(({ title, lines, onErase }) => (
          <div key={title} className="min-w-0 px-5 py-4">
            <h4 className="flex items-center gap-2 font-medium text-sm">
              {title} <Badge>{lines.length}</Badge>
            </h4>
            <ul className="mt-2 list-disc space-y-1 pl-5 text-sm marker:text-ink-faint">
              {lines.slice(0, MOST_LINES).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and they do not move.
                <li key={index} className="wrap-anywhere text-pretty">
                  {line}
                </li>
              ))}
              {lines.length > MOST_LINES ? (
                <li className="text-ink-soft">And {lines.length - MOST_LINES} more, which the file has.</li>
              ) : null}
            </ul>
            <p className="mt-2.5 text-pretty text-ink-soft text-sm">
              <span className="font-medium text-ink">When erased:</span> {onErase}
            </p>
          </div>
        ))}
      </div>
      <footer className="flex flex-wrap gap-2 border-line border-t bg-side px-5 py-4">
        <SaveReader address={address} />
        {children}
      </footer>
    </section>
  )
}
