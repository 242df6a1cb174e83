import { Chart, Duration, Size } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** What is called: `POST http://localhost:3500/v1.0/bindings/<name>` with an operation that the binding knows. */
export function outputs(chart: Chart): void {
  // Reports for ourselves. The key of each object comes with the request.
  new dapr.bindings.AwsS3(chart, 'report-archive', {
    bucket: 'shop-report-archive',
    auth: dapr.bindings.AwsS3Auth.awsEnvironment({ region: 'eu-central-1' }),
    scopes: ['reports'],
  });

  // The same reports for the accountants, who have Azure. The container exists: the sidecar need not create it.
  new dapr.bindings.AzureBlobStorage(chart, 'accountant-inbox', {
    auth: dapr.bindings.AzureBlobStorageAuth.accountKey({
      accountName: 'accountantinbox',
      accountKey: dapr.SecretValue.fromSecretKeyRef('accountant-inbox', 'accountKey'),
    }),
    containerName: 'reports',
    disableEntityManagement: true,
    scopes: ['reports'],
  });

  // The tax office's API, which knows us by our certificate.
  const taxOffice = new dapr.bindings.Http(chart, 'tax-office', {
    url: 'https://tax.example.com/v1',
    mtlsRootCA: dapr.MetadataValue.fromSecretKeyRef('tax-office', 'ca.crt'),
    mtlsClientCert: dapr.MetadataValue.fromSecretKeyRef('tax-office', 'tls.crt'),
    mtlsClientKey: dapr.SecretValue.fromSecretKeyRef('tax-office', 'tls.key'),
    responseTimeout: Duration.seconds(20),
    maxResponseBodySize: Size.mebibytes(8),
    scopes: ['reports'],
  });

  // Whom to wake when a report fails: the number comes with the request (`toNumber`).
  new dapr.bindings.TwilioSms(chart, 'on-call-sms', {
    fromNumber: '+15550100',
    accountSid: dapr.MetadataValue.fromSecretKeyRef('twilio', 'accountSid'),
    authToken: dapr.SecretValue.fromSecretKeyRef('twilio', 'authToken'),
    scopes: ['reports'],
  });

  const resiliency = new dapr.Resiliency(chart, 'reports-resiliency', { scopes: ['reports'] });
  resiliency.targetComponent(taxOffice, {
    outbound: {
      timeout: Duration.seconds(30),
      retry: resiliency.addRetry('ask-again', dapr.Retry.constant({ duration: Duration.seconds(10), maxRetries: 3 })),
    },
  });
}
