'use client'

import { Download } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'

/** Where the file comes from. A form, because the address of a reader stands in no address. */
const EXPORT = '/api/privacy/export'

/** Saves all that the paper has of a reader as a file. Why it could not be saved is said here, and nothing that was typed is lost. */
export function SaveReader({ address }: { address: string }) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    try {
      const answer = await fetch(EXPORT, { method: 'POST', body: new URLSearchParams({ address }) })
      if (answer.ok) {
        keep(await answer.blob(), fileNameOf(answer))
        notify.done('The file is saved')
      } else setProblem(await reasonOf(answer))
    } catch {
      setProblem('The server is not answering. Nothing was saved: try again.')
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <>
      {problem === null ? null : (
        <Callout tone="danger" title="The file was not saved" className="basis-full">
          {problem}
        </Callout>
      )}
      <form method="post" action={EXPORT} onSubmit={save}>
        <input type="hidden" name="address" value={address} />
        <Button type="submit" busy={isBusy} icon={<Download aria-hidden="true" className="size-4" />}>
          Save as a file
        </Button>
      </form>
    </>
  )
}

function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

function fileNameOf(answer: Response): string {
  const [, name] = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '') ?? []
  return name ?? 'reader.json'
}

async function reasonOf(answer: Response): Promise<string> {
  const said = (await answer.json().catch(() => null)) as { error?: Problem } | null
  return said?.error?.message ?? 'Something went wrong on our side. Nothing was saved: try again.'
}
