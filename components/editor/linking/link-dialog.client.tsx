'use client'

import { Check, ExternalLink, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Spinner } from '@/components/ui/spinner'
import { findArticleByUrl, type LinkTarget, rememberChoice, searchArticles } from '../api/articles'
import { messageOf } from '../api/request'
import { FocusAtOnce } from '../focus-at-once.client'
import { addressIn } from './address-in'
import { rememberCard } from './article-cards.client'
import { headlineOf, TargetLine, TargetPicture } from './target-line'

/** What somebody chose: an article of ours by id, or an address elsewhere. */
export type LinkChoice = { kind: 'article'; article: LinkTarget } | { kind: 'address'; href: string }

type Offer = LinkChoice & { id: string }

type Looking = { state: 'asking' | 'done' } | { state: 'failed'; message: string }

const ASK_AFTER_MILLISECONDS = 60

/**
 * The one way to point at something: an article found by its headline or by its pasted address, or (for words) an address
 * elsewhere. Arrow keys move through what was found, Enter takes it.
 */
export function LinkDialog({
  title,
  description,
  takesAddresses,
  initialWords = '',
  ownId,
  chosenIds = [],
  closesOnChoice,
  onChoose,
  onClose,
  finalFocus,
  footer,
  children,
}: {
  title: string
  description?: string | undefined
  /** May the link lead out of the paper? */
  takesAddresses: boolean
  initialWords?: string | undefined
  /** The article that is being written: it is not offered to itself. */
  ownId: string
  /** Articles that are there already and cannot be chosen again. */
  chosenIds?: readonly string[] | undefined
  closesOnChoice: boolean
  onChoose: (choice: LinkChoice) => void
  onClose: () => void
  finalFocus?: RefObject<HTMLElement | null> | undefined
  footer?: ReactNode
  /** Stands between the field and what was found. */
  children?: ReactNode
}) {
  const listId = useId()
  const [words, setWords] = useState(initialWords)
  const { offers, looking, refusal } = useOffers(words, takesAddresses, ownId)
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const isOpen = useRef(true)
  const isEager = useRef(false)

  const isTaken = (offer: Offer) => offer.kind === 'article' && chosenIds.includes(offer.article.id)
  const current = offers[Math.min(active, offers.length - 1)]

  function choose(offer: Offer) {
    if (isTaken(offer) || !isOpen.current) return
    if (offer.kind === 'article') {
      rememberCard(offer.article)
      rememberChoice(offer.article.id)
    }
    if (closesOnChoice) isOpen.current = false
    onChoose(
      offer.kind === 'article' ? { kind: 'article', article: offer.article } : { kind: 'address', href: offer.href },
    )
    if (!closesOnChoice) {
      setWords('')
      setActive(0)
      field.current?.focus()
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined && offers.length > 0) {
      event.preventDefault()
      setActive((Math.min(active, offers.length - 1) + step + offers.length) % offers.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (looking.state === 'asking') isEager.current = true
      else if (current) choose(current)
    }
  }

  // Enter pressed before the answer came takes the first of it.
  useEffect(() => {
    if (looking.state === 'asking' || !isEager.current) return
    isEager.current = false
    if (offers[0]) choose(offers[0])
  })

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      initialFocus={field}
      finalFocus={finalFocus}
      footer={footer ?? <DialogClose render={<Button>Cancel</Button>} />}
    >
      <FocusAtOnce field={field} />
      <Field label="Search headlines or paste a URL" error={refusal}>
        <Input
          ref={field}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          icon={<Search aria-hidden="true" />}
          suffix={looking.state === 'asking' ? <Spinner /> : null}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setActive(0)
            isEager.current = false
          }}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div className="mt-3 flex min-h-40 flex-col gap-3">
        {children}
        <div id={listId} role="listbox" aria-label="Found" className="-mx-2 flex flex-col gap-0.5">
          {offers.map((offer, index) => (
            <OfferRow
              key={offer.id}
              id={`${listId}-${offer.id}`}
              offer={offer}
              isActive={offer === current}
              isTaken={isTaken(offer)}
              onPoint={() => setActive(index)}
              onChoose={() => choose(offer)}
            />
          ))}
        </div>
        <p role="status" className="px-1 py-2 text-ink-faint text-sm">
          {looking.state === 'failed' ? looking.message : null}
          {looking.state === 'done' && offers.length === 0 && refusal === undefined
            ? 'No article has these words in its headline.'
            : null}
        </p>
      </div>
    </Dialog>
  )
}

