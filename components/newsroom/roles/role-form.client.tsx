'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { Action, Grant, Grants } from '@/lib/policy/table'
import type { RolePreview } from '@/lib/roles/preview-role'
import type { KeptRole } from '@/lib/roles/readers'
import { DeleteRole } from './delete-role.client'
import { PreviewDialog } from './preview-dialog.client'
import { RightsMatrix } from './rights-matrix.client'
import type { RoleActions } from './role-actions'
import { draftOf, isSameDraft, type RoleDraft, type RoleToCopy, sentOf, withinOwn } from './role-draft'
import { useFreshRole } from './use-fresh-role.client'

type RoleFormProps = {
  /** Null for a new one. */
  kept: KeptRole | null
  /** What the form begins with. */
  initial: RoleDraft
  /** Roles that a new one may be a copy of, or that people may get instead. */
  others: readonly RoleToCopy[]
  /** The role that a new one begins as a copy of. */
  copied: string
  /** The rights of whoever fills this in. */
  own: Grants
  actions: RoleActions
}

type Asked = { kind: 'save' | 'reset'; preview: RolePreview }

const FIELDS = ['name', 'description', 'graceDays']

/** A role's name, its rights, its need of a second factor. Nothing is saved before it was looked at what that means for whom. */
export function RoleForm({ kept: role, initial, others, copied, own, actions }: RoleFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(initial)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSaved, setIsSaved] = useState(false)
  const { seen, isOld, catchUp } = useFreshRole(role)
  const { sentence, of } = problemParts(problem, FIELDS)
  const isFixed = role?.id === 'ADMINISTRATOR'
  const isReadOnly = role !== null && !role.canEdit
  const saved = role === null ? null : draftOf(role)
  const isDirty = !isSaved && !isSameDraft(draft, saved ?? initial)
  useAskBeforeLeaving(isDirty)

  const change = (part: Partial<RoleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changeRight = useCallback(
    (action: Action, grant: Grant) =>
      setDraft((before) => ({ ...before, grants: { ...before.grants, [action]: grant } })),
    [],
  )

  async function run<Value>(work: Promise<ActionResult<Value>>): Promise<ActionResult<Value>> {
    setIsBusy(true)
    const result = await work
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    // Somebody else was first: what is saved now is shown beside what was chosen.
    if (!result.ok && result.problem.status === 409) {
      setAsked(null)
      router.refresh()
    }
    return result
  }

  async function preview(kind: Asked['kind'], wanted: RoleDraft) {
    if (isBusy) return
    const result = await run(actions.preview({ ...sentOf(wanted), id: role?.id ?? null, version: seen }))
    if (result.ok) setAsked({ kind, preview: result.value })
  }

  function goOn() {
    setProblem(null)
    catchUp()
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void preview('save', draft)
  }

  async function save(kind: Asked['kind']) {
    if (isBusy) return
    const result = await run<unknown>(
      role === null
        ? actions.create(sentOf(draft))
        : kind === 'reset'
          ? actions.reset({ id: role.id, version: seen })
          : actions.edit({ ...sentOf(draft), id: role.id, version: seen }),
    )
    if (result.ok) leave(role === null ? `The role “${draft.name.trim()}” is made` : 'Saved')
    else if (result.problem.issues.length > 0) setAsked(null)
  }

  function leave(message: string) {
    setIsSaved(true)
    notify.done(message)
    router.push('/admin/roles')
    router.refresh()
  }

  return (
    <>
      <form onSubmit={submit} className="flex flex-col gap-6" noValidate>
        {isOld && role !== null ? (
          <Callout
            tone="warn"
            title={`${role.changedBy} changed this role meanwhile`}
            actions={
              <>
                <Button size="small" onClick={goOn}>
                  Keep what I chose
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => {
                    setDraft(draftOf(role))
                    goOn()
                  }}
                >
                  Take what is saved
                </Button>
              </>
            }
          >
            What you chose is still here. Rights that are saved otherwise now say so.
          </Callout>
        ) : sentence === null || asked !== null ? null : (
          <Callout tone="danger">{sentence}</Callout>
        )}
        {isFixed ? (
          <Callout>
            Administrators may do everything, so that somebody always can. Their second factor can be chosen.
          </Callout>
        ) : null}
        {isReadOnly ? (
          <Callout tone="warn">This role may do what you may not: only somebody with those rights changes it.</Callout>
        ) : null}
        {role === null ? (
          <Field label="Start from a copy of" hint="The rights below become those of that role, as far as yours reach.">
            <Select
              defaultValue={copied}
              onChange={(event) => {
                const other = others.find(({ id }) => id === event.target.value)
                change({ grants: other === undefined ? initial.grants : withinOwn(other.grants, own) })
              }}
            >
              <option value="">No role</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <div className="grid gap-5 md:grid-cols-2">
          <Field label="Name" error={of.name} isRequired>
            <Input
              maxLength={60}
              autoComplete="off"
              disabled={isFixed || isReadOnly}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field label="Description" error={of.description} hint="Shown to whoever gives this role.">
            <Input
              maxLength={300}
              autoComplete="off"
              disabled={isFixed || isReadOnly}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          </Field>
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-semibold text-base">Second factor</legend>
          <Checkbox
            label="Needs a second factor"
            hint="A passkey, or a code from an app, besides the password."
            checked={draft.needsSecondFactor}
            disabled={isReadOnly}
            onChange={(event) => change({ needsSecondFactor: event.target.checked })}
          />
          {draft.needsSecondFactor ? (
            <Field
              label="Days to set one up"
              error={of.graceDays}
              hint="From now on, or from when somebody gets the role. 0: before anything else."
              className="max-w-40"
            >
              <Input
                inputMode="numeric"
                disabled={isReadOnly}
                value={draft.graceDays}
                onChange={(event) => change({ graceDays: event.target.value })}
              />
            </Field>
          ) : null}
        </fieldset>
        <div>
          <h2 className="mb-3 font-semibold text-base">Rights</h2>
          <RightsMatrix
            grants={draft.grants}
            saved={saved?.grants ?? null}
            own={own}
            isReadOnly={isFixed || isReadOnly}
            onChange={changeRight}
          />
        </div>
        {isReadOnly ? null : (
          <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-2 border-line border-t bg-ground px-4 py-3 md:mx-0 md:px-0">
            <Button type="submit" variant="primary" busy={isBusy}>
              See what changes
            </Button>
            {role?.original == null || isFixed ? null : (
              <Button busy={isBusy} onClick={() => void preview('reset', { ...draftOf(role), ...role.original })}>
                Reset to the original…
              </Button>
            )}
            {role === null || role.isBuiltIn ? null : (
              <DeleteRole
                role={role}
                version={seen}
                others={others}
                remove={actions.remove}
                onGone={() => leave(`The role “${role.name}” is deleted`)}
              />
            )}
          </div>
        )}
      </form>
      {asked === null ? null : (
        <PreviewDialog
          preview={asked.preview}
          title={
            role === null
              ? `Make “${draft.name.trim()}”?`
              : asked.kind === 'reset'
                ? 'Give back what it came with?'
                : `Save “${draft.name.trim()}”?`
          }
          saveLabel={role === null ? 'Make the role' : asked.kind === 'reset' ? 'Reset' : 'Save'}
          graceDays={Number(draft.graceDays)}
          isBusy={isBusy}
          problem={problem === null ? null : problem.message}
          onSave={() => void save(asked.kind)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function useAskBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
