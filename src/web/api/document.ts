import { type Permission, permissions } from '../../core/access/permissions.ts'
import type { Locale } from '../../ui/messages.ts'
import { api, apiPath } from './api.ts'
import { isOperation, type OperationId, operationText, pageText } from './messages.ts'

export type Operation = {
  readonly id: OperationId
  readonly method: 'GET' | 'POST'
  /** With `:name` where the address names something. */
  readonly path: string
  readonly permission: Permission
  /** Names of what the query may say. */
  readonly query: readonly string[]
}

const isPermission = (text: unknown): text is Permission =>
  typeof text === 'string' && Object.hasOwn(permissions, text)

/** Every operation of the API; one that has no permission or no words stops the start. */
export const operations: readonly Operation[] = Object.entries(rawDocument('3.1.0').paths ?? {}).flatMap(
  ([path, item]) =>
    (['get', 'post'] as const).flatMap(method => {
      const operation = item[method]
      if (!operation) return []
      const { operationId: id = '', 'x-permission': permission, parameters = [] } = operation
      if (!isOperation(id) || !isPermission(permission))
        throw new Error(`${method} ${path} needs an id with words and a permission`)
      return {
        id,
        method: method === 'get' ? 'GET' : 'POST',
        path: `${apiPath}${path.replace(/\{(\w+)\}/g, ':$1')}`,
        permission,
        query: parameters.flatMap(each => ('in' in each && each.in === 'query' ? [each.name] : [])),
      }
    }),
)

function rawDocument(openapi: string, locale: Locale = 'en') {
  const t = pageText(locale)
  return api.getOpenAPI31Document({
    openapi,
    info: { title: t('title'), description: `${t('auth')} ${t('key')} ${t('cursor')}`, version: '1' },
    servers: [{ url: apiPath }],
  })
}

/** The OpenAPI 3.1 description, with each operation's sentence in that language. */
export function apiDocument(locale: Locale) {
  const document = rawDocument('3.1.0', locale)
  for (const item of Object.values(document.paths ?? {}))
    for (const operation of [item.get, item.post])
      if (operation?.operationId && isOperation(operation.operationId))
        operation.summary = operationText(operation.operationId, locale)
  return document
}
