// The cdk8s CLI loads this folder: `package: ./node_modules/cdk8s-dapr/plugin` in cdk8s.yaml.
module.exports = require('../lib/plugin');
