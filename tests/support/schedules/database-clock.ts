import { closeDatabase, database } from '@/lib/db/database'

/** What the hands of the clock did from an instant of this machine on. `speed` 0 holds it still. */
type Hands = {
  since: number
  base: number
  speed: number
  /** Who reads the clock later than that reads these hands. */
  areSetBy: number
}

export type DatabaseClock = {
  set(base: Date, speed: number): Promise<void>
  /** What it shows now. */
  shows(): number
  /** How many milliseconds of this machine it takes until the clock shows that; 0 when it is past. */
  until(at: Date): number
  /** When the clock first showed that, or anything later, as an instant of this machine. Null when it has not. */
  firstShowed(at: Date): number | null
  /** Whether it showed that, or anything later, and was set anew between two instants of this machine. */
  wasSetAfterShowing(at: Date, from: Date, to: Date): boolean
}

/**
 * Gives this process's database a clock that can be set and runs as fast as one likes: a `clock_timestamp()` that stands before
 * PostgreSQL's own in the search path. Nothing of the app is replaced; connections that are open already keep the old clock.
 */
export async function installClock(): Promise<DatabaseClock> {
  const sql = database()
  await sql.$executeRawUnsafe('CREATE SCHEMA clock')
  await sql.$executeRawUnsafe('CREATE TABLE clock.hands (since timestamptz, base timestamptz, speed float8)')
  await sql.$executeRawUnsafe(`
    CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    $$ SELECT base + (pg_catalog.clock_timestamp() - since) * speed FROM clock.hands $$`)
  const [named] = await sql.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  await sql.$executeRawUnsafe(`ALTER DATABASE "${named?.name}" SET search_path = clock, public, pg_catalog`)
  await closeDatabase()
  const history: Hands[] = []
  const showedBy = ({ since, base, speed }: Hands, at: number) => base + (at - since) * speed
  const last = () => {
    const hands = history.at(-1)
    if (hands === undefined) throw new Error('Nobody has set the clock.')
    return hands
  }
  return {
    async set(base, speed) {
      const since = Date.now()
      await database().$transaction([
        database().$executeRaw`DELETE FROM clock.hands`,
        database().$executeRaw`INSERT INTO clock.hands VALUES (${new Date(since)}, ${base}, ${speed})`,
      ])
      history.push({ since, base: base.getTime(), speed, areSetBy: Date.now() })
    },
    shows: () => showedBy(last(), Date.now()),
    until(at) {
      const left = at.getTime() - showedBy(last(), Date.now())
      return left <= 0 ? 0 : left / last().speed
    },
    firstShowed(at) {
      for (const [index, hands] of history.entries()) {
        const end = history[index + 1]?.since ?? Date.now()
        if (showedBy(hands, end) < at.getTime()) continue
        return hands.speed === 0
          ? hands.since
          : Math.max(hands.since, hands.since + (at.getTime() - hands.base) / hands.speed)
      }
      return null
    },
    wasSetAfterShowing(at, from, to) {
      return history.some((hands, index) => {
        const former = history[index - 1]
        const isMeanwhile = hands.since <= to.getTime() && hands.areSetBy >= from.getTime()
        return former !== undefined && isMeanwhile && showedBy(former, hands.since) >= at.getTime()
      })
    },
  }
}

export type Witnessed = {
  articleId: string
  what: 'out' | 'away'
  at: Date
  version: number | null
  /** When its transaction began and when it was written, by the clock of this machine. */
  begunAt: Date
  seenAt: Date
}

/** Has the database itself write down each edition and each withdrawal, with its own clock: what the app says of it is not asked. */
export async function installWitness(): Promise<{ read(): Promise<Witnessed[]>; forget(): Promise<void> }> {
  const sql = database()
  await sql.$executeRawUnsafe(`
    CREATE TABLE clock.witness ("articleId" uuid, what text, version int, at timestamptz, "begunAt" timestamptz,
                                "seenAt" timestamptz)`)
  await sql.$executeRawUnsafe(`
    CREATE FUNCTION clock.bear_witness() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        INSERT INTO clock.witness
        VALUES (OLD."articleId", 'away', NULL, clock.clock_timestamp(), transaction_timestamp(), pg_catalog.clock_timestamp());
      ELSE
        INSERT INTO clock.witness
        VALUES (NEW."articleId", 'out', NEW.version, clock.clock_timestamp(), transaction_timestamp(),
                pg_catalog.clock_timestamp());
      END IF;
      RETURN NULL;
    END $$`)
  await sql.$executeRawUnsafe(`
    CREATE TRIGGER witness AFTER INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION clock.bear_witness()`)
  await sql.$executeRawUnsafe(`
    CREATE TRIGGER witness AFTER DELETE ON "Publication" FOR EACH ROW EXECUTE FUNCTION clock.bear_witness()`)
  return {
    read: () => database().$queryRaw<Witnessed[]>`SELECT * FROM clock.witness ORDER BY "seenAt"`,
    async forget() {
      await database().$executeRaw`DELETE FROM clock.witness`
    },
  }
}
