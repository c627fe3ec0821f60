import { Fragment } from 'react'
import { bylinePath } from '@/lib/articles/paths'
import type { SiteWords } from '@/lib/site-words/en'

type ArticleWords = SiteWords['article']
type Signed = { id: string; slug: string; name: string; role: string }

/** "By Ada Marsh and Tom Reyes", or "Reported by Ada Marsh; translated by Tom Reyes". Names link to their pages. */
export function BylineNames({ bylines, words }: { bylines: readonly Signed[]; words: ArticleWords }) {
  return groupByRole(bylines, words).map(({ role, people }, index) => (
    <Fragment key={role}>
      {index === 0 ? null : words.betweenRoles}
      {index === 0 ? role : lowerFirst(role)} <Names people={people} words={words} />
    </Fragment>
  ))
}

function Names({ people, words }: { people: readonly Signed[]; words: ArticleWords }) {
  return people.map(({ id, slug, name }, index) => (
    <Fragment key={id}>
      {index === 0 ? null : index === people.length - 1 ? words.beforeLastName : words.betweenNames}
      <a href={bylinePath(slug)} rel="author">
        {name}
      </a>
    </Fragment>
  ))
}

/** The same as plain words, for cards. */
export function printBylines(bylines: readonly Signed[], words: ArticleWords): string {
  const names = (people: readonly Signed[]) =>
    people
      .map(({ name }, index) => {
        if (index === 0) return name
        return (index === people.length - 1 ? words.beforeLastName : words.betweenNames) + name
      })
      .join('')
  return groupByRole(bylines, words)
    .map(({ role, people }, index) => `${index === 0 ? role : lowerFirst(role)} ${names(people)}`)
    .join(words.betweenRoles)
}

function groupByRole(bylines: readonly Signed[], words: ArticleWords): { role: string; people: Signed[] }[] {
  const groups = new Map<string, Signed[]>()
  for (const signed of bylines) {
    const role = signed.role.trim() || words.by
    groups.set(role, [...(groups.get(role) ?? []), signed])
  }
  return [...groups].map(([role, people]) => ({ role, people }))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
