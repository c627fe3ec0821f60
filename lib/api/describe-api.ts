import { z } from 'zod'
import type { ApiOperation } from '../http/api-route'
import { OPERATIONS } from './operations'
import { SCOPE_WORDS } from './scopes'
import { Problem } from './shapes'

type Operation = ApiOperation<z.ZodType, z.ZodType, z.ZodType>

const REFUSALS: Record<string, string> = {
  400: 'The question has something in it that we do not know, or that cannot be.',
  401: 'There is no token, or it does not work.',
  403: 'The token may not do this.',
  429: 'Too many questions: Retry-After says when to come back.',
}

/** The public API as OpenAPI 3.1, from the schemas that the routes themselves are made of. @param origin of the site */
export function describeApi(origin: string, paperName: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: paperName,
      version: '1',
      description: Object.entries(SCOPE_WORDS)
        .map(([scope, words]) => `- ${scope}: ${words}`)
        .join('\n'),
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: operationOf(operation) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: schemaOf(Problem, 'input'),
        ...Object.fromEntries(OPERATIONS.map((operation) => [nameOf(operation), schemaOf(operation.answer, 'input')])),
      },
    },
  }
}

function operationOf(operation: Operation): Record<string, unknown> {
  const { name, summary, description, scope } = operation
  return {
    operationId: name,
    summary,
    description: `${description} Needs ${scope}.`,
    parameters: [...parametersOf('path', operation.params), ...parametersOf('query', operation.query)],
    responses: {
      200: { description: summary, content: jsonOf(nameOf(operation)) },
      304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
      ...Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [status, { description, content: jsonOf('Problem') }]),
      ),
      ...(operation.path.includes('{') ? MISSING : {}),
    },
  }
}

const MISSING = {
  404: { description: 'Readers have no such thing.', content: jsonOf('Problem') },
  410: { description: 'Readers had it once. The message says why it is gone.', content: jsonOf('Problem') },
}

function jsonOf(name: string): Record<string, unknown> {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
}

/** "listArticles" answers "ListArticlesAnswer". */
function nameOf({ name }: Operation): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)}Answer`
}

function parametersOf(where: 'path' | 'query', schema: z.ZodType): Record<string, unknown>[] {
  const { properties = {} } = schemaOf(schema, 'output') as { properties?: Record<string, Record<string, unknown>> }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path',
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

/** @param io `input`: an answer may get more fields one day; `output`: a number in a question is a number, though it comes as letters */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...printed } = z.toJSONSchema(schema, {
    io,
    // What has a name for its format needs no expression of a page's length.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  })
  return printed
}
