import type { Statement } from '@alidade/model'
import { type Context, note } from '../envelope/context.ts'
import { nameIn } from '../envelope/name.ts'
import { plain } from '../envelope/properties.ts'
import { relationsOf } from '../envelope/relations.ts'
import { aliasesOf } from '../envelope/same-as.ts'
import { type Fields, fieldsOf } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import { type DescriptorKind, descriptorKinds } from './kinds.ts'
import { operationIn } from './operation.ts'
import { propertiesOf } from './properties.ts'
import { isMissing, refsIn } from './spec.ts'

/** What one document says of an entity; undefined for one of another tool, or that can't be read. */
export async function readDocument(context: Context, root: YamlNode): Promise<Statement | undefined> {
  const document = fieldsOf(root, '', { file: context.file.path, problems: context.problems })
  const described = kindOfDocument(context, root, document)
  if (!described) return undefined
  const metadata = document.fields('metadata')
  const spec = document.fields('spec')
  const refs = refsIn(context, described, spec)
  const named =
    described.kind === 'Operation'
      ? operationIn(context, refs, metadata, spec)
      : nameIn(context, metadata, described.kind)
  if (!named) return undefined
  noteMissing(context, described, spec)
  const annotations = metadata.record('annotations')
  return {
    subject: { ref: named.ref, name: named.name, scope: 'full' },
    description: {
      properties: propertiesOf(context, described, metadata, spec),
      labels: plain(metadata.record('labels')),
      annotations: plain(annotations),
      line: document.line,
      confidence: 'declared',
      identities: [],
      sameAs: await aliasesOf(context, named, annotations),
    },
    relations: relationsOf(context, named, refs),
  }
}

function kindOfDocument(context: Context, root: YamlNode, document: Fields): DescriptorKind | undefined {
  if (root.is !== 'map') return undefined
  const version = document.text('apiVersion')
  const kind = document.text('kind')
  if (!version || !kind) {
    const [field, remedy] = version ? ['kind', ''] : ['apiVersion', ' (`apiVersion: alidade.dev/v1`)']
    const message = `this document has no \`${field}\`, and was not read: add it${remedy}`
    note(context, document.line, 'field-missing', message, version ? 'error' : 'warning')
    return undefined
  }
  // Descriptors of Backstage and Kubernetes' objects may stand in the same file; they have readers of their own.
  if (!version.value.startsWith('alidade.dev/')) return undefined
  if (version.value !== 'alidade.dev/v1') {
    const message = `${version.value} is no version that is read: write \`apiVersion: alidade.dev/v1\``
    note(context, version.line, 'kind-not-read', message)
    return undefined
  }
  const word = kind.value.toLowerCase()
  const described = descriptorKinds.find((each) => each.kind.toLowerCase() === word)
  if (!described) {
    const ours = descriptorKinds.map((each) => each.kind).join(', ')
    const message = `${kind.value} is no kind of alidade.dev/v1, and was not read: use ${ours}, or, where Backstage has the kind, \`apiVersion: backstage.io/v1alpha1\``
    note(context, kind.line, 'kind-not-read', message)
  }
  return described
}

function noteMissing(context: Context, { kind, required }: DescriptorKind, spec: Fields): void {
  for (const key of required) {
    if (!isMissing(spec, key)) continue
    note(context, spec.line, 'field-missing', `this ${kind} has no \`spec.${key}\`: add it`, 'warning')
  }
}
