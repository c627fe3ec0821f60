'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { RequiredFields } from '@/components/newsroom/templates/required-fields.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { notify } from '@/components/ui/toaster.client'
import { FIELD_WORDS, type RequiredField, TEMPLATE_FIELDS, type TemplateField } from '@/lib/templates/field-words'
import { messageOf, RequestFailed } from '../api/request'
import { type ListedTemplate, listTemplates, saveAsTemplate } from '../api/templates'
import type { FieldSaver } from '../around/field-saver'

/** What a kind of article has in common; the rest is of this article more often than not. */
const COMMON: readonly TemplateField[] = ['sectionId', 'kicker', 'topics', 'commissionedWords']

type Problem = { sentence: string | null; name: string | null }

/** Makes a template of the article in the editor, or gives its shape to a template that is there. */
export function SaveTemplateDialog({
  articleId,
  saver,
  saveAll,
  onClose,
}: {
  articleId: string
  saver: FieldSaver
  /** What is typed but not saved goes into the template, too. */
  saveAll: () => Promise<unknown>
  onClose: () => void
}) {
  const formId = useId()
  const filled = TEMPLATE_FIELDS.filter((field) => isFilled(saver.value(field)))
  const templates = useTemplates()
  const [replaces, setReplaces] = useState('')
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [fields, setFields] = useState<TemplateField[]>(() => filled.filter((field) => COMMON.includes(field)))
  const [requiredFields, setRequiredFields] = useState<RequiredField[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  function choose(id: string) {
    const chosen = templates.find((template) => template.id === id)
    setReplaces(id)
    setProblem(null)
    setName(chosen?.name ?? '')
    setDescription(chosen?.description ?? '')
    setRequiredFields(chosen?.requiredFields ?? [])
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      await saveAll()
      await saveAsTemplate(articleId, {
        name,
        description,
        fields,
        requiredFields,
        ...(replaces === '' ? {} : { replaces }),
      })
      onClose()
      notify.done(replaces === '' ? `Saved as the template “${name.trim()}”` : `“${name.trim()}” has this shape now`)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="Save as template"
      description="The blocks and words of this article as they are now. Comments, suggestions and to-do marks stay here."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {replaces === '' ? 'Save template' : 'Replace template'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {problem?.sentence ? <Callout tone="danger">{problem.sentence}</Callout> : null}
        {templates.length > 0 ? (
          <Field label="Save as">
            <Select value={replaces} onChange={(event) => choose(event.target.value)}>
              <option value="">A new template</option>
              {templates.map((template) => (
                <option key={template.id} value={template.id}>
                  Instead of “{template.name}”
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label="Name" error={problem?.name}>
          <Input
            required
            maxLength={60}
            autoComplete="off"
            placeholder="Court report"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Description" hint="Shown where somebody chooses a template.">
          <Input
            maxLength={200}
            autoComplete="off"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        {filled.length > 0 ? (
          <fieldset className="flex flex-col">
            <legend className="mb-1 font-medium text-sm">Filled in from this article</legend>
            <div className="grid grid-cols-2 gap-x-4">
              {filled.map((field) => (
                <Checkbox
                  key={field}
                  label={FIELD_WORDS[field]}
                  checked={fields.includes(field)}
                  onChange={(event) =>
                    setFields(
                      event.currentTarget.checked ? [...fields, field] : fields.filter((other) => other !== field),
                    )
                  }
                />
              ))}
            </div>
          </fieldset>
        ) : null}
        <RequiredFields value={requiredFields} onChange={setRequiredFields} />
      </form>
    </Dialog>
  )
}

/** Those that are there. When they cannot be listed a new one can still be made. */
function useTemplates(): readonly ListedTemplate[] {
  const [templates, setTemplates] = useState<readonly ListedTemplate[]>([])
  useEffect(() => {
    let isWanted = true
    listTemplates().then(
      (found) => isWanted && setTemplates(found),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [])
  return templates
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function problemOf(error: unknown): Problem {
  const issue = error instanceof RequestFailed ? error.issues.find(({ field }) => field === 'name') : undefined
  return issue === undefined ? { sentence: messageOf(error), name: null } : { sentence: null, name: issue.message }
}
