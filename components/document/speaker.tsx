import type { Node } from 'prosemirror-model'

/** Who said it, and what they are. */
export function Speaker({ node }: { node: Node }) {
  const { speaker, role } = node.attrs
  if (speaker === '' && role === '') return null
  return (
    <figcaption className="speaker">
      {speaker === '' ? null : <cite>{speaker}</cite>}
      {role === '' ? null : <span className="speaker-role">{role}</span>}
    </figcaption>
  )
}
