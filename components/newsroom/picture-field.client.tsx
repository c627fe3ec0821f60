'use client'

import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { PictureDialog } from '@/components/editor/pictures/picture-dialog.client'
import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'

type DescribedPicture = { mediaId: string; alt: string }

type PictureFieldProps = {
  /** What it is called on the form. */
  label: string
  hint?: string
  picture: DescribedPicture | null
  error: string | undefined
  onChange: (picture: DescribedPicture | null) => void
}

/** A picture of the newsroom's on a form, with what is to be seen on it. */
export function PictureField({ label, hint, picture, error, onChange }: PictureFieldProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <section aria-label={label} className="flex flex-col gap-3">
      <span aria-hidden="true" className="font-medium text-sm">
        {label}
      </span>
      {hint === undefined ? null : <p className="-mt-2 text-pretty text-ink-faint text-xs">{hint}</p>}
      {picture === null && error !== undefined ? (
        <p role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      ) : null}
      {picture === null ? (
        <Button icon={<ImagePlus aria-hidden="true" className="size-4" />} onClick={() => setIsChoosing(true)}>
          Choose a picture
        </Button>
      ) : (
        <>
          <div className="overflow-hidden rounded-md border border-line">
            <PictureWithin id={picture.mediaId} alt={picture.alt} className="max-h-48" />
          </div>
          <div className="flex gap-2">
            <Button size="small" onClick={() => setIsChoosing(true)}>
              Replace
            </Button>
            <Button size="small" variant="quiet" onClick={() => onChange(null)}>
              Remove picture
            </Button>
          </div>
          <Field label="Alternative text" error={error} hint="What is to be seen, for those who do not see it.">
            <Input
              maxLength={1000}
              value={picture.alt}
              onChange={(event) => onChange({ ...picture, alt: event.target.value })}
            />
          </Field>
        </>
      )}
      {isChoosing ? (
        <PictureDialog
          title="Choose a picture"
          onClose={() => setIsChoosing(false)}
          onChoose={({ id, alt }) => {
            setIsChoosing(false)
            onChange({ mediaId: id, alt })
          }}
        />
      ) : null}
    </section>
  )
}
