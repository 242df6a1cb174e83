import io.github.cdk8sdapr.Application;
import io.github.cdk8sdapr.SecretValue;
import io.github.cdk8sdapr.state.Redis;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.Chart;

public final class HelloWorld {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = Chart.Builder.create(app, "hello-world").namespace("hello").build();

        // The store that the application saves its state in, by the name 'statestore'.
        Redis.Builder.create(chart, "statestore")
                .redisHost("redis:6379")
                .redisPassword(SecretValue.fromSecretKeyRef("redis", "password"))
                .scopes(List.of("hello"))
                .build();

        // A Deployment with Dapr's sidecar, and its Service.
        Application.Builder.create(chart, "hello").image("ghcr.io/example/hello:1.0.0").port(3000).build();

        app.synth();
    }
}
