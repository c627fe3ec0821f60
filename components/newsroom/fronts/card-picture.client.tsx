'use client'

import { ImagePlus } from 'lucide-react'
import { useId, useState } from 'react'
import { PictureDialog } from '@/components/editor/pictures/picture-dialog.client'
import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import { Button } from '@/components/ui/button.client'
import { Radio } from '@/components/ui/radio'
import type { Card } from '@/lib/fronts/layout'
import { Thumb } from './thumb'

const KINDS = { own: 'As in the article', none: 'None', other: 'Another one' } as const

/** Which picture a card shows. */
export function CardPicture({
  value,
  ofArticle,
  isDisabled,
  onChange,
}: {
  value: Card['picture']
  /** Null where the article has none. */
  ofArticle: { id: string; widths: readonly number[] } | null
  isDisabled: boolean
  onChange: (picture: Card['picture']) => void
}) {
  const id = useId()
  const [isChoosing, setIsChoosing] = useState(false)
  const choose = (kind: keyof typeof KINDS) => {
    if (kind !== 'other') onChange({ kind })
    else if (value.kind !== 'other') setIsChoosing(true)
  }
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">Picture</legend>
      <div className="flex items-start gap-4">
        <div className="flex flex-1 flex-col">
          {(['own', 'none', 'other'] as const).map((kind) => (
            <label key={kind} className="flex items-center gap-2.5 py-1 text-sm touch:min-h-11">
              <Radio
                name={id}
                checked={value.kind === kind}
                disabled={isDisabled}
                onChange={() => choose(kind)}
                onClick={() => choose(kind)}
              />
              {KINDS[kind]}
              {kind === 'own' && ofArticle === null ? (
                <span className="text-ink-faint text-xs">It has none.</span>
              ) : null}
            </label>
          ))}
          {value.kind === 'other' ? (
            <Button
              size="small"
              className="mt-1 self-start"
              icon={<ImagePlus aria-hidden="true" className="size-4" />}
              disabled={isDisabled}
              onClick={() => setIsChoosing(true)}
            >
              Choose another
            </Button>
          ) : null}
        </div>
        <div className="w-36 shrink-0 empty:hidden">
          {value.kind === 'own' && ofArticle !== null ? (
            <Thumb picture={ofArticle} atLeast={320} className="aspect-3/2 w-full" />
          ) : null}
          {value.kind === 'other' ? (
            <div className="overflow-hidden rounded-md border border-line">
              <PictureWithin id={value.mediaId} alt="The picture of this card" className="max-h-28" />
            </div>
          ) : null}
        </div>
      </div>
      {isChoosing ? (
        <PictureDialog
          title="A picture for this card"
          onClose={() => setIsChoosing(false)}
          onChoose={(picture) => {
            setIsChoosing(false)
            onChange({ kind: 'other', mediaId: picture.id })
          }}
        />
      ) : null}
    </fieldset>
  )
}
