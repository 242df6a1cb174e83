import type { Rule } from '../rule';
import { component } from './examples';

const MEMORY = 'keeps everything in the memory of one sidecar: it is gone with the pod, and no other replica sees it';
const FILE = 'reads a file of the sidecar: it is as safe as the image or the volume that holds it';

const FOR_DEVELOPMENT: { readonly [type: string]: string } = {
  'state.in-memory': MEMORY,
  'pubsub.in-memory': MEMORY,
  'binarystore.in-memory': MEMORY,
  'search.in-memory': MEMORY,
  'vector.in-memory': MEMORY,
  'secretstores.local.file': FILE,
  'crypto.dapr.localstorage': FILE,
  'secretstores.local.env': "gives the application the sidecar's whole environment",
  'bindings.localstorage': 'writes to the disk of one pod: it is gone with the pod, and no other replica sees it',
  'conversation.echo': 'answers with the question',
};

export const developmentComponents: Rule = {
  id: 'DAPR244',
  severity: 'warning',
  title: 'A component that is made for development',
  why: 'It works on one machine. In a cluster each replica has its own, and what it holds is lost with the pod, or readable to whoever reads the pod.',
  fix: 'Take a component that keeps its data outside of the pod.',
  source: 'components-contrib state/in-memory/in_memory.go; secretstores/local; bindings/localstorage/localstorage.go',
  facts: [],
  bad: [
    {
      yaml: component('type: state.in-memory, version: v1, metadata: []'),
      says: [`state.in-memory ${MEMORY}`],
    },
    {
      yaml: component('type: secretstores.local.env, version: v1, metadata: []'),
      says: ["secretstores.local.env gives the application the sidecar's whole environment"],
    },
  ],
  good: [{ yaml: component('type: state.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }]') }],
  check({ components }, report) {
    for (const { manifest, type } of components) {
      const what = FOR_DEVELOPMENT[type.toLowerCase()];
      if (what !== undefined && Object.hasOwn(FOR_DEVELOPMENT, type.toLowerCase())) {
        report.add(manifest, ['spec', 'type'], `${type} ${what}`);
      }
    }
  },
};
