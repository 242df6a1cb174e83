import { DaprVersion } from '../dapr-version';
import { SidecarOptions } from '../generated/sidecar-options';
import { SIDECAR_FIELDS, SIDECAR_NEEDS } from '../generated/sidecar-tables';
import { ANNOTATION_MAPS, lostIn } from './annotation-maps';
import { Code } from './codes';
import { show } from './field-words';
import { checkFields } from './fields';
import { isDuration } from './go-duration';
import { checkAppId } from './names';
import { didYouMean } from './nearest';
import { Problems } from './problems';
import { isSize, quantity } from './quantity';
import { checkPorts } from './sidecar-ports';

const OWNER = 'the sidecar';

/** Reports what Dapr would refuse, drop or stop at; `appId` may be absent. */
export function checkSidecar(problems: Problems, version: DaprVersion, options: SidecarOptions): void {
  checkFields(problems, { owner: OWNER, version }, SIDECAR_FIELDS, options);
  if (typeof options.appId === 'string') {
    checkAppId(problems, options.appId, `'appId' of ${OWNER}`);
  }
  checkConfig(problems, options);
  checkNeeds(problems, options);
  checkPorts(problems, options);
  checkHealthTimes(problems, options);
  checkLists(problems, options);
  checkMaps(problems, options);
  checkMountPaths(problems, options);
  checkSizes(problems, options);
  checkLimits(problems, options);
}

function checkConfig(problems: Problems, { config }: SidecarOptions): void {
  if (config === undefined || config === null) {
    return;
  }
  const name: unknown = config.name;
  if (typeof name !== 'string' || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
    problems.add(
      typeof name === 'string' ? Code.MALFORMED : Code.WRONG_TYPE,
      `'config' of ${OWNER} must be a Configuration, or ConfigurationReference.fromName('name'): got ${typeof name === 'string' ? `one that is named ${show(name)}` : show(config)}`,
    );
  }
}

function checkNeeds(problems: Problems, options: SidecarOptions): void {
  const given = options as Record<string, unknown>;
  for (const [option, needed] of Object.entries(SIDECAR_NEEDS)) {
    if (given[option] !== undefined && given[needed] !== true) {
      problems.add(Code.CONFLICT, `'${option}' of ${OWNER} has no effect unless '${needed}' is true: set it, or leave '${option}' out`);
    }
  }
}

/** daprd refuses a check that may take longer than the time between two of them. */
function checkHealthTimes(problems: Problems, options: SidecarOptions): void {
  const timeout = isDuration(options.appHealthProbeTimeout) ? options.appHealthProbeTimeout.toMilliseconds({ integral: false }) : 500;
  const interval = isDuration(options.appHealthProbeInterval) ? options.appHealthProbeInterval.toMilliseconds({ integral: false }) : 5000;
  if (timeout > interval) {
    problems.add(
      Code.CONFLICT,
      `'appHealthProbeTimeout' of ${OWNER} cannot be longer than 'appHealthProbeInterval', where daprd stops: got ${timeout}ms and ${interval}ms`,
    );
  }
}

