const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g

/** The text of a mail with its addresses as links. The HTML of a mail is never printed. */
export function MailText({ text }: { text: string }) {
  return <div className="whitespace-pre-wrap break-words text-base leading-7">{withLinks(text)}</div>
}

function withLinks(text: string) {
  const parts = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, match.index))
    parts.push(
      <a
        key={match.index}
        href={match[0]}
        target="_blank"
        rel="noopener noreferrer"
        className="break-all font-medium text-accent-ink underline underline-offset-4"
      >
        {match[0]}
      </a>,
    )
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return parts
}
