/** The words under a picture. */
export function Caption({ caption, credit }: { caption: string; credit: string }) {
  if (caption === '' && credit === '') return null
  return (
    <figcaption className="caption">
      {caption === '' ? null : <span>{caption}</span>}
      {credit === '' ? null : <small className="credit">{credit}</small>}
    </figcaption>
  )
}
