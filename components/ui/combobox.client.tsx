'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronDown, Plus, X } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { classes } from './classes'
import { controlClasses, useFieldControl } from './field.client'
import { Spinner } from './spinner'

/** What a combobox offers. `detail` stands in small print under the label. */
export type ComboboxItem = { id: string; label: string; detail?: string | undefined }

type Source<Item> = {
  /** Everything there is, filtered here as somebody types. */
  items?: readonly Item[] | undefined
  /** Or a question to the server: asked with '' when the list opens, then as somebody types. Abort what is overtaken. */
  search?: ((words: string, signal: AbortSignal) => Promise<readonly Item[]>) | undefined
  /** Makes what is not there yet. Offered when nothing has exactly these words. */
  create?: ((words: string) => Promise<Item | null>) | undefined
  /** `Add "harbour" as a topic`, by default `Add "harbour"`. */
  createLabel?: ((words: string) => string) | undefined
}

type Look = {
  placeholder?: string | undefined
  /** When nothing matches. */
  emptyText?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
  /** A hidden input of this name carries the id (several carry one each) when a form is sent. */
  name?: string | undefined
  /** The label where no Field stands around it. */
  'aria-label'?: string | undefined
  className?: string | undefined
}

export type ComboboxProps<Item extends ComboboxItem> = Source<Item> &
  Look & {
    value?: Item | null | undefined
    defaultValue?: Item | null | undefined
    onChange?: ((item: Item | null) => void) | undefined
  }

export type ComboboxMultipleProps<Item extends ComboboxItem> = Source<Item> &
  Look & { value: readonly Item[]; onChange: (items: Item[]) => void }

/** One of many, found by typing. */
export function Combobox<Item extends ComboboxItem>({
  value,
  defaultValue,
  onChange,
  placeholder,
  emptyText,
  disabled,
  required,
  name,
  className,
  ...rest
}: ComboboxProps<Item>) {
  const control = useFieldControl({ required })
  const [ownValue, setOwnValue] = useState<Item | null>(defaultValue ?? null)
  const chosen = value === undefined ? ownValue : value
  const offer = useOffer(rest, chosen ? [chosen] : [])

  function choose(item: Item | null) {
    setOwnValue(item)
    onChange?.(item)
  }

  return (
    <Base.Root<Offered<Item>, false>
      items={offer.items}
      filter={null}
      value={chosen}
      name={name}
      disabled={disabled}
      required={control.required}
      itemToStringLabel={(item) => item.label}
      itemToStringValue={(item) => item.id}
      isItemEqualToValue={(item, other) => item.id === other.id}
      autoHighlight
      onOpenChange={(open, { reason }) => open && reason !== 'input-change' && offer.ask('')}
      onInputValueChange={(words, { reason }) => reason !== 'item-press' && reason !== 'none' && offer.ask(words)}
      onValueChange={async (item) => choose(item === null ? null : await offer.settle(item))}
    >
      <Base.InputGroup className={classes('relative', className)}>
        <Base.Input
          id={control.id}
          aria-label={rest['aria-label']}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
          placeholder={placeholder}
          autoComplete="off"
          className={classes(controlClasses, 'h-9 pr-9 touch:h-11')}
        />
        <span className="absolute inset-y-0 right-1 flex items-center text-ink-faint">
          {chosen && !disabled ? (
            <Base.Clear
              aria-label="Clear"
              className="flex size-7 items-center justify-center rounded-sm hover:text-ink touch:size-9"
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Clear>
          ) : (
            <Base.Trigger
              aria-label="Show the list"
              className="flex size-7 items-center justify-center rounded-sm hover:text-ink touch:size-9"
            >
              <ChevronDown aria-hidden="true" className="size-4" />
            </Base.Trigger>
          )}
        </span>
      </Base.InputGroup>
      <OfferList offer={offer} emptyText={emptyText} />
    </Base.Root>
  )
}

/** Several of many, found by typing; what is chosen stands before the words in the order in which it was chosen. */
export function ComboboxMultiple<Item extends ComboboxItem>({
  value,
  onChange,
  placeholder,
  emptyText,
  disabled,
  required,
  name,
  className,
  ...rest
}: ComboboxMultipleProps<Item>) {
  const control = useFieldControl({ required })
  const offer = useOffer(rest, value)

  async function choose(items: Offered<Item>[]) {
    const settled: Item[] = []
    for (const item of items) {
      const real = await offer.settle(item)
      if (real && !settled.some((other) => other.id === real.id)) settled.push(real)
    }
    onChange(settled)
  }

  return (
    <Base.Root<Offered<Item>, true>
      multiple
      items={offer.items}
      filter={null}
      value={value}
      name={name}
      disabled={disabled}
      required={control.required}
      itemToStringLabel={(item) => item.label}
      itemToStringValue={(item) => item.id}
      isItemEqualToValue={(item, other) => item.id === other.id}
      autoHighlight
      onOpenChange={(open, { reason }) => open && reason !== 'input-change' && offer.ask('')}
      onInputValueChange={(words) => offer.ask(words)}
      onValueChange={choose}
    >
      <Base.InputGroup
        className={classes(
          'flex min-h-9 w-full cursor-text flex-wrap items-center gap-1 rounded-md border border-line-strong bg-raised p-1 text-sm shadow-rest transition-colors hover:border-ink-faint focus-within:border-accent focus-within:outline-2 focus-within:outline-accent/30 has-[input:disabled]:cursor-default has-[input:disabled]:border-line-strong has-[input:disabled]:bg-sunken touch:min-h-11',
          control['aria-invalid'] && 'border-danger',
          className,
        )}
      >
        <Base.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {value.map((item) => (
            <Base.Chip
              key={item.id}
              aria-label={item.label}
              className="flex h-7 min-w-0 cursor-default items-center rounded-sm bg-sunken pl-2 text-ink text-sm outline-none focus-within:bg-accent-wash data-highlighted:bg-accent-wash touch:h-9"
            >
              <span className="truncate">{item.label}</span>
              <Base.ChipRemove
                aria-label={`Remove ${item.label}`}
                className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:text-ink touch:size-9"
              >
                <X aria-hidden="true" className="size-3.5" />
              </Base.ChipRemove>
            </Base.Chip>
          ))}
          <Base.Input
            id={control.id}
            aria-label={rest['aria-label']}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            placeholder={value.length === 0 ? placeholder : undefined}
            autoComplete="off"
            className="h-7 min-w-20 flex-1 bg-transparent px-2 outline-none touch:h-9 touch:text-[1rem]"
          />
        </Base.Chips>
      </Base.InputGroup>
      <OfferList offer={offer} emptyText={emptyText} />
    </Base.Root>
  )
}

