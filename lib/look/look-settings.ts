import { z } from 'zod'
import { isId } from '../document/addresses'
import { parseColour } from './colour'
import { judgeAccent, judgeMasthead, refusalOf } from './judge-colour'
import { PALETTE, type Scheme } from './palette'

const colour = z.string().transform((text, context) => {
  const parsed = parseColour(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'Write the colour as # and six digits: #0b5b66.' })
  return z.NEVER
})

function accent(scheme: Scheme) {
  const ground = scheme === 'light' ? 'the paper' : 'the dark paper'
  return colour.superRefine((text, context) => {
    const verdict = judgeAccent(scheme, text)
    if (!verdict.isReadable) context.addIssue({ code: 'custom', message: refusalOf(text, verdict, ground) })
  })
}

/** Empty where the masthead has the colour of the page. */
const masthead = z.union([
  z.literal(''),
  colour.superRefine((text, context) => {
    const verdict = judgeMasthead(text)
    if (!verdict.isReadable) context.addIssue({ code: 'custom', message: refusalOf(text, verdict, 'its words') })
  }),
])

/** The id of a picture of the newsroom; empty for none. */
const picture = z.string().refine((id) => id === '' || isId(id), 'Choose a picture.')

/** How readers' pages look: the form and the server parse the same. */
export const LookSettings = z.strictObject({
  /** What stands in the masthead in the place of the name. */
  logo: picture,
  /** The same for readers whose device is dark; where it is empty they get the other one. */
  logoDark: picture,
  /** The colour of kickers, lines and buttons, by day and at night. */
  accent: accent('light'),
  accentDark: accent('dark'),
  masthead,
  mastheadDark: masthead,
  /** What words are set in. */
  type: z.enum(['standfirst', 'sansHeadlines', 'systemSerif', 'systemSans']),
  /** Whether pages are dark: as the reader's device is, never, or always. */
  scheme: z.enum(['device', 'light', 'dark']),
})

export type LookSettings = z.output<typeof LookSettings>

/** What holds where nobody has said anything else: what readers get without a further style sheet. */
export const DEFAULT_LOOK: LookSettings = {
  logo: '',
  logoDark: '',
  accent: PALETTE.light.accent,
  accentDark: PALETTE.dark.accent,
  masthead: '',
  mastheadDark: '',
  type: 'standfirst',
  scheme: 'device',
}

/** What a newsroom may begin with: an accent by day and the one that goes with it at night. */
export const PRESETS: readonly { name: string; accent: string; accentDark: string }[] = [
  { name: 'Red', accent: PALETTE.light.accent, accentDark: PALETTE.dark.accent },
  { name: 'Navy', accent: '#1d3f72', accentDark: '#8fb4ec' },
  { name: 'Teal', accent: '#0b5b66', accentDark: '#74c8d2' },
  { name: 'Green', accent: '#24603a', accentDark: '#86cb9d' },
  { name: 'Plum', accent: '#6b2a63', accentDark: '#dc9fd3' },
  { name: 'Rust', accent: '#8a4210', accentDark: '#eaa679' },
]
