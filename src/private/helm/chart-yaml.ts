import type { HelmChartProps } from '../../helm/helm-chart-props';
import { exactYaml } from '../exact-yaml';

/** Begins a Chart.yaml that may be replaced, with all of its folder. */
export const MARK = '# Made by cdk8s-dapr: changes are lost when the chart is written again.';

export function chartYaml(props: HelmChartProps): string {
  const { name, version, appVersion, description, kubeVersion, icon, home, sources, keywords, maintainers, annotations } = props;
  const fields = {
    apiVersion: 'v2',
    name,
    version,
    appVersion,
    kubeVersion,
    description,
    type: 'application',
    home,
    icon,
    sources,
    keywords,
    maintainers,
    annotations,
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `${MARK}\n${exactYaml([given])}`;
}
