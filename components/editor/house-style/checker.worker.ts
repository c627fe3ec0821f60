import { wordsIn } from '@/lib/document/count-words'
import { checkText, compileRules } from '@/lib/house-style/check-text'
import type { Matcher } from '@/lib/house-style/compile-rule'
import { dictionaryOf, knownWords } from '@/lib/house-style/dictionary'
import type { BlockAnswer, BlockToCheck, FromWorker, ToWorker } from './worker-messages'

/** Checks text apart from the page, so that typing never waits for a rule. */
let matchers: readonly Matcher[] = []
let dictionary: ReadonlySet<string> = new Set()
let language = 'en'

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'style') {
    matchers = compileRules(data.rules)
    dictionary = dictionaryOf(data.words)
    language = data.language
    return
  }
  const answer: FromWorker = { kind: 'checked', blocks: data.blocks.map(check) }
  self.postMessage(answer)
}

function check({ id, text, quoted, isQuotation, counted }: BlockToCheck): BlockAnswer {
  return {
    id,
    findings: isQuotation ? [] : checkText(matchers, text, quoted),
    known: knownWords(dictionary, text),
    words: wordsIn(counted ?? text, language),
  }
}
