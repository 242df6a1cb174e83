'use strict';
// The entry point 'cdk8s-dapr/terraform'. The index does not load it: who does not use Terraform pays nothing.
module.exports = require('./lib/terraform');
