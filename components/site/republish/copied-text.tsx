type CopiedTextProps = {
  id: string
  label: string
  hint: string
  rows: number
  /** Code runs from left to right in a paper of any language. */
  isCode?: boolean
  words: { copy: string; copied: string }
  children: string
}

/** A text to select and copy. public/copy.js adds a button where the browser lets it. */
export function CopiedText({ id, label, hint, rows, isCode = false, words, children }: CopiedTextProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <p className="small-print" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        readOnly
        dir={isCode ? 'ltr' : undefined}
        rows={rows}
        spellCheck={false}
        defaultValue={children}
        data-copy={words.copy}
        data-copied={words.copied}
      />
    </div>
  )
}
