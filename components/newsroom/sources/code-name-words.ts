const FIRST = ['Amber', 'Brass', 'Copper', 'Quiet', 'Northern', 'Paper', 'Silver', 'Slate', 'Velvet', 'Winter']
const SECOND = ['anchor', 'beacon', 'compass', 'ferry', 'heron', 'kettle', 'lantern', 'orchard', 'sparrow', 'willow']

/** "Copper heron 41": made of nothing that is known of anybody. */
export function someCodeName(): string {
  const [first = 0, second = 0, number = 0] = crypto.getRandomValues(new Uint8Array(3))
  return `${FIRST[first % FIRST.length]} ${SECOND[second % SECOND.length]} ${10 + (number % 90)}`
}
