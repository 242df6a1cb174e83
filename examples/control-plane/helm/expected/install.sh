#!/bin/sh
set -eu
helm show crds dapr --repo https://dapr.github.io/helm-charts/ --version 1.18.3 | kubectl apply --server-side --force-conflicts --filename -
helm upgrade --install dapr dapr --repo https://dapr.github.io/helm-charts/ --version 1.18.3 --namespace dapr-system --create-namespace --values values.yaml --skip-crds --wait --timeout 10m
kubectl rollout restart deployment/dapr-operator --namespace dapr-system
kubectl rollout status deployment/dapr-operator --namespace dapr-system
