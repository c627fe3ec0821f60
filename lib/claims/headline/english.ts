// The rules of English for the check of headlines: another language is another file like this one.

/** So much of what the shorter of headline and claim is about must be shared, names counting half as much again. */
export const CONTENT_LEAST = 0.5
/** And so much where no name is shared. */
export const NAMELESS_LEAST = 0.6

const SAYS =
  'says?|said|saying|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed|ing)?|tells?|told|argu(?:es?|ed|ing)|accus(?:es?|ed|ing)|' +
  'warn(?:s|ed|ing)?|believ(?:es|ed)|suggest(?:s|ed|ing)?|maintain(?:s|ed)|contend(?:s|ed)|writ(?:es|ing)|wrote|tweet(?:s|ed)|' +
  'report(?:s|ed)?|repeat(?:s|ed)|stat(?:es|ed)|vow(?:s|ed)|think(?:s)?|hints?|hinted|quoted?|asks?|asked|doubles? down|stands? by'

/** Somebody is said to say so. "Talks" and "plans" as nouns are no verbs of saying, and stand nowhere here. */
export const ATTRIBUTION = new RegExp(
  String.raw`\b(?:${SAYS})\b|\b(?:according to|reportedly|allegedly|purportedly|supposedly|apparently|in the words of|rumou?red|unconfirmed)\b|^[\p{Lu}][^:]{1,40}:\s`,
  'iu',
)

/** The line says that it is denied, or itself says that it is not so. */
export const DENIAL =
  /\b(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted|tal)?|disput(?:es?|ed|ing)|debunk(?:s|ed)?|disown(?:s|ed)?|contradict(?:s|ed)?|hits? back|no evidence|no proof|false(?:ly)?|untrue|hoax|myth|never|not|didn[’']t|doesn[’']t|isn[’']t|wasn[’']t|hasn[’']t|hadn[’']t|weren[’']t|won[’']t)\b/iu

export const QUESTION =
  /\?["”’]?$|^(?:did|does|do|is|are|was|were|has|have|had|will|would|could|can|should|who|what|why|how|when|where)\b.*\?/iu

export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by can could did do does ' +
    'doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself ' +
    'just me more most my no nor not now of off on once only or other our out over own s same she should so some such t than that the their them ' +
    'then there these they this those through to too under until up very was we were what when where which while who whom why will with would you ' +
    'your told says say said claims claimed claim according mr mrs ms dr new'
  ).split(' '),
)

const IRREGULAR: Readonly<Record<string, string>> = {
  spoke: 'speak',
  spoken: 'speak',
  talks: 'speak',
  talked: 'speak',
  talk: 'speak',
  met: 'meet',
  took: 'take',
  taken: 'take',
  gave: 'give',
  given: 'give',
  went: 'go',
  gone: 'go',
  paid: 'pay',
  sold: 'sell',
  bought: 'buy',
  stole: 'steal',
  stolen: 'steal',
  hid: 'hide',
  hidden: 'hide',
  knew: 'know',
  known: 'know',
  broke: 'break',
  broken: 'break',
  lied: 'lie',
  lying: 'lie',
  won: 'win',
  lost: 'lose',
  left: 'leave',
  sent: 'send',
  made: 'make',
  kept: 'keep',
  held: 'hold',
  led: 'lead',
  fell: 'fall',
  rose: 'rise',
  wrote: 'write',
  written: 'write',
  chose: 'choose',
  quit: 'resign',
  quits: 'resign',
  resigned: 'resign',
  fired: 'sack',
  sacked: 'sack',
  axed: 'cut',
  axe: 'cut',
  slashed: 'cut',
  killed: 'kill',
  died: 'die',
  dead: 'die',
  tweeting: 'tweet',
  tweeted: 'tweet',
  beat: 'beat',
  beaten: 'beat',
  ran: 'run',
  drove: 'drive',
  drunk: 'drink',
  one: '1',
  two: '2',
  twice: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirty: '30',
  forty: '40',
  children: 'child',
  women: 'woman',
  men: 'man',
  people: 'person',
}

/** What the forms of a word have in common: "cheated", "cheats" and "cheating" are one. @param word in lower case */
export function stemOf(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  if (word.length < 5) return word.replace(/(?<=\p{L}{2})s$/u, '')
  const cut = word.replace(/(?:ings?|edly|ed|ies|es|s|ly|ment|ments|tion|tions|er|ers)$/u, '')
  return (
    cut
      // Calvaran and Calvara, American and America.
      .replace(/(?<=\p{L}{4}a)n$/u, '')
      .replace(/(\p{L})\1$/u, '$1')
      .replace(/e$/u, '')
      .slice(0, 8)
  )
}
