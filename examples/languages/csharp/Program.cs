using Cdk8sDapr;
using App = Org.Cdk8s.App;
using Chart = Org.Cdk8s.Chart;
using ChartProps = Org.Cdk8s.ChartProps;
using State = Cdk8sDapr.State;

var app = new App();
var chart = new Chart(app, "hello-world", new ChartProps { Namespace = "hello" });

// The store that the application saves its state in, by the name 'statestore'.
new State.Redis(chart, "statestore", new State.RedisProps
{
    RedisHost = "redis:6379",
    RedisPassword = SecretValue.FromSecretKeyRef("redis", "password"),
    Scopes = new[] { "hello" },
});

// A Deployment with Dapr's sidecar, and its Service.
new Application(chart, "hello", new ApplicationProps { Image = "ghcr.io/example/hello:1.0.0", Port = 3000 });

app.Synth();
