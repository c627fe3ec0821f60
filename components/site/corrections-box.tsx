import type { PublicCorrection } from '@/lib/corrections/readers'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

/** Below an article: what readers were told of what changed, the newest first, each at an address of its own. */
export function CorrectionsBox({ notes, time }: { notes: readonly PublicCorrection[]; time: PaperTime }) {
  if (notes.length === 0) return null
  const words = wordsFor(time.language).corrections
  return (
    <section className="corrections-box" id="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading" className="label">
        {words.onThis}
      </h2>
      <ul className="corrections">
        {notes.map((note) => (
          <li key={note.id} id={`note-${note.id}`}>
            <CorrectionLine note={note} time={time} />
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What kind of note it is, and of when. */
export function CorrectionLine({ note: { kind, at }, time }: { note: PublicCorrection; time: PaperTime }) {
  const { kinds } = wordsFor(time.language).corrections
  return (
    <p className="correction-line">
      <strong>{kinds[kind]}</strong> <time dateTime={at.toISOString()}>{printDateTime(at, time)}</time>
    </p>
  )
}
