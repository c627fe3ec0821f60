import { TEXT_LEAST } from '@/lib/reader-reports/limits'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { REPORT_ADDRESS, REPORT_FIELDS, type ReportFieldName } from '@/lib/reader-reports/report-fields'

/** Works without script. What is wrong with it comes back with what was typed: lib/reader-reports/not-sent-page.ts. */
export function QuestionForm({ article, number }: { article: QuestionedArticle; number: number }) {
  return (
    <form className="question-form" method="post" action={REPORT_ADDRESS}>
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="edition" value={article.editionId} />
      <input type="hidden" name="paragraph" value={number} />
      {REPORT_FIELDS.map(({ name, label, hint, most }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <p className="small-print" id={`${name}-hint`}>
            {hint}
          </p>
          <Control name={name} most={most} />
        </div>
      ))}
      <div className="trap" aria-hidden="true">
        <label>
          Leave this empty
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <button type="submit">Send to the newsroom</button>
    </form>
  )
}

function Control({ name, most }: { name: ReportFieldName; most: number }) {
  const common = { id: name, name, maxLength: most, 'aria-describedby': `${name}-hint` }
  if (name === 'text') return <textarea {...common} required minLength={TEXT_LEAST} rows={7} />
  if (name === 'mail') return <input {...common} type="email" autoComplete="email" placeholder="name@example.com" />
  return <input {...common} type="text" inputMode="url" autoComplete="off" placeholder="https://" />
}
