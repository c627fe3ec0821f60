'use client'

import { Paperclip, X } from 'lucide-react'
import { type ComponentProps, useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { Field, useFieldControl } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Progress } from '@/components/ui/progress'
import { EVIDENCE_FILES_MOST, sizeInWords } from '@/lib/claims/evidence-limits'
import { cleanFileName } from '@/lib/claims/evidence-name'
import type { ChosenFile, ChosenFiles } from './use-chosen-files.client'

/** Files that show that it was said: a ruling, a photographed letter, a mail. They are sent when the form is. */
export function FilesField({ files, isBusy }: { files: ChosenFiles; isBusy: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Field
      label="Files"
      error={files.problem}
      hint={`A ruling, a photographed letter, a mail: up to 10 MB each, ${EVIDENCE_FILES_MOST} at most. For the newsroom alone; readers never get them.`}
      className="sm:col-span-2"
    >
      <div className="relative flex flex-col gap-2">
        <FileInput
          ref={input}
          onChange={(event) => {
            files.choose(event.target.files ?? [])
            // The same file, put right, may be chosen again.
            event.target.value = ''
          }}
        />
        {files.list.length === 0 ? null : (
          <ul aria-label="Chosen files" className="flex flex-col divide-y divide-line rounded-md border border-line">
            {files.list.map((chosen) => (
              <Chosen key={chosen.key} chosen={chosen} isBusy={isBusy} onLeaveOut={() => files.leaveOut(chosen.key)} />
            ))}
          </ul>
        )}
        <Button
          icon={<Paperclip aria-hidden="true" className="size-4" />}
          className="self-start"
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          {files.list.length === 0 ? 'Choose files' : 'Choose more files'}
        </Button>
      </div>
    </Field>
  )
}

/** The browser’s own, which looks another way in each; the button beside it opens it. */
function FileInput(props: ComponentProps<'input'>) {
  const control = useFieldControl({})
  return <input {...props} {...control} type="file" multiple tabIndex={-1} className="sr-only" />
}

function Chosen({
  chosen: { file, share, problem },
  isBusy,
  onLeaveOut,
}: {
  chosen: ChosenFile
  isBusy: boolean
  onLeaveOut: () => void
}) {
  const name = cleanFileName(file.name)
  return (
    <li className="flex items-center gap-2 px-3 py-1.5 text-sm">
      <span className="min-w-0 flex-1">
        <span className="wrap-anywhere">
          <bdi>{name}</bdi> <span className="text-ink-faint text-xs">{sizeInWords(file.size)}</span>
        </span>
        {share === null ? null : <Progress label={`Sending ${name}`} value={share} className="my-1" />}
        {problem === null ? null : (
          <span role="alert" className="block text-danger-ink text-sm">
            {problem}
          </span>
        )}
      </span>
      <IconButton
        label={`Leave out ${name}`}
        icon={<X aria-hidden="true" className="size-4" />}
        size="small"
        side="left"
        disabled={isBusy}
        onClick={onLeaveOut}
      />
    </li>
  )
}
