import { Code } from '../private/codes';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { Field, Fields } from '../private/fields';
import { checkAppId } from '../private/names';
import { Problems } from '../private/problems';

/**
 * What can be done with a workflow.
 */
export enum WorkflowOperation {
  /** Start it. */
  SCHEDULE = 'schedule',
  /** End it early. */
  TERMINATE = 'terminate',
  /** Send it an event. */
  RAISE = 'raise',
  /** Halt it. */
  PAUSE = 'pause',
  /** Let it go on. */
  RESUME = 'resume',
  /** Remove its state. */
  PURGE = 'purge',
  /** Ask for its state. */
  GET = 'get',
  /** Run it again from a point of its history. */
  RERUN = 'rerun',
}

/**
 * Something that may have happened in the caller's workflow.
 */
export enum WorkflowEventType {
  /** An activity was started. */
  ACTIVITY_STARTED = 'activity.started',
  /** An activity was completed. */
  ACTIVITY_COMPLETED = 'activity.completed',
  /** A child workflow was started. */
  WORKFLOW_STARTED = 'workflow.started',
  /** A child workflow was completed. */
  WORKFLOW_COMPLETED = 'workflow.completed',
  /** An event was received. */
  EVENT_RAISED = 'event.raised',
}

/**
 * Something that must have happened in the caller's workflow.
 */
export interface WorkflowPrerequisite {
  /** What happened. */
  readonly eventType: WorkflowEventType;

  /** The name of the activity, workflow or event. */
  readonly name: string;

  /** The app id of the application where it happened. */
  readonly appId: string;
}

/**
 * What may be done with some workflows.
 */
export interface WorkflowPermission {
  /** The name of the workflow; `*` stands for any letters but `/`, as in shells. */
  readonly name: string;

  /**
   * What may be done, each once. Between applications, Dapr 1.18 starts workflows, and ends child workflows together with their parent
   * (`TERMINATE`); 1.19 heeds all.
   */
  readonly operations: WorkflowOperation[];

  /**
   * What must have happened before, in this order. Only together with the one operation `SCHEDULE`, and only where the
   * application signs workflow history. Dapr 1.19 and later.
   *
   * @default - nothing
   */
  readonly requires?: WorkflowPrerequisite[];
}

/**
 * Which activities may be run.
 */
export interface ActivityPermission {
  /** The name of the activity; `*` stands for any letters but `/`, as in shells. */
  readonly name: string;

  /**
   * What must have happened before, in this order. Only where the application signs workflow history. Dapr 1.19 and later.
   *
   * @default - nothing
   */
  readonly requires?: WorkflowPrerequisite[];
}

/**
 * What some callers may do. At least one workflow or activity is needed.
 */
export interface WorkflowAccessRule {
  /** The app ids of the callers: one or more, in the same namespace. */
  readonly callers: string[];

  /**
   * The workflows that they may use.
   *
   * @default - none
   */
  readonly workflows?: WorkflowPermission[];

  /**
   * The activities that they may run.
   *
   * @default - none
   */
  readonly activities?: ActivityPermission[];
}

const NAME: Field = { is: 'text', required: true, pattern: /./, expected: 'a name, in which * stands for any letters' };

const REQUIRES: Field = {
  is: 'objects',
  since: '1.19',
  fields: {
    eventType: { is: 'enum', required: true, of: Object.values(WorkflowEventType) },
    name: { is: 'text', required: true, pattern: /./, expected: 'the name of an activity, workflow or event' },
    appId: { is: 'text', required: true, wire: 'appID', pattern: /./, expected: 'an app id' },
  },
};

export const RULE: Fields = {
  callers: { is: 'texts', required: true, expected: 'a list of app ids' },
  workflows: {
    is: 'objects',
    fields: { name: NAME, operations: { is: 'texts', required: true, expected: 'a list of WorkflowOperation' }, requires: REQUIRES },
  },
  activities: { is: 'objects', fields: { name: NAME, requires: REQUIRES } },
};

/** Reports what the table of fields cannot say. */
export function checkRule(problems: Problems, rule: WorkflowAccessRule, name: string): void {
  const callers = list(rule?.callers);
  callers.forEach((appId, i) => checkAppId(problems, appId, `'${name}.callers[${i}]'`));
  if (Array.isArray(rule?.callers) && callers.length === 0) {
    problems.add(Code.REQUIRED, `'${name}.callers' of ${OWNER} must name one or more applications: got an empty list`);
  }
  if (list(rule?.workflows).length === 0 && list(rule?.activities).length === 0) {
    problems.add(Code.REQUIRED, `'${name}' of ${OWNER} needs one or more workflows or activities: got neither`);
  }
  list(rule?.workflows).forEach((workflow, i) => checkWorkflow(problems, workflow, `${name}.workflows[${i}]`));
  list(rule?.activities).forEach((activity, i) => checkGlob(problems, activity?.name, `${name}.activities[${i}]`));
}

/** A checked rule as the spec holds it. */
export function ruleJson(rule: WorkflowAccessRule): object {
  const { callers, ...rest } = rule;
  return { callers: callers.map((appID) => ({ appID })), ...toJson(RULE, rest) };
}

const OWNER = 'WorkflowAccessPolicy';
const OPERATIONS: string[] = Object.values(WorkflowOperation);

function checkWorkflow(problems: Problems, workflow: WorkflowPermission, name: string): void {
  checkGlob(problems, workflow?.name, name);
  const operations = list(workflow?.operations);
  if (Array.isArray(workflow?.operations) && (operations.length === 0 || new Set(operations).size < operations.length)) {
    problems.add(Code.MALFORMED, `'${name}.operations' of ${OWNER} must have one or more operations, each once: got ${show(operations)}`);
  }
  for (const operation of operations.filter((given) => !OPERATIONS.includes(given))) {
    problems.add(Code.NOT_ALLOWED, `'${name}.operations' of ${OWNER} must hold only ${OPERATIONS.join(', ')}: got '${operation}'`);
  }
  if (workflow?.requires !== undefined && operations.join() !== WorkflowOperation.SCHEDULE) {
    problems.add(
      Code.CONFLICT,
      `'${name}.requires' of ${OWNER} needs 'operations' to be [${WorkflowOperation.SCHEDULE}] and nothing else: got ${show(operations)}; put the others into a permission of their own`,
    );
  }
}

// Dapr leaves a pattern out that it cannot read.
function checkGlob(problems: Problems, pattern: unknown, name: string): void {
  const bare = typeof pattern === 'string' ? pattern.replace(/\\[\s\S]/g, 'x') : '';
  if (/\\$|\[\^?(?![^\]])|\[[^\]]*$/.test(bare)) {
    problems.add(
      Code.MALFORMED,
      `'${name}.name' of ${OWNER} must be a pattern that can be read: got ${show(pattern)}, in which a '[' or a '\\' is left open`,
    );
  }
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
