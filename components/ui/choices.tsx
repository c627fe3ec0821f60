import { type ReactNode, useId } from 'react'
import { classes } from './classes'
import { Radio } from './radio'

export type Choice<Value extends string> = { value: Value; name: ReactNode; about: ReactNode; aside?: ReactNode }

/** One of a few, each with a sentence that says what it means: radio buttons underneath. */
export function Choices<Value extends string>({
  label,
  isLabelShown = false,
  choices,
  value,
  onChange,
}: {
  /** Read aloud before them. */
  label: string
  /** Stands above them, too: where no heading says the same. */
  isLabelShown?: boolean
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <fieldset>
      <legend className={isLabelShown ? 'mb-1.5 font-medium text-ink text-sm' : 'sr-only'}>{label}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'flex items-start gap-3 px-4 py-3.5 text-sm hover:bg-sunken',
              choice.value === value && 'bg-side',
            )}
          >
            <Radio
              name={id}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={`${id}${choice.value}`}
              onChange={() => onChange(choice.value)}
              className="mt-1"
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
