import { posix } from 'node:path'
import { objectKinds } from './manifests/kinds.ts'

const kindLine = new RegExp(
  `^[ \\t-]*["']?kind["']?[ \\t]*:[ \\t]*["']?(?:${objectKinds.join('|')}|\\w*List)["']?[ \\t]*(?:#.*)?\\r?$`,
  'm',
)
const apiLine =
  /^[ \t-]*["']?apiVersion["']?[ \t]*:[ \t]*["']?(?:v1|(?:apps|batch|extensions|networking\.k8s\.io|gateway\.networking\.k8s\.io)\/\w+)["']?[ \t]*(?:#.*)?\r?$/m

/** Whether a file has an object that is read. What a chart's templates would become is not known: they are not run. */
export function isManifest(path: string, text: string): boolean {
  return apiLine.test(text) && kindLine.test(text) && !(isInTemplates(path) && isTemplate(text))
}

/** `kustomization.yaml`: the one kind of file that may leave out its `apiVersion` and `kind`. */
export function isKustomization(path: string): boolean {
  return /^(?:kustomization\.ya?ml|Kustomization)$/.test(posix.basename(path))
}

export function isChart(path: string, text: string): boolean {
  return isChartName(path) && /^["']?apiVersion["']?[ \t]*:[ \t]*["']?v[12]\b/m.test(text)
}

export function isChartName(path: string): boolean {
  return /^Chart\.ya?ml$/.test(posix.basename(path))
}

/** Whether a text has to be rendered before it is a manifest. */
export function isTemplate(text: string): boolean {
  return text.includes('{{')
}

function isInTemplates(path: string): boolean {
  return /(?:^|\/)templates\//.test(path)
}
