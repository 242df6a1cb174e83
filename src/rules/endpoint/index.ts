import type { Rule } from '../rule';
import { baseUrl } from './base-url';
import { clientTls } from './client-tls';
import { dottedName } from './dotted-name';
import { emptyHeader } from './empty-header';
import { headerName } from './header-name';
import { missingSecret } from './missing-secret';
import { nameOfApp } from './name-of-app';
import { pem } from './pem';
import { plainSecret } from './plain-secret';
import { unusedCertificate } from './unused-certificate';

/** Calls to the outside: addresses, TLS, headers and secrets of HTTPEndpoints, and of MCPServers where both do the same. */
export const ENDPOINT_RULES: readonly Rule[] = [
  baseUrl,
  clientTls,
  unusedCertificate,
  pem,
  missingSecret,
  nameOfApp,
  dottedName,
  emptyHeader,
  plainSecret,
  headerName,
];
