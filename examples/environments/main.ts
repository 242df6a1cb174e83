import * as dapr from 'cdk8s-dapr';
import { Environment } from './environment';
import { development } from './development';
import { production } from './production';
import { Shop } from './shop';
import { staging } from './staging';

// One application, three environments: a chart and so a file each. What differs stands in the environments, what is the same in `Shop`.
const environments: Environment[] = [development, staging, production];

const app = new dapr.App();
for (const environment of environments) {
  new Shop(app, `shop-${environment.name}`, environment);
}
app.synth();
