const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** "Two people are in this article: Nadia Verhoeve and Idris Fenner". Ends without a full stop: it is a label. */
export function sentenceOfPeople(names: readonly string[]): string {
  const count = NUMBERS[names.length] ?? String(names.length)
  const people = names.length === 1 ? 'One person is' : `${count} people are`
  return `${people} in this article: ${listed(names)}`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
