import { Fragment } from 'react'
import { bylinePath } from '@/lib/articles/paths'

type Signed = { id: string; slug: string; name: string; role: string }

/** "By Ada Marsh and Tom Reyes", or "Reported by Ada Marsh; translated by Tom Reyes". Names link to their pages. */
export function BylineNames({ bylines }: { bylines: readonly Signed[] }) {
  return groupByRole(bylines).map(({ role, people }, index) => (
    <Fragment key={role}>
      {index === 0 ? null : '; '}
      {index === 0 ? role : lowerFirst(role)} <Names people={people} />
    </Fragment>
  ))
}

function Names({ people }: { people: readonly Signed[] }) {
  return people.map(({ id, slug, name }, index) => (
    <Fragment key={id}>
      {index === 0 ? null : index === people.length - 1 ? ' and ' : ', '}
      <a href={bylinePath(slug)} rel="author">
        {name}
      </a>
    </Fragment>
  ))
}

/** The same as plain words, for cards. */
export function printBylines(bylines: readonly Signed[]): string {
  const names = (people: readonly Signed[]) =>
    people
      .map(({ name }, index) => (index === 0 ? name : index === people.length - 1 ? ` and ${name}` : `, ${name}`))
      .join('')
  return groupByRole(bylines)
    .map(({ role, people }, index) => `${index === 0 ? role : lowerFirst(role)} ${names(people)}`)
    .join('; ')
}

function groupByRole(bylines: readonly Signed[]): { role: string; people: Signed[] }[] {
  const groups = new Map<string, Signed[]>()
  for (const signed of bylines) {
    const role = signed.role.trim() || 'By'
    groups.set(role, [...(groups.get(role) ?? []), signed])
  }
  return [...groups].map(([role, people]) => ({ role, people }))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
