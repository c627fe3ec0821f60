'use client'

import { ImagePlus } from 'lucide-react'
import { useId, useState } from 'react'
import { PictureDialog } from '@/components/editor/pictures/picture-dialog.client'
import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'

type LogoFieldProps = {
  label: string
  hint: string
  /** The id of a picture; empty for none. */
  value: string
  error: string | undefined
  /** What it is shown on. */
  ground: string
  onChange: (value: string) => void
}

/** A logo, shown on the colour that it will stand on. */
export function LogoField({ label, hint, value, error, ground, onChange }: LogoFieldProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  const id = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{label}</legend>
      {value === '' ? null : (
        <div className="rounded-md border border-line p-4" style={{ background: ground }}>
          <PictureWithin id={value} alt={label} className="max-h-16 bg-transparent object-left" />
        </div>
      )}
      <div className="flex gap-2">
        <Button
          size={value === '' ? 'medium' : 'small'}
          icon={value === '' ? <ImagePlus aria-hidden="true" className="size-4" /> : undefined}
          aria-describedby={classes(`${id}hint`, error !== undefined && `${id}error`)}
          aria-invalid={error === undefined ? undefined : true}
          onClick={() => setIsChoosing(true)}
        >
          {value === '' ? 'Choose a picture' : 'Replace'}
        </Button>
        {value === '' ? null : (
          <Button size="small" variant="quiet" onClick={() => onChange('')}>
            Remove
          </Button>
        )}
      </div>
      {error === undefined ? null : (
        <p id={`${id}error`} role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      )}
      <p id={`${id}hint`} className="text-pretty text-ink-faint text-xs">
        {hint}
      </p>
      {isChoosing ? (
        <PictureDialog
          title={`Choose a picture: ${label.toLowerCase()}`}
          onClose={() => setIsChoosing(false)}
          onChoose={(picture) => {
            setIsChoosing(false)
            onChange(picture.id)
          }}
        />
      ) : null}
    </fieldset>
  )
}
