'use client'

import { type FormEvent, useId, useState } from 'react'
import { rememberChoice } from '@/components/editor/api/articles'
import { headlineOf as headlineOfArticle } from '@/components/editor/linking/target-line'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import type { LinkTarget } from '@/lib/articles/search-for-link'
import { cardsOf } from '@/lib/fronts/change-layout'
import type { Container } from '@/lib/fronts/layout'
import { headlineOf, useFrontDesk } from './front-desk.client'
import { nameOfContainer } from './front-words'
import { placesIn, whereIs } from './places'

type PlaceDialogProps = {
  /** What is to be placed: an article, or a card that is there. */
  what: { article: LinkTarget } | { cardId: string }
  onClose: () => void
}

/** Asks into which place of which container something goes. */
export function PlaceDialog({ what, onClose }: PlaceDialogProps) {
  const { state, articles, learn, put, move } = useFrontDesk()
  const { layout, front } = state
  const { containers } = layout
  const formId = useId()
  const card =
    'cardId' in what
      ? whereIs(layout, what.cardId)?.card
      : cardsOf(layout).find(({ articleId }) => articleId === what.article.id)
  const here = card === undefined ? undefined : whereIs(layout, card.id)?.container
  const [chosen, setChosen] = useState({ containerId: here?.id ?? containers[0]?.id ?? '', place: card?.place ?? 0 })
  const container = containers.find(({ id }) => id === chosen.containerId)
  const headline = 'article' in what ? headlineOfArticle(what.article) : card ? headlineOf(card, articles) : ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (container === undefined) return
    const place = Math.min(chosen.place, container.slots - 1)
    onClose()
    if ('cardId' in what) return move(what.cardId, container.id, place)
    learn(what.article)
    rememberChoice(what.article.id)
    put(what.article, container.id, place)
  }

  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Where to?"
      description={
        here === undefined
          ? `“${headline}”`
          : `“${headline}” is in ${nameOfContainer(here, front)} now. It stands once on a front: it moves.`
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId}>
            {card === undefined ? 'Put it there' : 'Move it there'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Container">
          <Select
            value={chosen.containerId}
            onChange={(event) => setChosen({ containerId: event.target.value, place: 0 })}
          >
            {containers.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOfContainer(each, front)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Place" hint="What stands there moves down by one. What is locked stays.">
          <Select
            value={container === undefined ? 0 : Math.min(chosen.place, container.slots - 1)}
            onChange={(event) => setChosen({ ...chosen, place: Number(event.target.value) })}
          >
            {container === undefined ? null : <Places container={container} />}
          </Select>
        </Field>
      </form>
    </Dialog>
  )
}

function Places({ container }: { container: Container }) {
  const { state, articles } = useFrontDesk()
  return placesIn(container, state.layout, state.front).places.map((place) => (
    <option key={place.index} value={place.index}>
      {`${place.index + 1}: ${
        place.kind === 'card'
          ? `${headlineOf(place.card, articles)}${place.card.isLocked ? ' (locked)' : ''}`
          : place.kind === 'ruled'
            ? `${place.slot.headline} (by rule)`
            : 'free'
      }`}
    </option>
  ))
}