function OfferRow({
  id,
  offer,
  isActive,
  isTaken,
  onPoint,
  onChoose,
}: {
  id: string
  offer: Offer
  isActive: boolean
  isTaken: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])

  return (
    // The field keeps the focus and has the keys: this is what the pointer may do.
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={isTaken || undefined}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => event.key === 'Enter' && onChoose()}
      className={classes(
        'flex cursor-default items-start gap-2 rounded-md px-3 py-2 outline-none touch:py-2.5',
        isActive && 'bg-sunken',
        isTaken && 'opacity-55',
      )}
    >
      {offer.kind === 'article' ? (
        <>
          <span className="min-w-0 flex-1">
            <span className="block text-pretty font-medium text-sm">{headlineOf(offer.article)}</span>
            <TargetLine target={offer.article} />
          </span>
          <TargetPicture target={offer.article} />
        </>
      ) : (
        <span className="flex min-w-0 flex-1 items-center gap-2 text-sm">
          <ExternalLink aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 break-all">Link to {offer.href}</span>
        </span>
      )}
      {isTaken ? (
        <span className="flex items-center gap-1 text-ink-faint text-xs">
          <Check aria-hidden="true" className="size-3.5" /> Added
        </span>
      ) : null}
    </div>
  )
}

/** What the words in the field may mean. Asks while somebody types and forgets what was overtaken. */
function useOffers(
  words: string,
  takesAddresses: boolean,
  ownId: string,
): { offers: Offer[]; looking: Looking; refusal: string | undefined } {
  const [offers, setOffers] = useState<Offer[]>([])
  const [looking, setLooking] = useState<Looking>({ state: 'asking' })
  const [refusal, setRefusal] = useState<string>()

  useEffect(() => {
    const abort = new AbortController()
    setLooking({ state: 'asking' })
    setRefusal(undefined)
    const timer = setTimeout(
      async () => {
        try {
          const found = await offersFor(words.trim(), takesAddresses, ownId, abort.signal)
          if (abort.signal.aborted) return
          setOffers(found.offers)
          setRefusal(found.refusal)
          setLooking({ state: 'done' })
        } catch (error) {
          if (!abort.signal.aborted) setLooking({ state: 'failed', message: messageOf(error) })
        }
      },
      words === '' ? 0 : ASK_AFTER_MILLISECONDS,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words, takesAddresses, ownId])

  return { offers, looking, refusal }
}

async function offersFor(
  words: string,
  takesAddresses: boolean,
  ownId: string,
  signal: AbortSignal,
): Promise<{ offers: Offer[]; refusal?: string }> {
  const address = addressIn(words)
  if (address.kind === 'words') {
    const found = await searchArticles(words, signal)
    return { offers: found.filter(({ id }) => id !== ownId).map(articleOffer) }
  }
  if (address.kind === 'refused') return { offers: [], refusal: address.reason }
  const own = /^https?:/.test(address.href) ? await findArticleByUrl(address.href, signal) : null
  if (own?.id === ownId) return { offers: [], refusal: 'This is the address of the article that you are writing.' }
  if (own !== null) return { offers: [articleOffer(own)] }
  if (takesAddresses) return { offers: [{ kind: 'address', id: 'address', href: address.href }] }
  return { offers: [], refusal: 'This address is not one of our articles, and only our articles can stand here.' }
}

function articleOffer(article: LinkTarget): Offer {
  return { kind: 'article', id: article.id, article }
}
