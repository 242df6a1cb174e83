package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-dapr/cdk8s-dapr-go/cdk8sdapr"
	"github.com/cdk8s-dapr/cdk8s-dapr-go/cdk8sdapr/state"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	defer jsii.Close()

	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("hello-world"), &cdk8s.ChartProps{Namespace: jsii.String("hello")})

	// The store that the application saves its state in, by the name 'statestore'.
	state.NewRedis(chart, jsii.String("statestore"), &state.RedisProps{
		RedisHost:     jsii.String("redis:6379"),
		RedisPassword: cdk8sdapr.SecretValue_FromSecretKeyRef(jsii.String("redis"), jsii.String("password")),
		Scopes:        jsii.Strings("hello"),
	})

	// A Deployment with Dapr's sidecar, and its Service.
	cdk8sdapr.NewApplication(chart, jsii.String("hello"), &cdk8sdapr.ApplicationProps{
		Image: jsii.String("ghcr.io/example/hello:1.0.0"),
		Port:  jsii.Number(3000),
	})

	app.Synth()
}
