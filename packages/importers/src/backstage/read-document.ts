import { InvalidInput, type Kind, type Labels, makeRef, type Ref, type Statement } from '@alidade/model'
import { type Fields, fieldsOf, type Located } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import { type Context, note } from './context.ts'
import { aliasesOf, identitiesOf } from './identities.ts'
import { describedKind, isLocation } from './kinds.ts'
import { linkedFiles } from './linked-file.ts'
import { propertiesOf } from './properties.ts'
import { relationsOf } from './refs.ts'

/** What one document of a descriptor says: of an entity, or, for a Location, which files to read too. */
export interface DocumentSays {
  readonly statement?: Statement
  readonly follow?: readonly string[]
}

export async function readDocument(context: Context, root: YamlNode): Promise<DocumentSays> {
  const document = fieldsOf(root, '', { file: context.file.path, problems: context.problems })
  const version = document.text('apiVersion')
  if (version && !/^(?:scaffolder\.)?backstage\.io\//.test(version.value)) {
    const remedy = 'if it is, write `apiVersion: backstage.io/v1alpha1`'
    note(
      context,
      version.line,
      'kind-not-read',
      `this document is no Backstage entity by its apiVersion (${version.value}), and was not read: ${remedy}`,
      'warning',
    )
    return {}
  }
  const kind = document.text('kind')
  if (!kind) {
    if (root.is === 'map')
      note(context, document.line, 'field-missing', 'this document has no `kind`, and was not read: add it')
    return {}
  }
  if (isLocation(kind.value)) return { follow: await targetsOf(context, document.fields('spec')) }
  const described = describedKind(kind.value)
  if (!described) {
    note(
      context,
      kind.line,
      'kind-not-read',
      `${kind.value} is no kind that the graph has, and was not read: use Component, API, Resource, System, Domain, Group, User or Location, or leave it out of the import`,
    )
    return {}
  }
  const statement = await readEntity(context, root, document, described)
  return statement ? { statement } : {}
}

async function readEntity(
  context: Context,
  root: YamlNode,
  document: Fields,
  kind: Kind,
): Promise<Statement | undefined> {
  const metadata = document.fields('metadata')
  const name = metadata.text('name')
  if (!name) {
    note(
      context,
      metadata.line,
      'field-missing',
      'this entity has no `metadata.name`, and was not read: add it',
    )
    return undefined
  }
  if (name.value.includes('{{')) {
    note(
      context,
      name.line,
      'template-placeholder',
      `"${name.value}" is a template's placeholder, no name, and was not read: leave templates out of the import`,
      'warning',
    )
    return undefined
  }
  const namespace = metadata.text('namespace')?.value ?? 'default'
  const ref = refOf(context, kind, namespace, name)
  if (!ref) return undefined
  const owner = { ref, kind, namespace }
  const annotations = metadata.record('annotations')
  return {
    subject: { ref, name: name.value, scope: 'full' },
    description: {
      properties: await propertiesOf(context, metadata, document.fields('spec')),
      labels: plain(metadata.record('labels')),
      annotations: plain(annotations),
      line: document.line,
      confidence: 'declared',
      identities: kind === 'Service' ? identitiesOf(context, plain(annotations)) : [],
      sameAs: await aliasesOf(context, owner, annotations),
    },
    relations: relationsOf(context, owner, root, annotations['alidade.dev/role']?.value),
  }
}

function refOf(
  context: Context,
  kind: Kind,
  namespace: string,
  { value, line }: Located<string>,
): Ref | undefined {
  try {
    const ref = makeRef(kind, namespace, value)
    if (!/^[\w.-]+$/.test(value) || !/^[\w.-]+$/.test(namespace)) {
      note(
        context,
        line,
        'name-malformed',
        `"${namespace}/${value}" has characters that a name can't have: use letters, digits, ".", "_" and "-" (it is read as ${ref})`,
        'warning',
      )
    }
    return ref
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    note(context, line, error.code, `${error.message}; the entity was not read`)
    return undefined
  }
}

async function targetsOf(context: Context, spec: Fields): Promise<readonly string[]> {
  const target = spec.text('target')
  const targets = [...(target ? [target] : []), ...spec.texts('targets')]
  if (targets.length === 0)
    note(
      context,
      spec.line,
      'field-missing',
      'this Location has no `spec.target` or `spec.targets`: add one',
      'warning',
    )
  const found: string[] = []
  for (const each of targets) found.push(...(await linkedFiles(context, each)))
  return found
}

function plain(record: Readonly<Record<string, Located<string>>>): Labels {
  return Object.fromEntries(Object.entries(record).map(([key, { value }]) => [key, value]))
}
