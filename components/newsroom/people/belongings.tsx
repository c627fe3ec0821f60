import type { ReactNode } from 'react'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { Callout } from '@/components/ui/callout'
import type { Leaving } from '@/lib/people/leaving/look-at-leaving'
import { counted, isNothing } from './belongings-words'

/** What is somebody's, in lines; articles lead to themselves in a tab of their own, so that a dialog stays. */
export function Belongings({ name, leaving }: { name: string; leaving: Leaving }) {
  const { articles, publications, unpublishings, holds, links, calendars, desksLedAlone, events, soleSources } = leaving
  if (isNothing(leaving)) return <p className="text-ink-soft text-sm">Nothing in the newsroom waits for {name}.</p>
  return (
    <div className="flex flex-col gap-4">
      {soleSources === 0 ? null : (
        <Callout tone="warn" title={`${counted(soleSources, 'source')} that nobody else can open`}>
          Only {name} can read who {soleSources === 1 ? 'it is' : 'they are'}, and no role opens a source. Have {name}{' '}
          name another reader before they leave; afterwards nobody can.
        </Callout>
      )}
      <dl className="divide-y divide-line rounded-lg border border-line text-sm">
        <Articles title="Open articles" of={articles} />
        <Articles title="Goes out in their name" of={publications} />
        <Articles title="Taken from readers in their name" of={unpublishings} />
        <Articles title="Held for subbing" of={holds} />
        {desksLedAlone.length === 0 ? null : (
          <Line title="Leads alone">{desksLedAlone.map((desk) => desk.name).join(', ')}</Line>
        )}
        {events === 0 ? null : <Line title="Diary">{counted(events, 'event')} whose lines are theirs</Line>}
        {links === 0 ? null : (
          <Line title="Secret links">{counted(links, 'link')} that outsiders open articles with</Line>
        )}
        {calendars === 0 ? null : (
          <Line title="Calendars">{counted(calendars, 'address', 'addresses')} of the plan</Line>
        )}
      </dl>
    </div>
  )
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-faint">{title}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  )
}

function Articles({ title, of }: { title: string; of: { count: number; named: { id: string; headline: string }[] } }) {
  if (of.count === 0) return null
  const more = of.count - of.named.length
  return (
    <Line title={title}>
      <ul>
        {of.named.map(({ id, headline }) => (
          <li key={id}>
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${id}`}
              target="_blank"
              rel="noreferrer"
              className="inline-block hover:underline touch:min-h-11 touch:content-center"
            >
              {headline || <span className="text-ink-faint italic">Untitled</span>}
            </LinkIfMay>
          </li>
        ))}
        {more > 0 ? <li className="text-ink-faint">and {more.toLocaleString('en')} more</li> : null}
      </ul>
    </Line>
  )
}
