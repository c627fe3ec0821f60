import type { MarkProps } from './marks'

/**
 * Words that open their explanation: the browser's own popover, without script. Inside a link, where no button may stand,
 * the explanation follows the words in brackets, as it does on paper.
 */
export function ExplainedWords({ mark, number, isInLink, children }: MarkProps) {
  const { explanation } = mark.attrs
  if (explanation.trim() === '') return children
  if (isInLink) {
    return (
      <>
        {children} ({explanation})
      </>
    )
  }
  const id = `explained-${number}`
  return (
    <>
      <button type="button" className="explained" popoverTarget={id}>
        {children}
      </button>
      <span className="explanation" id={id} popover="auto" role="note">
        {explanation}
      </span>
    </>
  )
}
