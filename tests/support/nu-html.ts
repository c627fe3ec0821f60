import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is handed to the validator: a page, a style sheet or a drawing, under the name that a finding is to have. */
export type Checked = { name: string; kind: 'html' | 'css' | 'svg'; text: string }

type Message = { type: string; subType?: string; message: string; url?: string; lastLine?: number; extract?: string }

/**
 * What the validator says that is no fault of ours, each with the reason. A line here that nothing says any more is a fault of the list:
 * {@link nuProblems} reports it, but for what comes with the corpora, which are not everywhere.
 */
const ACCEPTED: readonly { says: RegExp; because: string; isOfCorpus?: boolean }[] = [
  {
    says: /^Trailing slash on void elements/,
    because: 'React writes it, and quotes every attribute, so it means nothing.',
  },
  {
    says: /^CSS: “position-(?:area|try-fallbacks)”: Property “[a-z-]+” doesn't exist/,
    because: 'Anchor positioning is newer than the validator; it stands in @supports.',
  },
  {
    says: /starts with a composing character|uses the Unicode Private Use Area/,
    because: 'The words of the corpus are so; a paper prints what was written.',
    isOfCorpus: true,
  },
  {
    says: /Setting both “allow-scripts” and “allow-same-origin” is not recommended/,
    because: 'The player is of another site: its scripts may be what they are there, and reach nothing of ours.',
  },
]

/**
 * What the Nu Html Checker, which is what validator.w3.org runs, finds in all of these, errors and warnings alike. One Java for all of
 * them: to start it takes longer than to check a hundred pages.
 */
export async function nuProblems(java: string, all: readonly Checked[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-nu-'))
  try {
    const names = new Map<string, string>()
    for (const [index, { name, kind, text }] of all.entries()) {
      const file = `${String(index).padStart(5, '0')}.${kind}`
      mkdirSync(join(folder, kind), { recursive: true })
      writeFileSync(join(folder, kind, file), text)
      names.set(file, name)
    }
    const parameters = ['-Xss4m', '-jar', jar(), '--format', 'json', '--stdout', '--also-check-css', '--also-check-svg']
    const said = await run(java, [...parameters, folder])
    const messages = (JSON.parse(said) as { messages: Message[] }).messages
    const unsaid = ACCEPTED.filter(
      ({ says, isOfCorpus }) => isOfCorpus !== true && !messages.some(({ message }) => says.test(message)),
    )
    return [
      ...messages
        .filter(({ message }) => !ACCEPTED.some(({ says }) => says.test(message)))
        .map((message) => inWords(message, names)),
      ...unsaid.map(({ says }) => `nothing says ${says} any more: it need not be accepted`),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function jar(): string {
  return String(createRequire(import.meta.url)('vnu-jar'))
}

/** It ends with a failure when it has found something; what it found is what counts. */
function run(command: string, parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    const complained: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => said.push(piece))
    child.stderr.on('data', (piece: Buffer) => complained.push(piece))
    child.once('error', reject)
    child.once('close', () => {
      const text = Buffer.concat(said).toString()
      if (text.startsWith('{')) resolve(text)
      else reject(new Error(`The validator did not answer: ${Buffer.concat(complained).toString()}`))
    })
  })
}

function inWords({ type, subType, message, url = '', lastLine, extract }: Message, names: Map<string, string>): string {
  const name = names.get(url.slice(url.lastIndexOf('/') + 1)) ?? url
  return `${name}:${lastLine ?? ''} ${subType ?? type}: ${message} ${extract?.replace(/\s+/g, ' ') ?? ''}`
}
