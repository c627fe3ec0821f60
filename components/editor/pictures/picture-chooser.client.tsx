'use client'

import { Upload } from 'lucide-react'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { Progress } from '@/components/ui/progress'
import { type ListedPicture, listPictures, PICTURE_TYPES, pictureSource, uploadPicture } from '../api/pictures'
import { messageOf } from '../api/request'

/** What a chosen picture brings along: words that were written for it before, if it was on the shelf. */
export type ChosenPicture = { id: string; alt: string; caption: string; credit: string }

/** A picture from this device or from the newsroom's shelf. */
export function PictureChooser({ onChoose }: { onChoose: (picture: ChosenPicture) => void }) {
  return (
    <div className="flex flex-col gap-4">
      <PictureUpload onChoose={onChoose} />
      <PictureShelf onChoose={onChoose} />
    </div>
  )
}

/** Upload by button or by dropping a file; shows how far it is, and why it did not work. */
function PictureUpload({ onChoose }: { onChoose: (picture: ChosenPicture) => void }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)

  async function send(file: File | undefined) {
    if (file === undefined || share !== null) return
    setShare(0)
    setError(null)
    try {
      const { id: mediaId } = await uploadPicture(file, setShare)
      onChoose({ id: mediaId, alt: '', caption: '', credit: '' })
    } catch (failure) {
      setError(messageOf(failure))
    } finally {
      setShare(null)
      if (input.current) input.current.value = ''
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    // Dropping a file is a convenience; the button does the same.
    <section
      aria-label="Upload"
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={classes(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-6 text-center',
        isOver ? 'border-accent bg-accent-wash' : 'border-line-strong',
      )}
    >
      <label htmlFor={id} className="sr-only">
        Upload a picture
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={PICTURE_TYPES.join(',')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button
        icon={<Upload aria-hidden="true" className="size-4" />}
        busy={share !== null}
        onClick={() => input.current?.click()}
      >
        Upload from this device
      </Button>
      <p className="text-ink-faint text-xs">JPEG, PNG, WebP or GIF, up to 25 MB. You can also drop it here.</p>
      {share !== null ? (
        <div className="w-full max-w-60">
          <Progress label="Uploading" value={share} />
          <p className="mt-1 text-ink-soft text-xs">
            {share < 1 ? `Uploading… ${Math.round(share * 100)} %` : 'Preparing the sizes…'}
          </p>
        </div>
      ) : null}
      {error !== null ? (
        <p role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      ) : null}
    </section>
  )
}

function PictureShelf({ onChoose }: { onChoose: (picture: ChosenPicture) => void }) {
  const [pictures, setPictures] = useState<ListedPicture[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  useEffect(() => {
    let isHere = true
    listPictures()
      .then((page) => {
        if (!isHere) return
        setPictures(page.pictures)
        setCursor(page.nextCursor)
      })
      .catch((failure) => isHere && setError(messageOf(failure)))
    return () => {
      isHere = false
    }
  }, [])

  async function more() {
    try {
      const page = await listPictures(cursor ?? undefined)
      setPictures((before) => [...before, ...page.pictures])
      setCursor(page.nextCursor)
    } catch (failure) {
      setError(messageOf(failure))
    }
  }

  if (error !== null) return <p className="text-danger-ink text-sm">{error}</p>
  if (pictures.length === 0) return null
  return (
    <section aria-label="Pictures of the newsroom" className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">Or one that is here already</h3>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              onClick={() =>
                onChoose({ id: picture.id, alt: picture.alt, caption: picture.caption, credit: picture.credit })
              }
              className="block w-full overflow-hidden rounded-md border border-line text-left hover:border-ink-faint"
            >
              <img
                src={pictureSource(picture.id, picture.widths[0])}
                alt={picture.alt || picture.fileName}
                loading="lazy"
                className="aspect-3/2 w-full bg-sunken object-cover"
              />
              <span aria-hidden="true" className="block truncate px-2 py-1 text-ink-faint text-xs">
                {picture.credit || picture.fileName}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {cursor !== null ? (
        <Button size="small" variant="quiet" onClick={more}>
          Show more
        </Button>
      ) : null}
    </section>
  )
}