function checkLists(problems: Problems, options: SidecarOptions): void {
  for (const [option, field] of Object.entries(SIDECAR_FIELDS)) {
    const items: unknown = (options as Record<string, unknown>)[option];
    if (field.is !== 'texts' || !Array.isArray(items)) {
      continue;
    }
    for (const item of items.filter((one): one is string => typeof one === 'string')) {
      if (field.of !== undefined && !field.of.includes(item)) {
        problems.add(
          Code.NOT_ALLOWED,
          `'${option}' of ${OWNER} must be a list of ${field.of.join(', ')}: got ${show(item)}${didYouMean(item, field.of)}`,
        );
      } else if (!/^[^\s,"']+$/.test(item)) {
        problems.add(
          Code.MALFORMED,
          `'${option}' of ${OWNER} must be a list of texts without commas, quotes and white space, because Dapr splits it at commas: got ${show(item)}`,
        );
      }
    }
  }
}

function checkMaps(problems: Problems, options: SidecarOptions): void {
  for (const [option, form] of Object.entries(ANNOTATION_MAPS)) {
    const map = texts((options as Record<string, unknown>)[option]);
    const misnamed = Object.keys(map).filter((name) => !form.name.test(name));
    for (const name of misnamed) {
      problems.add(Code.MALFORMED, `'${option}' of ${OWNER} cannot have the name ${show(name)}: expected ${form.nameExpected}`);
    }
    for (const name of lostIn(form, map).filter((lost) => !misnamed.includes(lost))) {
      problems.add(
        Code.MALFORMED,
        `'${option}.${name}' of ${OWNER} would not arrive as it is: got ${show(map[name])}, expected ${form.expected}`,
      );
    }
  }
  for (const name of Object.keys(texts(options.sidecarSvcAnnotations)).filter((one) => isReserved(one, options))) {
    problems.add(Code.CONFLICT, `'sidecarSvcAnnotations' of ${OWNER} cannot set '${name}': Dapr sets it itself and drops yours`);
  }
}

function isReserved(annotation: string, options: SidecarOptions): boolean {
  const metrics = options.enableMetrics !== false && /^prometheus\.io\/(probe|scrape|port|path)$/.test(annotation);
  return annotation === 'dapr.io/app-id' || metrics;
}

/** Kubernetes refuses the pod where two volumes share a path. */
function checkMountPaths(problems: Problems, options: SidecarOptions): void {
  const mounts = [...Object.entries(texts(options.volumeMounts)), ...Object.entries(texts(options.volumeMountsRw))];
  const taken = new Map<string, string>();
  for (const [volume, path] of mounts) {
    const first = taken.get(path);
    if (first !== undefined) {
      problems.add(
        Code.CONFLICT,
        `'volumeMounts' and 'volumeMountsRw' of ${OWNER} put two volumes at '${path}': '${first}' and '${volume}'`,
      );
    }
    taken.set(path, first ?? volume);
  }
}

function checkSizes(problems: Problems, options: SidecarOptions): void {
  for (const [option, field] of Object.entries(SIDECAR_FIELDS)) {
    const size: unknown = (options as Record<string, unknown>)[option];
    if (field.is === 'size' && isSize(size) && size.toKibibytes() <= 0) {
      problems.add(Code.MALFORMED, `'${option}' of ${OWNER} must be more than nothing: got ${quantity(size)}`);
    }
  }
}

/** Kubernetes refuses the pod where more is requested than allowed. */
function checkLimits(problems: Problems, options: SidecarOptions): void {
  const { sidecarMemoryRequest, sidecarMemoryLimit } = options;
  if (isSize(sidecarMemoryRequest) && isSize(sidecarMemoryLimit) && sidecarMemoryRequest.toKibibytes() > sidecarMemoryLimit.toKibibytes()) {
    problems.add(Code.CONFLICT, overLimit('sidecarMemory', quantity(sidecarMemoryRequest), quantity(sidecarMemoryLimit)));
  }
  const request = processors(options.sidecarCpuRequest);
  const limit = processors(options.sidecarCpuLimit);
  if (request !== undefined && limit !== undefined && request > limit) {
    problems.add(Code.CONFLICT, overLimit('sidecarCpu', options.sidecarCpuRequest!, options.sidecarCpuLimit!));
  }
}

function overLimit(what: string, request: string, limit: string): string {
  return `'${what}Request' of ${OWNER} cannot be more than '${what}Limit': got ${request} and ${limit}`;
}

const FACTORS: { readonly [suffix: string]: number } = { n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 };

function processors(text: unknown): number | undefined {
  if (typeof text !== 'string' || !SIDECAR_FIELDS.sidecarCpuLimit.pattern!.test(text)) {
    return undefined;
  }
  const [, amount, suffix] = /^([\d.]+(?:[eE][+-]?\d+)?)(.*)$/.exec(text)!;
  const binary = /^(.)i$/.exec(suffix);
  return Number(amount) * (binary === null ? (FACTORS[suffix] ?? 1) : 1024 ** ' KMGTPE'.indexOf(binary[1]));
}

/** The texts of a map; what is no text is reported by its kind already. */
function texts(map: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(map ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
