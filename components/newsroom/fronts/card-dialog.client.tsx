'use client'

import { type FormEvent, useId, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { findArticleItems } from '@/components/editor/linking/article-items'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { ComboboxMultiple } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'
import { type Card, type Container, MOST_SUBLINKS } from '@/lib/fronts/layout'
import { type CardFields, editOf } from './card-form'
import { CardPicture } from './card-picture.client'
import { viewOfCard } from './card-view'
import { useFrontDesk } from './front-desk.client'
import { LARGE_MEANS, SHOWS } from './kinds'
import { SavingHint } from './saving-hint.client'
import { SpanFields, spanDraftOf, spanOf } from './span-fields.client'

const MOST = { headline: 160, kicker: 40, trailText: 400 }

/** What a card says instead of its article, how it shows, and when. It stays open, with what was typed, until that is saved. */
export function CardDialog({
  card: found,
  container,
  onClose,
}: {
  card: Card
  container: Container
  onClose: () => void
}) {
  const { state, session, articles, zone } = useFrontDesk()
  const formId = useId()
  const [opened] = useState(found)
  const [fields, setFields] = useState<CardFields>(opened)
  const [span, setSpan] = useState(() => spanDraftOf(opened, zone))
  const [spanErrors, setSpanErrors] = useState<{ from: string | null; until: string | null }>({
    from: null,
    until: null,
  })
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const put = (part: Partial<CardFields>) => setFields((before) => ({ ...before, ...part }))
  const article = articles[opened.articleId]
  const plain = viewOfArticle(opened, state, articles)
  const shows = SHOWS[container.kind]

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const times = spanOf(span)
    setSpanErrors('errors' in times ? times.errors : { from: null, until: null })
    if ('errors' in times || fields.sublinks.length > MOST_SUBLINKS) return
    const edit = editOf(opened, { ...fieldsOf(fields), ...times.span })
    if (Object.keys(edit).length === 0) return onClose()
    setIsBusy(true)
    setProblem(null)
    try {
      await session.change({ type: 'editCard', cardId: opened.id, fields: edit })
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && onClose()}
      title="Edit the card"
      description={
        <>
          Of <span className="font-serif">“{article?.headline.trim() || 'an article that is gone'}”</span>. What is
          empty here is as the article has it.
        </>
      }
      footer={
        <>
          <SavingHint isBusy={isBusy} />
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        <Field label="Headline" aside={`${fields.headline.length} / ${MOST.headline}`}>
          <Textarea
            rows={2}
            maxLength={MOST.headline}
            className="min-h-0 font-serif"
            placeholder={plain.headline}
            value={fields.headline}
            onChange={(event) => put({ headline: event.target.value.replace(/\n/g, ' ') })}
          />
        </Field>
        {shows.has('kicker') || fields.kicker !== '' ? (
          <Field label="Kicker">
            <Input
              maxLength={MOST.kicker}
              placeholder={plain.kicker}
              value={fields.kicker}
              onChange={(event) => put({ kicker: event.target.value })}
            />
          </Field>
        ) : null}
        {shows.has('trailText') || fields.trailText !== '' ? (
          <Field label="Trail text" aside={`${fields.trailText.length} / ${MOST.trailText}`}>
            <Textarea
              maxLength={MOST.trailText}
              placeholder={plain.trailText}
              value={fields.trailText}
              onChange={(event) => put({ trailText: event.target.value })}
            />
          </Field>
        ) : null}
        {shows.has('picture') || fields.picture.kind !== 'own' ? (
          <CardPicture
            value={fields.picture}
            ofArticle={article?.picture ?? null}
            isDisabled={isBusy}
            onChange={(picture) => put({ picture })}
          />
        ) : null}
        {shows.has('sublinks') || fields.sublinks.length > 0 ? (
          <Sublinks card={opened} value={fields.sublinks} onChange={(sublinks) => put({ sublinks })} />
        ) : null}
        <div className="flex flex-col">
          {LARGE_MEANS[container.kind] === undefined ? null : (
            <Checkbox
              label="Large"
              hint={LARGE_MEANS[container.kind]}
              checked={fields.size === 'large'}
              onChange={(event) => put({ size: event.target.checked ? 'large' : 'normal' })}
            />
          )}
          <Checkbox
            label="Lock this place"
            hint="It stays here, whatever is put in above it."
            checked={fields.isLocked}
            onChange={(event) => put({ isLocked: event.target.checked })}
          />
          <SpanFields value={span} zone={zone} errors={spanErrors} isDisabled={isBusy} onChange={setSpan} />
        </div>
      </form>
    </Dialog>
  )
}

function Sublinks({
  card,
  value,
  onChange,
}: {
  card: Card
  value: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { articles } = useFrontDesk()
  const [known, setKnown] = useState<Record<string, string>>({})
  const items = value.map((id) => ({
    id,
    label: known[id] ?? articles[id]?.headline.trim() ?? 'An article that is gone',
  }))
  return (
    <Field
      label="Links below it"
      hint={`Up to ${MOST_SUBLINKS}. An article stands once on a front, as a card or as a link.`}
      error={value.length > MOST_SUBLINKS ? `At most ${MOST_SUBLINKS} have room.` : null}
    >
      <ComboboxMultiple
        value={items}
        placeholder="Find by headline"
        emptyText="No other article has these words in its headline."
        search={(words, signal) => findArticleItems(words, card.articleId, signal)}
        onChange={(next) => {
          setKnown((before) => ({ ...before, ...Object.fromEntries(next.map(({ id, label }) => [id, label])) }))
          onChange(next.map(({ id }) => id))
        }}
      />
    </Field>
  )
}

/** What the card would say if it said nothing of its own. */
function viewOfArticle(
  card: Card,
  { front }: ReturnType<typeof useFrontDesk>['state'],
  articles: ReturnType<typeof useFrontDesk>['articles'],
) {
  const slot = front.shown.flatMap(({ slots }) => slots).find(({ cardId }) => cardId === card.id) ?? null
  return viewOfCard({ ...card, headline: '', kicker: '', trailText: '' }, slot, front, articles)
}

function fieldsOf({ headline, kicker, trailText, picture, size, sublinks, isLocked }: CardFields): CardFields {
  return { headline, kicker, trailText, picture, size, sublinks, isLocked }
}
