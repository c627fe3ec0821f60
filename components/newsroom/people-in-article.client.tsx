'use client'

import { Avatar } from '@/components/ui/avatar'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { sentenceOfPeople } from './people-words'
import { usePresentIn } from './presence-poll.client'

const MOST_SHOWN = 3

/** The initials of whoever is in an article now; nothing where nobody is. */
export function PeopleInArticle({ articleId }: { articleId: string }) {
  const people = usePresentIn(articleId)
  if (people.length === 0) return null
  const sentence = sentenceOfPeople(people.map(({ name }) => name))
  return (
    <span className="inline-flex items-center" title={sentence}>
      <VisuallyHidden>{sentence}.</VisuallyHidden>
      {people.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <Avatar key={id} name={name} size="small" className="-ml-1.5 ring-2 ring-ground first:ml-0" />
      ))}
      {people.length > MOST_SHOWN ? (
        <span aria-hidden="true" className="ml-1 font-semibold text-2xs text-ink-faint">
          +{people.length - MOST_SHOWN}
        </span>
      ) : null}
    </span>
  )
}
