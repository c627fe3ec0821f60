import { useEffect, useState } from 'react'
import type { NamedPerson } from '@/lib/people/list-names'
import { request } from './request'

let asked: Promise<readonly NamedPerson[]> | null = null

/**
 * Everybody in the newsroom, those who left included. Asked for once for each page load; a failure is asked again.
 * @throws RequestFailed
 */
export function listPeople(): Promise<readonly NamedPerson[]> {
  asked ??= request<{ people: NamedPerson[] }>('/api/people').then(
    ({ people }) => people,
    (error: unknown) => {
      asked = null
      throw error
    },
  )
  return asked
}

const NOBODY: ReadonlyMap<string, string> = new Map()

/** Names by person id. Empty until the answer is there, or where none comes. */
export function usePeopleNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState(NOBODY)
  useEffect(() => {
    let isGone = false
    listPeople().then(
      (people) => !isGone && setNames(new Map(people.map(({ id, name }) => [id, name]))),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])
  return names
}
