'use client'

import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { PictureDialog } from '../pictures/picture-dialog.client'
import { PictureWithin } from '../pictures/picture-within.client'
import { FieldBox } from './field-box.client'
import type { FieldSaver, FieldValues } from './field-saver'
import { useField } from './use-field.client'

type MainImage = NonNullable<FieldValues['mainImage']>

/** The picture above the text and on cards. */
export function MainImageField({ saver, canEdit }: { saver: FieldSaver; canEdit: boolean }) {
  const entry = useField(saver, 'mainImage')
  const [isChoosing, setIsChoosing] = useState(false)
  const image = entry.value

  return (
    <FieldBox
      saver={saver}
      name="mainImage"
      entry={{ ...entry, field: 'mainImage' }}
      inWords={(value) => (value === null ? 'no picture' : describeImage(value as MainImage))}
    >
      <section aria-label="Main image" className="flex flex-col gap-3">
        <span aria-hidden="true" className="font-medium text-sm">
          Main image
        </span>
        {image === null ? (
          <Button
            icon={<ImagePlus aria-hidden="true" className="size-4" />}
            disabled={!canEdit}
            onClick={() => setIsChoosing(true)}
          >
            Choose a main image
          </Button>
        ) : (
          <>
            <div className="overflow-hidden rounded-md border border-line">
              <PictureWithin id={image.mediaId} alt={image.alt} className="max-h-56" />
            </div>
            <div className="flex gap-2">
              <Button size="small" disabled={!canEdit} onClick={() => setIsChoosing(true)}>
                Replace
              </Button>
              <Button size="small" variant="quiet" disabled={!canEdit} onClick={() => entry.set(null)}>
                Remove main image
              </Button>
            </div>
            <ImageWords image={image} onChange={entry.set} />
          </>
        )}
      </section>
      {isChoosing ? (
        <PictureDialog
          title="Choose a main image"
          onClose={() => setIsChoosing(false)}
          onChoose={({ id, ...words }) => {
            setIsChoosing(false)
            entry.set({ mediaId: id, ...words })
          }}
        />
      ) : null}
    </FieldBox>
  )
}

function ImageWords({ image, onChange }: { image: MainImage; onChange: (image: MainImage) => void }) {
  return (
    <>
      <div data-field="mainImage.alt">
        <Field label="Main image: alternative text" hint="What is to be seen, for those who do not see it.">
          <Input
            maxLength={1000}
            value={image.alt}
            onChange={(event) => onChange({ ...image, alt: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Main image: caption">
        <Input
          maxLength={1000}
          value={image.caption}
          onChange={(event) => onChange({ ...image, caption: event.target.value })}
        />
      </Field>
      <div data-field="mainImage.credit">
        <Field label="Main image: credit">
          <Input
            maxLength={200}
            value={image.credit}
            onChange={(event) => onChange({ ...image, credit: event.target.value })}
          />
        </Field>
      </div>
    </>
  )
}

function describeImage({ alt, caption, credit }: MainImage): string {
  return [alt, caption, credit].filter(Boolean).join(' / ') || 'a picture without words'
}
