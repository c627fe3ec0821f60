import { type ReactNode, useId } from 'react'
import { classes } from './classes'

export type Choice<Value extends string> = { value: Value; name: ReactNode; about: ReactNode; aside?: ReactNode }

/** One of a few, each with a sentence that says what it means: radio buttons underneath. */
export function Choices<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  /** Read aloud before them. */
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'flex items-start gap-3 px-4 py-3.5 text-sm hover:bg-sunken',
              choice.value === value && 'bg-side',
            )}
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={`${id}${choice.value}`}
              onChange={() => onChange(choice.value)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="font-medium">{choice.name}</span>
              {choice.aside ? <span className="ml-2 text-ink-faint text-xs">{choice.aside}</span> : null}
              <span id={`${id}${choice.value}`} className="mt-0.5 block text-pretty text-ink-soft">
                {choice.about}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
