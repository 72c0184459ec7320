import { backstageReader } from './backstage/reader.ts'
import { composeReader } from './compose/reader.ts'
import { descriptorReader } from './descriptors/reader.ts'
import { kubernetesReader } from './kubernetes/reader.ts'
import { otlpReader } from './otlp/reader.ts'
import type { Reader } from './reader.ts'

/** Every kind of source that is read. */
export const readers: readonly Reader[] = [
  backstageReader,
  composeReader,
  kubernetesReader,
  descriptorReader,
  otlpReader,
]
