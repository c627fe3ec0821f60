import { TEXT_LEAST } from '@/lib/reader-reports/limits'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { REPORT_ADDRESS, type ReportField, reportFields } from '@/lib/reader-reports/report-fields'
import type { SiteWords } from '@/lib/site-words/en'

type QuestionFormProps = {
  article: QuestionedArticle
  number: number
  words: SiteWords
  /** How long an address that is left is kept. */
  days: number
}

/** Works without script. What is wrong with it comes back with what was typed: lib/reader-reports/not-sent-page.ts. */
export function QuestionForm({ article, number, words, days }: QuestionFormProps) {
  return (
    <form className="question-form" method="post" action={REPORT_ADDRESS}>
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="edition" value={article.editionId} />
      <input type="hidden" name="paragraph" value={number} />
      {reportFields(words.question, days).map(({ name, label, hint, most }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <p className="small-print" id={`${name}-hint`}>
            {hint}
          </p>
          <Control name={name} most={most} words={words.question} />
        </div>
      ))}
      <div className="trap" aria-hidden="true">
        <label>
          {words.newsletters.form.trap}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <button type="submit">{words.question.send}</button>
    </form>
  )
}

type ControlProps = Pick<ReportField, 'name' | 'most'> & { words: SiteWords['question'] }

function Control({ name, most, words }: ControlProps) {
  const common = { id: name, name, maxLength: most, 'aria-describedby': `${name}-hint` }
  if (name === 'text') return <textarea {...common} required minLength={TEXT_LEAST} rows={7} />
  if (name === 'mail')
    return <input {...common} type="email" autoComplete="email" placeholder={words.mail.example} dir="ltr" />
  return <input {...common} type="text" inputMode="url" autoComplete="off" placeholder={words.url.example} dir="ltr" />
}
