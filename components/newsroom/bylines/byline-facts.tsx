import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import type { BylineValues } from '@/lib/bylines/byline'
import { BYLINE_WORDS, bylineInWords } from './byline-words'

const READ = ['jobTitle', 'biography', 'email', 'profiles'] as const

/** What the page of a byline says, for whoever does not change it. */
export function BylineFacts({ values }: { values: BylineValues }) {
  return (
    <div className="flex flex-col gap-6">
      {values.picture === null ? null : (
        <div className="max-w-48 overflow-hidden rounded-md border border-line">
          <PictureWithin id={values.picture.mediaId} alt={values.picture.alt} />
        </div>
      )}
      <dl className="flex flex-col gap-4">
        {READ.map((field) => (
          <div key={field}>
            <dt className="font-medium text-sm">{BYLINE_WORDS[field]}</dt>
            <dd className="wrap-anywhere mt-0.5 whitespace-pre-line text-ink-soft">
              {bylineInWords(field, values) || 'Nothing'}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
