import type { Kind, Statement } from '@alidade/model'
import { note } from '../envelope/context.ts'
import { nameIn } from '../envelope/name.ts'
import { plain } from '../envelope/properties.ts'
import { aliasesOf } from '../envelope/same-as.ts'
import { type Fields, fieldsOf } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import type { BackstageContext } from './context.ts'
import { identitiesOf } from './identities.ts'
import { describedKind, isLocation } from './kinds.ts'
import { linkedFiles } from './linked-file.ts'
import { propertiesOf } from './properties.ts'
import { relationsIn } from './relations.ts'

/** What one document of a descriptor says: of an entity, or, for a Location, which files to read too. */
export interface DocumentSays {
  readonly statement?: Statement
  readonly follow?: readonly string[]
}

export async function readDocument(context: BackstageContext, root: YamlNode): Promise<DocumentSays> {
  const document = fieldsOf(root, '', { file: context.file.path, problems: context.problems })
  const version = document.text('apiVersion')
  // Alidade's own have a reader of their own, and may stand in the same file.
  if (version?.value.startsWith('alidade.dev/')) return {}
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
  context: BackstageContext,
  root: YamlNode,
  document: Fields,
  kind: Kind,
): Promise<Statement | undefined> {
  const metadata = document.fields('metadata')
  const named = nameIn(context, metadata, kind)
  if (!named) return undefined
  const annotations = metadata.record('annotations')
  return {
    subject: { ref: named.ref, name: named.name, scope: 'full' },
    description: {
      properties: await propertiesOf(context, metadata, document.fields('spec')),
      labels: plain(metadata.record('labels')),
      annotations: plain(annotations),
      line: document.line,
      confidence: 'declared',
      identities: kind === 'Service' ? identitiesOf(context, plain(annotations)) : [],
      sameAs: await aliasesOf(context, named, annotations),
    },
    relations: relationsIn(context, named, root, annotations['alidade.dev/role']?.value),
  }
}

async function targetsOf(context: BackstageContext, spec: Fields): Promise<readonly string[]> {
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
