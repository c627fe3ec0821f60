'use client'

import './presence.css'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { sentenceOfPeople } from '@/components/newsroom/people-words'
import { initialsOf } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { useSurface } from '../surface-context.client'
import { goToCursor } from './cursors-plugin'
import { type ColouredPerson, usePresence } from './use-presence.client'

const MOST_SHOWN = 4

/** Who else has the article open: initials in their colours, and a list that leads to their cursors. */
export function PeopleHere() {
  const { editor } = useSurface()
  const people = usePresence()
  const arrival = useArrivals(people)

  useCommands(
    people.flatMap(({ personId, name, clientId, isInText, isSelf }) =>
      isInText && !isSelf && clientId !== null
        ? [
            {
              id: `go-to-${personId}`,
              label: `Go to ${name}’s cursor`,
              group: 'Article',
              run: () => goToCursor(editor.view, clientId),
            },
          ]
        : [],
    ),
  )

  return (
    <>
      <VisuallyHidden>
        <span role="status" aria-label="Who is here">
          {arrival}
        </span>
      </VisuallyHidden>
      {people.length === 0 ? null : (
        <Menu
          trigger={
            <button type="button" aria-label={labelOf(people)} className="people-here">
              {people.slice(0, MOST_SHOWN).map((person) => (
                <PersonDot key={person.personId} person={person} />
              ))}
              {people.length > MOST_SHOWN ? (
                <span aria-hidden="true" className="people-here-more" data-on="wide">
                  +{people.length - MOST_SHOWN}
                </span>
              ) : null}
              {people.length > 1 ? (
                <span aria-hidden="true" className="people-here-more" data-on="phone">
                  +{people.length - 1}
                </span>
              ) : null}
            </button>
          }
        >
          {people.map((person) => (
            <MenuItem
              key={person.personId}
              icon={<PersonDot person={person} />}
              disabled={!person.isInText || person.isSelf}
              onSelect={() => person.clientId !== null && goToCursor(editor.view, person.clientId)}
            >
              <span className="block">{person.isSelf ? 'You (another tab)' : person.name}</span>
              <span className="block text-ink-faint text-xs">{whereIs(person)}</span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}

function PersonDot({ person: { name, colour, isSelf } }: { person: ColouredPerson }) {
  return (
    <span
      aria-hidden="true"
      data-person-colour={isSelf ? undefined : colour}
      className={classes('person-dot', isSelf && 'person-dot-self')}
    >
      {initialsOf(name)}
    </span>
  )
}

function whereIs({ isSelf, isInText }: ColouredPerson): string {
  if (isSelf) return 'Open twice'
  return isInText ? 'Go to the cursor' : 'Not in the text'
}

function labelOf(people: readonly ColouredPerson[]): string {
  const others = people.filter(({ isSelf }) => !isSelf).map(({ name }) => name)
  return others.length === 0 ? 'You have this article open in another tab' : sentenceOfPeople([...others, 'you'])
}

/** A sentence when somebody comes, for whoever does not see the circles. */
function useArrivals(people: readonly ColouredPerson[]): string {
  const known = useRef(new Set<string>())
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const come = people.filter(({ personId, isSelf }) => !isSelf && !known.current.has(personId))
    known.current = new Set(people.map(({ personId }) => personId))
    if (come.length === 0) return
    const names = come.map(({ name }) => name)
    setSentence(`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} here now`)
  }, [people])
  return sentence
}
