import type { ReactNode } from 'react'
import { DocumentBody } from '@/components/document/document-body'
import type { Printing } from '@/components/document/printing'
import { titlesOf } from '@/lib/document/document'
import { FIELD_WORDS } from '@/lib/templates/field-words'
import type { Template } from '@/lib/templates/readers'

/** A template as an article that is started from it will look: its words, and what is filled in around them. */
export function TemplatePreview({
  template,
  section,
  printing,
}: {
  template: Template
  /** The section's name, where the template gives one. */
  section: string | null
  printing: Printing
}) {
  const { fields, requiredFields, document } = template
  const { headline, standfirst } = titlesOf(document)
  return (
    <div className="flex flex-col gap-8">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 rounded-lg border border-line bg-side px-4 py-3.5 text-sm">
        {section === null ? null : <Fact name="Section">{section}</Fact>}
        {fields.kicker ? <Fact name="Kicker">{fields.kicker}</Fact> : null}
        {fields.dateline ? <Fact name="Dateline">{fields.dateline}</Fact> : null}
        {fields.topics?.length ? <Fact name="Topics">{fields.topics.length}</Fact> : null}
        {fields.commissionedWords ? (
          <Fact name="Length">{fields.commissionedWords.toLocaleString('en-GB')} words</Fact>
        ) : null}
        {fields.trailText ? <Fact name="Trail text">{fields.trailText}</Fact> : null}
        {fields.sourceName ? <Fact name="Source">{fields.sourceName}</Fact> : null}
        <Fact name="Required">{requiredFields.map((field) => FIELD_WORDS[field]).join(', ') || 'Nothing more'}</Fact>
      </dl>
      <section
        aria-label="Text"
        className="space-y-4 font-serif text-[1.0625rem] leading-7 [&_blockquote]:border-line-strong [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_h2]:pt-2 [&_h2]:font-semibold [&_h2]:text-xl [&_img]:h-auto [&_img]:w-full [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6"
      >
        <p className="font-semibold text-2xl leading-tight">{headline || <Open>Headline</Open>}</p>
        <p className="border-line border-b pb-4 text-ink-soft text-lg">{standfirst || <Open>Standfirst</Open>}</p>
        <DocumentBody document={document} printing={printing} />
      </section>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  )
}

/** What somebody will write. */
function Open({ children }: { children: string }) {
  return <span className="font-normal text-ink-faint">{children}</span>
}
