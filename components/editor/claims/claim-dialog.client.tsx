'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type ChosenFiles, useChosenFiles } from '@/components/newsroom/claims/use-chosen-files.client'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import { CLAIM_WORDS_MOST } from '@/lib/claims/claim-uses'
import { EVENT_WORDS, STANDING_WORDS } from '@/lib/claims/claim-words'
import { guessTelling } from '@/lib/claims/guess-telling'
import {
  changeEvent,
  type LikelyClaim,
  type ListedClaim,
  type ListedEvent,
  likelyClaims,
  type Marking,
  markClaim,
  putBehind,
  removeEvent,
} from '../api/claims'
import { messageOf } from '../api/request'
import { markAt } from '../extensions/links'
import { FocusAtOnce } from '../focus-at-once.client'
import { useSurface } from '../surface-context.client'
import { eventsAt, placesOfEvents, type Range, withEvent, withoutEvent, wordsToMark } from './claimed-words'
import type { QuotedPost } from './evidence-fields.client'
import { TellingFields } from './telling-fields.client'
import { choiceOf, detailsOf, itemOf, localOf, newItem, type PartyItem, type TellingForm } from './telling-form'
import type { ClaimsHandle } from './use-claims.client'

type DialogProps = { editor: Editor; handle: ClaimsHandle; onClose: () => void }

/**
 * Asks who says the selected words so, and of which claim they tell. What the text itself says is filled in: who agrees presses Enter.
 * With the cursor in marked words it changes what is known of them.
 */
export function ClaimDialog({ editor, handle, eventId, onClose }: DialogProps & { eventId?: string | undefined }) {
  const [existing] = useState(() =>
    eventOf(handle, eventId ?? (editor.state.selection.empty ? eventsAt(editor.state) : [])),
  )
  const [range] = useState(() =>
    existing === null ? wordsToMark(editor.state) : (placesOfEvents(editor.state.doc).get(existing.event.id) ?? null),
  )
  if (existing !== null) return <ChangeDialog editor={editor} handle={handle} onClose={onClose} {...existing} />
  if (range === null || !allowsClaim(editor, range)) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title="Who says so?"
        description="Select the words that state, repeat or deny something first, or put the cursor between quotation marks."
        footer={<DialogClose render={<Button variant="primary">Back to the text</Button>} />}
      />
    )
  }
  return <MarkDialog editor={editor} handle={handle} onClose={onClose} range={range} />
}

