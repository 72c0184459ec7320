import type { FileToRead, Reader, WhatItSays } from '../reader.ts'
import { readChart } from './helm/read-chart.ts'
import { readOverlay } from './kustomize/read-overlay.ts'
import { readManifest } from './read-manifest.ts'
import { isChart, isChartName, isKustomization, isManifest } from './recognise.ts'

/** Reads Kubernetes manifests, kustomizations and the metadata of Helm charts. It runs no tool. */
export const kubernetesReader: Reader = {
  name: 'kubernetes',
  reads: 'Kubernetes manifests (YAML with `apiVersion` and `kind`), `kustomization.yaml`, `Chart.yaml`',
  version: 1,
  mayRead: (path) => /\.ya?ml$/i.test(path) || isKustomization(path),
  recognises: (path, text) => isKustomization(path) || isChart(path, text) || isManifest(path, text),
  read,
}

function read(file: FileToRead): Promise<WhatItSays> {
  if (isKustomization(file.path)) return readOverlay(file)
  return isChartName(file.path) ? readChart(file) : readManifest(file)
}
