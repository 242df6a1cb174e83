/** Finds the programs of Kubernetes, or builds them from its sources, which the Go module proxy carries. */
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from '../process';
import { cached, go, named } from './cache';
import { GO_ENVIRONMENT, goModule } from './go-module';

export type KubernetesProgram = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubelet' | 'kube-proxy';

export const KUBERNETES = '1.34.4';

/** The path of one of Kubernetes' programs: of its variable (`KUBE_APISERVER`), of the cache, or built, which takes some minutes, once. */
export function kubernetes(program: KubernetesProgram, version = KUBERNETES): string {
  return (
    named(program.toUpperCase().replaceAll('-', '_')) ??
    cached(join('kubernetes', version, program), (draft, work) => {
      announce(`${program} ${version}`);
      buildFolder(work, version);
      const about = 'k8s.io/component-base/version';
      const [major, minor] = version.split('.');
      const flags = [`gitVersion=v${version}`, `gitMajor=${major}`, `gitMinor=${minor}`, 'gitTreeState=clean'];
      const linked = `-s -w ${flags.map((flag) => `-X ${about}.${flag}`).join(' ')}`;
      run(goFor(program), ['build', '-ldflags', linked, '-o', draft, `k8s.io/kubernetes/cmd/${program}`], {
        cwd: work,
        env: GO_ENVIRONMENT,
      });
    })
  );
}

/** The path of etcd: of ETCD, of PATH, or built. */
export function etcd(): string {
  return named('ETCD') ?? (has('etcd', '--version') ? 'etcd' : built('etcd', 'go.etcd.io/etcd/server/v3', '3.6.16'));
}

/** The path of CoreDNS: of COREDNS, of PATH, or built. */
export function coredns(): string {
  return named('COREDNS') ?? (has('coredns', '-version') ? 'coredns' : built('coredns', 'github.com/coredns/coredns', '1.15.0'));
}

/** A program that holds the namespaces of a Pod: it waits for its end, and reaps what others leave. */
export function pause(): string {
  return (
    named('PAUSE') ??
    cached('pause', (draft, work) => {
      writeFileSync(join(work, 'go.mod'), 'module cdk8s-dapr/pause\n\ngo 1.24\n');
      writeFileSync(join(work, 'main.go'), PAUSE);
      run(goFor('pause'), ['build', '-ldflags', '-s -w', '-o', draft, '.'], { cwd: work, env: { CGO_ENABLED: '0' } });
    })
  );
}

const PAUSE = `package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGCHLD)
	for s := range signals {
		if s != syscall.SIGCHLD {
			return
		}
		for pid := 1; pid > 0; {
			pid, _ = syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		}
	}
}
`;

function announce(what: string): void {
  console.error(`builds ${what} from its sources, once; it takes some minutes`);
}

function goFor(what: string): string {
  const command = go();
  if (command === undefined) {
    throw new Error(
      `there is no Go to build ${what} with: install Go 1.26 (https://go.dev/dl/), or set ${what.toUpperCase().replaceAll('-', '_')} to the program`,
    );
  }
  return command;
}

/** Kubernetes' go.mod replaces its own libraries by folders beside it; here they are modules of the same version. */
function buildFolder(folder: string, version: string): void {
  const { Dir } = goModule('k8s.io/kubernetes', version);
  const mod = readFileSync(join(Dir, 'go.mod'), 'utf8');
  const staged = [...mod.matchAll(/^\t(k8s\.io\/[a-z-]+) => \.\/staging\//gm)].map(([, path]) => path);
  const library = `v0.${version.split('.').slice(1).join('.')}`;
  const language = /^go (\S+)/m.exec(mod)![1];
  const debug = /^godebug default=(\S+)/m.exec(mod)?.[1];
  writeFileSync(
    join(folder, 'go.mod'),
    [
      'module cdk8s-dapr/build\n',
      `go ${language}\n`,
      ...(debug === undefined ? [] : [`godebug default=${debug}\n`]),
      `require k8s.io/kubernetes v${version}\n`,
      'replace (',
      ...staged.map((path) => `\t${path} => ${path} ${library}`),
      ')\n',
    ].join('\n'),
  );
  takeSums(Dir, folder);
}

function takeSums(from: string, folder: string): void {
  copyFileSync(join(from, 'go.sum'), join(folder, 'go.sum'));
  chmodSync(join(folder, 'go.sum'), 0o644);
}

/** A program that is a module's own main package, or the root of one that has replacements only for itself. */
function built(name: string, path: string, version: string): string {
  return cached(join(name, version), (draft, work) => {
    announce(`${name} ${version}`);
    const { Dir } = goModule(path, version);
    writeFileSync(join(work, 'go.mod'), `module cdk8s-dapr/build\n\ngo 1.26.0\n\nrequire ${path} v${version}\n`);
    takeSums(Dir, work);
    run(goFor(name), ['build', '-ldflags', '-s -w', '-o', draft, path], { cwd: work, env: GO_ENVIRONMENT });
  });
}