function MarkDialog({ editor, handle, onClose, range }: DialogProps & { range: Range }) {
  const { articleId, personId } = useSurface()
  const formId = useId()
  const goOn = useRef<HTMLButtonElement>(null)
  const words = useMemo(() => wordsOf(editor, range), [editor, range])
  const here = handle.known?.claims ?? []
  const [form, setForm] = useState<TellingForm>(() => guessedForm(editor, range, here))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(words.length > CLAIM_WORDS_MOST ? TOO_LONG : null)
  const place = useRef(range)
  const likely = useLikely(words, form.speaker?.label ?? '')
  const [eventId] = useState(() => crypto.randomUUID())
  const [isMarked, setIsMarked] = useState(false)
  const files = useChosenFiles()
  const [posts] = useState(() => postsIn(editor))

  // Others may be typing meanwhile: the words move with the text.
  useEffect(() => {
    const follow = ({
      transaction: { mapping },
    }: {
      transaction: { mapping: { map: (at: number, side?: number) => number } }
    }) => {
      place.current = { from: mapping.map(place.current.from, 1), to: mapping.map(place.current.to, -1) }
    }
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
    }
  }, [editor])

  async function save(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (form.speaker === null) return setProblem('Say who says so.')
    setIsBusy(true)
    setProblem(null)
    try {
      await store(tellingOf(form, form.speaker))
    } catch (error) {
      setIsBusy(false)
      return setProblem(messageOf(error))
    }
    await addSource({ articleId, personId }, eventId, form.sourceId)
    if (!isMarked) markWords()
    const areAllKept = await files.sendAll(eventId)
    // The next words may tell of this claim: whoever marks them at once finds it known.
    await handle.read()
    setIsBusy(false)
    if (!areAllKept) return setIsMarked(true)
    onClose()
    editor.view.focus()
  }

  /** Once the words are marked, whoever sends the form again, for a file that was not kept, changes what it says. */
  async function store(telling: Omit<Marking, 'eventId' | 'claimId' | 'words'>) {
    if (isMarked) await changeEvent({ articleId, personId }, eventId, telling)
    else await markClaim({ articleId, personId }, { eventId, claimId: form.claimId, words, ...telling })
  }

  function markWords() {
    const tr = place.current.from < place.current.to ? withEvent(editor.state, place.current, eventId) : null
    if (tr === null) notify.info('The words went meanwhile. The claim is kept, and stands in the panel without them.')
    else editor.view.dispatch(tr)
    // The first that is said of a claim is never said again.
    setForm((before) =>
      before.claimId === null && before.kind === 'REPEATED' ? { ...before, kind: 'ASSERTED' } : before,
    )
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Who says so?"
      description="Readers see the words as they stand. The desk sees whose claim they are, and what became of it."
      initialFocus={goOn}
      finalFocus={{ current: editor.view.dom }}
      isSticky
      footer={
        <>
          <DialogClose render={<Button>{isMarked ? 'Close' : 'Cancel'}</Button>} />
          <Button ref={goOn} variant="primary" type="submit" form={formId} busy={isBusy}>
            {isMarked ? againLabel(files) : form.claimId === null ? 'Mark the claim' : 'Mark the words'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <FocusAtOnce field={goOn} />
        <Words text={words} />
        <TellingFields
          form={form}
          onChange={(change) => {
            setForm((before) => ({ ...before, ...change }))
            setProblem(null)
          }}
          claims={isMarked ? null : offered(here, likely)}
          posts={posts}
          files={files}
          isBusy={isBusy}
          problem={problem}
        />
      </form>
    </Dialog>
  )
}

/** What the button of a form says whose words are marked already, and of which a file was not kept. */
function againLabel({ list }: ChosenFiles): string {
  return list.length === 0 ? 'Save' : 'Try again'
}

/** What the form says of the words, but for which they are. */
function tellingOf(form: TellingForm, speaker: PartyItem): Omit<Marking, 'eventId' | 'claimId' | 'words'> {
  const against = form.against && choiceOf(form.against)
  return { kind: form.kind, speaker: choiceOf(speaker), against, ...detailsOf(form) }
}

/** The words are marked by then: what goes wrong is said, and the source can be added on its page. */
async function addSource(place: { articleId: string; personId: string }, eventId: string, sourceId: string) {
  if (sourceId === '') return
  try {
    await putBehind(place, eventId, sourceId)
  } catch (error) {
    notify.problem(`The words are marked, and the source was not added. ${messageOf(error)}`)
  }
}

/** The posts that the story quotes, in their order. */
function postsIn(editor: Editor): QuotedPost[] {
  const posts = new Map<string, QuotedPost>()
  editor.state.doc.descendants(({ type, attrs }) => {
    if (type.name === 'socialPost' && attrs.url !== '') posts.set(attrs.url, { url: attrs.url, author: attrs.author })
  })
  return [...posts.values()]
}

const TOO_LONG = `Mark at most ${CLAIM_WORDS_MOST} characters: a claim is a sentence, not a page.`

function ChangeDialog({
  editor,
  handle,
  onClose,
  claim,
  event,
}: DialogProps & { claim: ListedClaim; event: ListedEvent }) {
  const { articleId, personId, facts } = useSurface()
  const formId = useId()
  const goOn = useRef<HTMLButtonElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const files = useChosenFiles()
  const [posts] = useState(() => postsIn(editor))
  const [form, setForm] = useState<TellingForm>(() => ({
    kind: event.kind,
    claimId: claim.id,
    speaker: itemOf(event.speaker),
    against: claim.against && itemOf(claim.against),
    saidAt: localOf(event.saidAt),
    toWhom: event.toWhom,
    place: event.place,
    basis: event.basis ?? '',
    evidenceUrl: event.evidenceUrl,
    sourceId: '',
  }))

  /** @param work whether all of it was done: else the form stays, and says what was not */
  async function change(work: () => Promise<boolean>) {
    setIsBusy(true)
    try {
      const isDone = await work()
      void handle.read()
      if (isDone) {
        onClose()
        editor.view.focus()
      }
    } catch (error) {
      setProblem(messageOf(error))
    }
    setIsBusy(false)
  }

  function save(submit: FormEvent) {
    submit.preventDefault()
    const { speaker } = form
    if (isBusy) return
    if (speaker === null) return setProblem('Say who says so.')
    void change(async () => {
      await changeEvent({ articleId, personId }, event.id, tellingOf(form, speaker))
      await addSource({ articleId, personId }, event.id, form.sourceId)
      return files.sendAll(event.id)
    })
  }

  function unmark(): Promise<void> {
    return change(async () => {
      await removeEvent({ articleId, personId }, event.id)
      const tr = withoutEvent(editor.state, event.id)
      if (tr !== null) editor.view.dispatch(tr)
      return true
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Who says so?"
      description={`“${claim.statement}” ${claim.speaker.name} · ${STANDING_WORDS[claim.standing]}`}
      initialFocus={goOn}
      finalFocus={{ current: editor.view.dom }}
      isSticky
      footer={
        <>
          <TakeOff hasFiles={event.files.length > 0} isDisabled={!facts.can.edit || isBusy} onTakeOff={unmark} />
          <Button ref={goOn} variant="primary" type="submit" form={formId} busy={isBusy} disabled={!facts.can.edit}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <Words text={event.quote} />
        <TellingFields
          form={form}
          onChange={(next) => {
            setForm((before) => ({ ...before, ...next }))
            setProblem(null)
          }}
          claims={null}
          posts={posts}
          files={files}
          isBusy={isBusy}
          problem={problem}
        />
      </form>
    </Dialog>
  )
}

/** Files go with the mark, and nothing brings them back: that is asked once more. */
function TakeOff({
  hasFiles,
  isDisabled,
  onTakeOff,
}: {
  hasFiles: boolean
  isDisabled: boolean
  onTakeOff: () => Promise<void>
}) {
  const words = 'Take the mark off'
  if (!hasFiles)
    return (
      <Button onClick={() => void onTakeOff()} disabled={isDisabled}>
        {words}
      </Button>
    )
  return (
    <ConfirmDialog
      trigger={<Button disabled={isDisabled}>{words}</Button>}
      title="Take the mark off, and remove its files?"
      confirmLabel={words}
      isDangerous
      onConfirm={onTakeOff}
    >
      The words stay in the text. The newsroom does not have the files any more.
    </ConfirmDialog>
  )
}

function Words({ text }: { text: string }) {
  return <blockquote className="line-clamp-3 border-accent border-l-2 pl-3 font-serif text-ink-soft">{text}</blockquote>
}

/** A claim that the words may tell of, as the form lists it. */
export type OfferedClaim = { id: string; statement: string; detail: string }

/** Claims of this story first, then likely ones of others. */
function offered(here: readonly ListedClaim[], likely: readonly LikelyClaim[]): OfferedClaim[] {
  const ids = new Set(here.map(({ id }) => id))
  return [
    ...here.map(({ id, statement, speaker, standing }) => ({
      id,
      statement,
      detail: `${speaker.name} · ${STANDING_WORDS[standing]} · in this story`,
    })),
    ...likely
      .filter(({ id }) => !ids.has(id))
      .map(({ id, statement, speaker, standing, articles }) => ({
        id,
        statement,
        detail: `${speaker} · ${STANDING_WORDS[standing]} · ${articles === 1 ? '1 story' : `${articles} stories`}`,
      })),
  ]
}

function useLikely(words: string, speaker: string): readonly LikelyClaim[] {
  const [found, setFound] = useState<readonly LikelyClaim[]>([])
  useEffect(() => {
    const abort = new AbortController()
    // Proposals are a help: without them the words can be marked all the same.
    likelyClaims(words, speaker, abort.signal).then(setFound, () => {})
    return () => abort.abort()
  }, [words, speaker])
  return found
}

function wordsOf(editor: Editor, { from, to }: Range): string {
  return editor.state.doc.textBetween(from, to, ' ', ' ').replace(/\s+/gu, ' ').trim()
}

function allowsClaim(editor: Editor, { from, to }: Range): boolean {
  const { claim } = editor.schema.marks
  let isAllowed = editor.isEditable && claim !== undefined
  editor.state.doc.nodesBetween(from, to, (node) => {
    if (node.isTextblock && claim !== undefined && !node.type.allowsMarkType(claim)) isAllowed = false
  })
  return isAllowed
}

function guessedForm(editor: Editor, { from, to }: Range, claims: readonly ListedClaim[]): TellingForm {
  const { doc } = editor.state
  const $from = doc.resolve(from)
  const paragraph = $from.parent.textBetween(0, $from.parent.content.size, ' ', ' ')
  const start = from - $from.start()
  const guess = guessTelling({
    paragraph,
    from: start,
    to: Math.min(paragraph.length, start + (to - from)),
    before: doc.textBetween(0, $from.before(), '\n', ' '),
    story: doc.textBetween(0, doc.content.size, '\n', ' '),
    quotedSpeaker: markAt(editor.state, 'quote')?.mark.attrs.speaker ?? '',
    claims: claims.map(({ id, statement, speaker }) => ({ id, statement, speaker: speaker.name })),
  })
  return {
    kind: guess.kind,
    claimId: guess.claimId,
    speaker: guess.speaker === '' ? null : knownOrNew(guess.speaker, claims),
    against: null,
    saidAt: '',
    toWhom: '',
    place: '',
    basis: '',
    evidenceUrl: '',
    sourceId: '',
  }
}

function knownOrNew(name: string, claims: readonly ListedClaim[]) {
  const parties = claims.flatMap(({ speaker, against, events }) => [
    speaker,
    against,
    ...events.map((event) => event.speaker),
  ])
  const known = parties.find((party) => party !== null && party.name.toLowerCase() === name.toLowerCase())
  return known == null ? newItem(name) : itemOf(known)
}

/** The first of these events that is known, with its claim. */
function eventOf(
  { known }: ClaimsHandle,
  ids: string | readonly string[],
): { claim: ListedClaim; event: ListedEvent } | null {
  for (const id of typeof ids === 'string' ? [ids] : ids) {
    for (const claim of known?.claims ?? []) {
      const event = claim.events.find((one) => one.id === id)
      if (event !== undefined) return { claim, event }
    }
  }
  return null
}

/** What somebody did, in words for lists: "Ines Moor denied it". */
export function telling({ kind, speaker }: Pick<ListedEvent, 'kind' | 'speaker'>): string {
  return `${speaker.name} ${EVENT_WORDS[kind].did}`
}
