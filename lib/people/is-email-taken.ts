import { Prisma } from '@/lib/db/database'

/** Did the database refuse a second person with one e-mail? It is asked by writing: looking first would leave a moment between. */
export function isEmailTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false
  return error.meta?.modelName === 'Person'
}
