export { WorkflowAccessPolicy, WorkflowAccessPolicyProps } from './workflow-access-policy';
export {
  ActivityPermission,
  WorkflowAccessRule,
  WorkflowEventType,
  WorkflowOperation,
  WorkflowPermission,
  WorkflowPrerequisite,
} from './workflow-access-rule';
