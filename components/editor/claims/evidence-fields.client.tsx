'use client'

import { useEffect, useId, useState } from 'react'
import { FilesField } from '@/components/newsroom/claims/files-field.client'
import type { ChosenFiles } from '@/components/newsroom/claims/use-chosen-files.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { listUsableSources, type UsableSource } from '../api/claims'
import type { TellingForm } from './telling-form'

/** A post that the story quotes. */
export type QuotedPost = { url: string; author: string }

/** What shows that it was said: an address, a post that the story quotes, files, a source of the newsroom's own register. */
export function EvidenceFields({
  form,
  posts,
  files,
  isBusy,
  onChange,
}: {
  form: TellingForm
  posts: readonly QuotedPost[]
  /** Chosen to be kept behind the event once there is one. */
  files: ChosenFiles
  isBusy: boolean
  onChange: (change: Partial<TellingForm>) => void
}) {
  const postsId = useId()
  const sources = useSources()
  return (
    <>
      <Field
        label="Evidence"
        hint={`The address of a document, a post, a recording. ${posts.length === 0 ? '' : 'The posts that the story quotes are offered. '}Readers who are told who says what get it, too.`}
        className="sm:col-span-2"
      >
        <Input
          inputMode="url"
          maxLength={2_000}
          list={posts.length === 0 ? undefined : postsId}
          value={form.evidenceUrl}
          onChange={(event) => onChange({ evidenceUrl: event.target.value })}
        />
      </Field>
      <datalist id={postsId}>
        {posts.map(({ url, author }) => (
          <option key={url} value={url}>
            {`Post by ${author || 'somebody'}`}
          </option>
        ))}
      </datalist>
      <FilesField files={files} isBusy={isBusy} />
      {sources.length === 0 ? null : (
        <Field
          label="Source"
          hint="From the register of sources, by code name. It is put behind these words; readers never see which."
          className="sm:col-span-2"
        >
          <Select value={form.sourceId} onChange={(event) => onChange({ sourceId: event.target.value })}>
            <option value="">None to add</option>
            {sources.map(({ id, codeName }) => (
              <option key={id} value={id}>
                {codeName}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  )
}

function useSources(): readonly UsableSource[] {
  const [sources, setSources] = useState<readonly UsableSource[]>([])
  useEffect(() => {
    const abort = new AbortController()
    // Without them the words can be marked all the same, and the source be added on its page.
    listUsableSources(abort.signal).then(setSources, () => {})
    return () => abort.abort()
  }, [])
  return sources
}
