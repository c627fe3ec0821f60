import type { Legal } from '../api/legal'

/** What is not as it was when it was signed, word by word. */
export function Changes({ articleId, changes }: { articleId: string; changes: NonNullable<Legal['changes']> }) {
  const { version, blocks, fields } = changes
  return (
    <section aria-label="Changed since it was signed" className="mt-3 rounded-lg border border-line p-3 text-sm">
      <p className="font-semibold">Changed since version {version} was signed</p>
      {fields.length === 0 ? null : <p className="mt-1 text-ink-soft">Fields: {fields.join(', ')}.</p>}
      {blocks.map(({ pieces, notes }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is compared has no names, and is drawn anew as a whole
        <div key={place} className="mt-2 border-line border-t pt-2">
          <p className="leading-6">
            {pieces.map(({ change, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Piece key={at} change={change} text={text} />
            ))}
          </p>
          {notes.map((note) => (
            <p key={note} className="text-ink-faint">
              {note}
            </p>
          ))}
        </div>
      ))}
      <a href={`/desk/articles/${articleId}/history`} className="mt-2 inline-block text-accent-ink underline">
        Compare whole versions
      </a>
    </section>
  )
}

function Piece({ change, text }: { change: 'same' | 'added' | 'removed'; text: string }) {
  if (change === 'added') return <ins className="bg-good-wash text-good-ink">{text}</ins>
  if (change === 'removed') return <del className="bg-danger-wash text-danger-ink">{text}</del>
  return <span>{shortened(text)}</span>
}

/** So much of what stayed is shown beside what changed. */
const KEPT = 60

function shortened(text: string): string {
  return text.length <= 2 * KEPT + 3 ? text : `${text.slice(0, KEPT)} … ${text.slice(-KEPT)}`
}
