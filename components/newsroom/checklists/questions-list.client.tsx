'use client'

import { ArrowDown, ArrowUp, Ellipsis, ListChecks, Pencil, Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { Level } from '@/lib/checklists/checks'
import type { KeptChecklist, KeptQuestion } from '@/lib/checklists/readers'
import { LEVEL_WORDS, type QuestionActions } from './checklist-actions'
import { QuestionDialog } from './question-dialog.client'

type Asked = { kind: 'add' } | { kind: 'edit' | 'delete'; question: KeptQuestion }

/** The paper's own questions of one kind of story, in the order in which they are asked. */
export function QuestionsList({
  checklist: { kind, questions, generalQuestions },
  actions,
}: {
  checklist: KeptChecklist
  actions: QuestionActions
}) {
  const router = useRouter()
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState('')

  // A row that changes its place loses the focus: whoever moves it by keyboard goes on where they were.
  useEffect(() => {
    if (moved.current === null || questions.length === 0) return
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus()
    moved.current = null
  }, [questions])

  async function move({ id, question }: KeptQuestion, to: 'up' | 'down') {
    const result = await actions.move({ id, to })
    if (result.ok) setSaid(`“${question}” moved ${to}`)
    else notify.problem(result.problem.message)
    moved.current = `${to} ${id}`
    router.refresh()
  }

  async function remove({ id }: KeptQuestion): Promise<string | undefined> {
    const result = await actions.remove({ id })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done('The question is deleted.')
    return undefined
  }

  const addButton = (
    <Button icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setAsked({ kind: 'add' })}>
      Add a question
    </Button>
  )

  return (
    <section aria-labelledby="questions">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="questions" className="flex-1 font-semibold text-base">
          Questions of the paper
        </h2>
        {questions.length > 0 ? addButton : null}
      </div>
      <p className="mt-1 mb-4 text-pretty text-ink-soft text-sm">
        {kind === null ? 'Asked of every story.' : `Asked of every story of the kind “${kind.name}”.`} Whoever may edit
        the story ticks them, and their name stays with what readers got.
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {questions.length === 0 ? (
        <EmptyState
          icon={<ListChecks aria-hidden="true" />}
          title="No questions yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          What no machine can see: whether the family was told, whether the court allows the name.
        </EmptyState>
      ) : (
        <ol ref={list} aria-label="Questions" className="divide-y divide-line rounded-lg border border-line">
          {questions.map((question, index) => (
            <li key={question.id} className="flex items-start gap-3 py-2 pr-2 pl-4">
              <div className="min-w-0 flex-1 py-1.5">
                <p className="wrap-anywhere text-sm">{question.question}</p>
                <LevelBadge level={question.level} />
              </div>
              <span className="flex shrink-0">
                <IconButton
                  label={`Move “${question.question}” up`}
                  icon={<ArrowUp aria-hidden="true" className="size-4" />}
                  data-move={`up ${question.id}`}
                  disabled={index === 0}
                  onClick={() => void move(question, 'up')}
                />
                <IconButton
                  label={`Move “${question.question}” down`}
                  icon={<ArrowDown aria-hidden="true" className="size-4" />}
                  data-move={`down ${question.id}`}
                  disabled={index === questions.length - 1}
                  onClick={() => void move(question, 'down')}
                />
                <Menu
                  trigger={
                    <IconButton
                      label={`What to do with “${question.question}”`}
                      icon={<Ellipsis aria-hidden="true" className="size-4" />}
                    />
                  }
                >
                  <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setAsked({ kind: 'edit', question })}>
                    Edit
                  </MenuItem>
                  <MenuItem
                    icon={<Trash2 aria-hidden="true" />}
                    isDangerous
                    onSelect={() => setAsked({ kind: 'delete', question })}
                  >
                    Delete
                  </MenuItem>
                </Menu>
              </span>
            </li>
          ))}
        </ol>
      )}
      {generalQuestions.length > 0 ? <GeneralQuestions questions={generalQuestions} /> : null}
      {asked?.kind === 'add' || asked?.kind === 'edit' ? (
        <QuestionDialog
          templateId={kind?.id ?? null}
          question={asked.kind === 'edit' ? asked.question : null}
          actions={actions}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'delete' ? (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : setAsked(null))}
          title="Delete this question?"
          confirmLabel="Delete"
          isDangerous
          onConfirm={() => remove(asked.question)}
        >
          <p className="wrap-anywhere">“{asked.question.question}”</p>
          <p>
            Nobody is asked it any more, and its ticks are forgotten. What was published keeps its answers. To stop it
            for a while, switch it off instead.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  )
}

function GeneralQuestions({ questions }: { questions: readonly KeptQuestion[] }) {
  return (
    <div className="mt-4 text-sm">
      <p className="text-ink-soft">
        Asked before these, because every story is asked them (
        <Link href="/admin/checklists" className="underline">
          change
        </Link>
        ):
      </p>
      <ul aria-label="Questions for all kinds" className="mt-1 space-y-1">
        {questions.map(({ id, question, level }) => (
          <li key={id} className="wrap-anywhere text-ink-soft">
            {question} <span className="text-ink-faint">{LEVEL_WORDS[level].toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const TONES: Record<Level, Tone> = { BLOCK: 'warn', WARN: 'neutral', OFF: 'neutral' }

function LevelBadge({ level }: { level: Level }) {
  return (
    <Badge tone={TONES[level]} className="mt-1">
      {LEVEL_WORDS[level]}
    </Badge>
  )
}
