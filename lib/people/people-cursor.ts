import { isId } from '../document/addresses'

/** Where a page of the list of people ends. */
export type PlaceAmongPeople = { id: string; name: string }

export function writePeopleCursor({ id, name }: PlaceAmongPeople): string {
  return Buffer.from(`${id} ${name}`).toString('base64url')
}

/** Null for what is no place: the list then begins at its beginning. */
export function readPeopleCursor(cursor: string): PlaceAmongPeople | null {
  const text = Buffer.from(cursor, 'base64url').toString()
  const [id = ''] = text.split(' ', 1)
  const name = text.slice(id.length + 1)
  return isId(id) && name !== '' && !name.includes('\0') ? { id, name } : null
}
