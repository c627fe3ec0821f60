'use client'

import { classes } from '@/components/ui/classes'
import { judgeAccent, judgeMasthead } from '@/lib/look/judge-colour'
import { type LookSettings, PRESETS } from '@/lib/look/look-settings'
import { LOOK_WORDS } from '@/lib/look/look-words'
import { PALETTE } from '@/lib/look/palette'
import { ColourField } from './colour-field.client'
import { type SettingFields, SettingGroup } from './setting-group'

/** The paper's colour and that of its masthead, by day and at night. */
export function ColourFields({ values, put, problems }: SettingFields<LookSettings>) {
  return (
    <SettingGroup
      title="Colours"
      about="Of kickers, lines, links under the pointer and buttons; the icon and the cards on social networks have it, too. Words need a contrast of 4.5:1."
    >
      <Presets values={values} put={put} />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <ColourField
          label={LOOK_WORDS.accent}
          hint="On the paper and in its boxes."
          value={values.accent}
          error={problems.accent}
          judge={(colour) => judgeAccent('light', colour)}
          start={PALETTE.light.accent}
          onChange={(accent) => put({ accent })}
        />
        <ColourField
          label={LOOK_WORDS.accentDark}
          hint="The same on the dark paper."
          value={values.accentDark}
          error={problems.accentDark}
          judge={(colour) => judgeAccent('dark', colour)}
          start={PALETTE.dark.accent}
          onChange={(accentDark) => put({ accentDark })}
        />
        <ColourField
          label={LOOK_WORDS.masthead}
          hint="Behind the name and the menu. Its words are white or black, whichever can be read."
          value={values.masthead}
          error={problems.masthead}
          judge={judgeMasthead}
          start={PALETTE.light.paper}
          isOptional
          onChange={(masthead) => put({ masthead })}
        />
        <ColourField
          label={LOOK_WORDS.mastheadDark}
          hint="The same for dark devices."
          value={values.mastheadDark}
          error={problems.mastheadDark}
          judge={judgeMasthead}
          start={PALETTE.dark.paper}
          isOptional
          onChange={(mastheadDark) => put({ mastheadDark })}
        />
      </div>
    </SettingGroup>
  )
}

/** Pairs to begin with. */
function Presets({ values, put }: Pick<SettingFields<LookSettings>, 'values' | 'put'>) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">To begin with</legend>
      <div className="flex flex-wrap gap-2">
        {PRESETS.map(({ name, accent, accentDark }) => {
          const isChosen = values.accent === accent && values.accentDark === accentDark
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isChosen}
              onClick={() => put({ accent, accentDark })}
              className={classes(
                'flex items-center gap-2 rounded-md border px-2.5 py-1.5 text-sm touch:min-h-11',
                isChosen ? 'border-accent bg-accent-wash' : 'border-line-strong hover:bg-sunken',
              )}
            >
              <span aria-hidden="true" className="flex overflow-hidden rounded-full">
                <span className="h-4 w-2" style={{ background: accent }} />
                <span className="h-4 w-2" style={{ background: accentDark }} />
              </span>
              {name}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
