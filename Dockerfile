# cdk8s-dapr validate, rules and explain: one file on Node, nothing else.
#
#     npm ci && npm run build
#     docker build -t cdk8s-dapr .
#     docker run --rm -v "$PWD:/work:ro" cdk8s-dapr validate k8s/
#     helm template shop ./chart | docker run --rm -i cdk8s-dapr validate -
FROM gcr.io/distroless/nodejs22-debian12:nonroot

COPY lib/standalone/cdk8s-dapr.js /opt/cdk8s-dapr.js
COPY LICENSE /opt/LICENSE

USER nonroot
WORKDIR /work
ENTRYPOINT ["/nodejs/bin/node", "/opt/cdk8s-dapr.js"]
CMD ["help"]
