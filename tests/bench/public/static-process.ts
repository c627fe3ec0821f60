// static-process.ts FOLDER PORT: serves the files of a folder from memory, each with the headers that lie beside it.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

const [folder = '', port = ''] = process.argv.slice(2)
const answers = new Map<string, { body: Buffer; head: string[] }>(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = name.slice(0, -'.json'.length)
      const body = readFileSync(join(folder, file))
      const headers = JSON.parse(readFileSync(join(folder, name), 'utf8')) as [string, string][]
      return [`/${file}`, { body, head: [...headers.flat(), 'content-length', String(body.length)] }] as const
    }),
)

createServer({ keepAliveTimeout: 65_000, noDelay: true }, (request, response) => {
  const answer = answers.get(request.url ?? '')
  response.writeHead(answer === undefined ? 404 : 200, answer?.head)
  response.end(answer?.body)
}).listen(Number(port))
