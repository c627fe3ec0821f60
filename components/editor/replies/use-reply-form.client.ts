'use client'

import { type FormEvent, useState } from 'react'
import { useClash } from '@/components/newsroom/clash/use-clash.client'
import { notify } from '@/components/ui/toaster.client'
import { changeReply, type ListedReply, logReply } from '../api/replies'
import { messageOf, RequestFailed } from '../api/request'
import { useSurface } from '../surface-context.client'
import { formOf, inputOf, type ReplyForm } from './reply-form'

type Problems = { sentence: string | null; of: Partial<Record<keyof ReplyForm, string>> }

const NONE: Problems = { sentence: null, of: {} }

/** A form about an entry: sent whole, with the version that was opened. What is refused stays as it was typed. */
export function useReplyForm({
  opened,
  reply,
  zone,
  done,
  onSaved,
}: {
  opened: ReplyForm
  /** Null for a new entry. */
  reply: ListedReply | null
  zone: string
  /** What the person is told when it is saved. */
  done: string
  onSaved: () => void
}) {
  const { articleId, personId } = useSurface()
  const { values, base, clash, put, bringIn, decide } = useClash(opened, reply?.version ?? 0)
  const [replyId] = useState(() => reply?.id ?? crypto.randomUUID())
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState(NONE)
  const isUndecided = (clash?.asked.length ?? 0) > 0

  async function save(event: FormEvent) {
    event.preventDefault()
    if (isBusy || isUndecided) return
    const input = inputOf(values, zone)
    if (input === null) return setProblems({ sentence: null, of: { party: 'Say who was asked.' } })
    setIsBusy(true)
    setProblems(NONE)
    const place = { articleId, personId }
    try {
      const result =
        reply === null
          ? await logReply(place, { ...input, replyId }).then(() => null)
          : await changeReply(place, replyId, { ...input, baseVersion: base.version })
      if (result?.kind === 'clash') bringIn({ ...result, standing: formOf(result.standing, zone) })
      else {
        notify.done(done)
        onSaved()
      }
    } catch (error) {
      setProblems(problemsOf(error))
    }
    setIsBusy(false)
  }

  return {
    values,
    clash,
    decide,
    isBusy,
    isUndecided,
    problems,
    save,
    put: (part: Partial<ReplyForm>) => {
      put(part)
      setProblems(NONE)
    },
  }
}

export type ReplyFormHandle = ReturnType<typeof useReplyForm>

/** What was refused, at the fields where it stands. */
function problemsOf(error: unknown): Problems {
  const issues = error instanceof RequestFailed ? error.issues : []
  const of: Partial<Record<string, string>> = {}
  for (const { field, message } of issues) of[field.split('.')[0] ?? ''] ??= message
  return { sentence: issues.length > 0 ? null : messageOf(error), of }
}
