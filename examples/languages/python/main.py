from cdk8s import App, Chart
import cdk8s_dapr as dapr

app = App()
chart = Chart(app, "hello-world", namespace="hello")

# The store that the application saves its state in, by the name 'statestore'.
dapr.state.Redis(
    chart,
    "statestore",
    redis_host="redis:6379",
    redis_password=dapr.SecretValue.from_secret_key_ref("redis", "password"),
    scopes=["hello"],
)

# A Deployment with Dapr's sidecar, and its Service.
dapr.Application(chart, "hello", image="ghcr.io/example/hello:1.0.0", port=3000)

app.synth()
