# The twin of main.ts, line by line: an application of several services, as large as those that people write.
from cdk8s import Chart, Duration
import cdk8s_dapr as dapr

# The library's own App writes with a package that it brings along: that has to arrive in every language.
app = dapr.App()
chart = Chart(app, "order-processing", namespace="shop")

vault = dapr.secretstores.HashicorpVault(
    chart,
    "vault",
    vault_addr="https://vault.vault:8200",
    ca_pem=dapr.MetadataValue.from_secret_key_ref("vault-access", "ca.crt"),
    auth=dapr.secretstores.HashicorpVaultAuth.token(
        vault_token=dapr.SecretValue.from_secret_key_ref("vault-access", "token")
    ),
    vault_kv_prefix="shop",
    scopes=["checkout", "orders", "notification"],
)
store = dapr.state.Redis(
    chart,
    "orderstore",
    redis_host="redis:6379",
    redis_password=dapr.SecretValue.from_secret_key_ref("redis", "password"),
    enable_tls=True,
    actor_state_store=True,
    outbox=dapr.Outbox(publish_pubsub="orderpubsub", publish_topic="orders"),
    secret_store=vault,
    scopes=["orders"],
)
bus = dapr.pubsub.Kafka(
    chart,
    "orderpubsub",
    brokers="kafka-0.kafka:9092,kafka-1.kafka:9092",
    auth=dapr.pubsub.KafkaAuth.sasl(
        sasl_username="shop",
        sasl_password=dapr.SecretValue.from_secret_key_ref("kafka", "password"),
        sasl_mechanism=dapr.pubsub.KafkaSaslMechanism.SHA_512,
    ),
    heartbeat_interval=Duration.seconds(3),
    publishing_scopes={"checkout": [], "notification": ["orders-dead"]},
    secret_store=vault,
    scopes=["checkout", "orders", "notification"],
)
dapr.bindings.Cron(
    chart,
    "nightly",
    schedule="0 0 2 * * *",
    direction=dapr.BindingDirection.INPUT,
    route="/jobs/nightly",
    scopes=["orders"],
)

config = dapr.Configuration(
    chart,
    "orders-config",
    tracing=dapr.Tracing.otel("otel-collector:4317", protocol=dapr.OtelProtocol.GRPC, is_secure=False, sampling_rate=0.1),
    # A dictionary does where a class would: whichever reads better.
    metrics={"enabled": True, "http": {"increased_cardinality": False, "path_matching": ["/orders", "/orders/{id}"]}},
    secrets=dapr.Secrets(scopes=[dapr.SecretScope(store_name=vault.name, default_access=dapr.Access.DENY)]),
    access_control=dapr.AccessControl(
        default_action=dapr.Access.DENY,
        policies=[
            dapr.AccessPolicy(
                app_id="checkout",
                default_action=dapr.Access.DENY,
                operations=[
                    dapr.AccessOperation(name="/orders", http_verb=[dapr.HttpVerb.POST], action=dapr.Access.ALLOW)
                ],
            )
        ],
    ),
)
orders = dapr.Application(
    chart,
    "orders",
    image="ghcr.io/example/orders:1.4.0",
    port=5001,
    replicas=3,
    health_path="/healthz",
    config=config,
)
dapr.Application(chart, "checkout", image="ghcr.io/example/checkout:1.4.0", port=5000, env={"STORE": store.name})
dapr.Application(
    chart,
    "notification",
    image="ghcr.io/example/notification:1.4.0",
    port=5002,
    sidecar=dapr.SidecarOptions(log_as_json=True),
)
dapr.Subscription(
    chart,
    "notification-orders",
    pubsub=bus,
    topic="orders",
    route="/events/orders",
    dead_letter_topic="orders-dead",
    scopes=["notification"],
)

resiliency = dapr.Resiliency(chart, "shop-resiliency")
important = resiliency.add_retry(
    "important", dapr.Retry.exponential(max_interval=Duration.seconds(15), max_retries=10)
)
breaker = resiliency.add_circuit_breaker("simple", trip="consecutiveFailures > 8", timeout=Duration.seconds(5))
resiliency.target_app(orders, timeout=Duration.seconds(2), retry=important, circuit_breaker=breaker)
resiliency.target_component(store, outbound=dapr.CallPolicies(timeout=Duration.seconds(1), retry=important))

app.synth()