/** What is offered but not made yet, beside what there is. */
type Wish = { id: string; label: string; detail?: string | undefined; wish: string }
type Offered<Item extends ComboboxItem> = Item | Wish

type Offer<Item extends ComboboxItem> = {
  items: Offered<Item>[]
  state: 'idle' | 'asking' | 'failed'
  ask: (words: string) => void
  /** Makes a wish true; anything else is itself. Null when it could not be made. */
  settle: (item: Offered<Item>) => Promise<Item | null>
}

const ASK_AFTER_MILLISECONDS = 150
const WISH_ID = 'wish'

function useOffer<Item extends ComboboxItem>(
  { items, search, create, createLabel }: Source<Item>,
  chosen: readonly Item[],
): Offer<Item> {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Item[]>([])
  const [state, setState] = useState<Offer<Item>['state']>('idle')
  const question = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> } | null>(null)

  useEffect(() => () => overtake(question.current), [])

  function ask(next: string) {
    setWords(next)
    if (!search) return
    overtake(question.current)
    const abort = new AbortController()
    setState('asking')
    const timer = setTimeout(
      async () => {
        try {
          const answer = await search(next.trim(), abort.signal)
          if (abort.signal.aborted) return
          setFound(answer)
          setState('idle')
        } catch {
          if (!abort.signal.aborted) setState('failed')
        }
      },
      next === '' ? 0 : ASK_AFTER_MILLISECONDS,
    )
    question.current = { abort, timer }
  }

  async function settle(item: Offered<Item>): Promise<Item | null> {
    if (!isWish(item)) return item
    return (await create?.(item.wish)) ?? null
  }

  const offered = useMemo(() => {
    const known: readonly Item[] = search ? found : (items ?? []).filter((item) => contains(item, words))
    const list: Offered<Item>[] = [...known]
    const wish = words.trim()
    const isKnown = [...known, ...chosen].some((item) => item.label.toLowerCase() === wish.toLowerCase())
    if (create && wish !== '' && !isKnown) {
      list.push({ id: WISH_ID, label: createLabel?.(wish) ?? `Add “${wish}”`, wish })
    }
    return list
  }, [search, found, items, words, chosen, create, createLabel])

  return { items: offered, state, ask, settle }
}

function OfferList<Item extends ComboboxItem>({
  offer,
  emptyText,
}: {
  offer: Offer<Item>
  emptyText: string | undefined
}) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={6} collisionPadding={8} className="z-50 outline-none">
        <Base.Popup
          aria-busy={offer.state === 'asking' || undefined}
          className="w-(--anchor-width) min-w-52 max-w-(--available-width) rounded-lg bg-raised text-ink shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Base.Status className="text-ink-faint text-sm">{statusOf(offer, emptyText)}</Base.Status>
          <Base.List className="max-h-[min(20rem,var(--available-height))] scroll-py-1 overflow-y-auto overscroll-contain p-1 outline-none data-empty:p-0">
            {(item: Offered<Item>) => (
              <Base.Item
                key={item.id}
                value={item}
                className="flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-sunken touch:min-h-11"
              >
                {isWish(item) ? <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-faint" /> : null}
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{item.label}</span>
                  {item.detail ? <span className="block truncate text-ink-faint text-xs">{item.detail}</span> : null}
                </span>
                <Base.ItemIndicator>
                  <Check aria-hidden="true" className="size-4 text-accent" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

function statusOf<Item extends ComboboxItem>(offer: Offer<Item>, emptyText = 'Nothing found.'): ReactNode {
  if (offer.state === 'failed')
    return <span className="block px-3.5 py-3 text-danger-ink">That could not be loaded. Type again to retry.</span>
  if (offer.items.length > 0) return null
  if (offer.state === 'asking') {
    return (
      <span className="flex items-center gap-2 px-3.5 py-3">
        <Spinner /> Searching…
      </span>
    )
  }
  return <span className="block px-3.5 py-3">{emptyText}</span>
}

function isWish<Item extends ComboboxItem>(item: Offered<Item>): item is Wish {
  return 'wish' in item
}

function contains(item: ComboboxItem, words: string): boolean {
  return plain(`${item.label} ${item.detail ?? ''}`).includes(plain(words.trim()))
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function overtake(question: { abort: AbortController; timer: ReturnType<typeof setTimeout> } | null): void {
  if (!question) return
  clearTimeout(question.timer)
  question.abort.abort()
}
