import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Link } from '@/components/ui/link'
import type { ListedPerson } from '@/lib/people/readers'
import { DeskNames } from './desk-names'
import { SecondFactor } from './second-factor'

/** What is asked first of a person: desks, when they were here, what they prove, their byline. */
export function PersonFacts({ person, now }: { person: ListedPerson; now: Date }) {
  return (
    <dl className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 rounded-lg border border-line px-4 py-3.5 text-sm sm:grid-cols-4">
      <Fact name="Desks">
        <DeskNames desks={person.desks} />
      </Fact>
      <Fact name="Last seen">
        {person.lastSeenAt === null ? 'Never' : <RelativeTime at={person.lastSeenAt} now={now} />}
      </Fact>
      <Fact name="Second factor">
        <SecondFactor secondFactor={person.secondFactor} />
      </Fact>
      <Fact name="Byline">
        {person.bylineId === null ? (
          'None'
        ) : (
          <Link href={`/desk/bylines/${person.bylineId}`} className="wrap-anywhere underline hover:text-ink">
            {person.bylineSlug}
          </Link>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-faint text-xs">{name}</dt>
      <dd className="mt-0.5 text-ink-soft">{children}</dd>
    </div>
  )
}
