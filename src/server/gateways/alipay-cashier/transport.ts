import { GatewayError, type IncomingNotification, NotificationRefused } from '../../gateway.ts';
import { callGateway, type HttpAnswer, parseJson as parseBody } from '../../gateway-http.ts';
import { type Bytes, RSA_SHA256 } from '../../signing.ts';
import type { RsaKey } from './keys.ts';
import type { ClientConfig } from './options.ts';
import { parseResult } from './parsers/common.ts';
import { isUnidentifiedCaller } from './result-codes.ts';
import { sign, verify } from './signature.ts';

/** Carries messages to and from the gateway: what comes out of it is signed by the gateway and parsed as JSON. */
export interface Transport {
  /** @throws {GatewayError} `unknown` without an answer to believe; `misconfigured` for an unwanted caller. */
  call(endpoint: string, message: object, timeoutMs: number): Promise<unknown>;
  /** @throws {NotificationRefused} 401 where it is not the gateway's, 400 where it is not JSON. */
  open(notification: IncomingNotification): Promise<unknown>;
}

export function createTransport(config: ClientConfig): Transport {
  const { clientId, origin, basePath, keyVersion, agentToken, send, now } = config;
  const signingKey = importOnce(config.privateKey, 'privateKey', 'sign');
  const gatewayKey = importOnce(config.gatewayPublicKey, 'gatewayPublicKey', 'verify');

  async function call(endpoint: string, message: object, timeoutMs: number): Promise<unknown> {
    const target = basePath + endpoint;
    // Serialised once: the bytes that are signed are the bytes that are sent.
    const body = new TextEncoder().encode(JSON.stringify(message));
    const time = String(Math.trunc(now()));
    const signature = await sign(await signingKey(), keyVersion, { method: 'POST', target, clientId, time, body });
    const headers = new Headers({
      'content-type': 'application/json; charset=UTF-8',
      'client-id': clientId,
      'request-time': time,
      signature,
    });
    if (agentToken) headers.set('agent-token', agentToken);
    const request = { method: 'POST', headers, body };
    return readAnswer(target, await callGateway(send, origin + target, request, config.timeoutMs ?? timeoutMs));
  }

  async function readAnswer(target: string, { status, headers, body }: HttpAnswer): Promise<unknown> {
    // Even refusals come as 200: anything else is a proxy, or a gateway in trouble.
    if (status !== 200) throw new GatewayError('unknown', `The gateway answered HTTP ${status}`);
    const signature = headers.get('signature');
    const time = headers.get('response-time');
    if (!signature || !time) throw unsigned(body);
    if (headers.get('client-id') !== clientId) throw new GatewayError('unknown', 'The answer is for another client id');
    if (!(await verify(await gatewayKey(), signature, { method: 'POST', target, clientId, time, body }))) {
      throw new GatewayError('unknown', 'The signature of the answer is wrong: is "gatewayPublicKey" Alipay’s?');
    }
    return parseJson(body, (cause) => new GatewayError('unknown', 'The answer is not JSON', { cause }));
  }

  async function open({ method, target, headers, body }: IncomingNotification): Promise<unknown> {
    const signature = headers.get('signature');
    const time = headers.get('request-time');
    if (!signature || !time) throw new NotificationRefused(401, 'The notification is not signed');
    if (headers.get('client-id') !== clientId) {
      throw new NotificationRefused(401, 'The notification is for another client id');
    }
    if (!(await verify(await gatewayKey(), signature, { method, target, clientId, time, body }))) {
      throw new NotificationRefused(401, 'The signature of the notification is wrong');
    }
    return parseJson(body, (cause) => new NotificationRefused(400, 'The notification is not JSON', cause));
  }

  return { call, open };
}

// The gateway does not sign for a caller whom it could not identify. Anybody can write an unsigned answer, so nothing
// else is believed of one, and not even this says anything about a payment.
function unsigned(body: Bytes): GatewayError {
  const message = parseJson(
    body,
    (cause) => new GatewayError('unknown', 'The answer is neither signed nor JSON', { cause }),
  );
  const { resultStatus, resultCode } = parseResult(message);
  return resultStatus === 'F' && isUnidentifiedCaller(resultCode)
    ? new GatewayError('misconfigured', `The gateway does not know this caller: ${resultCode}`, {
        gatewayCode: resultCode,
      })
    : new GatewayError('unknown', 'The answer is not signed');
}

function parseJson(body: Uint8Array, refuse: (cause: unknown) => Error): unknown {
  try {
    return parseBody(body);
  } catch (cause) {
    throw refuse(cause);
  }
}

function importOnce({ format, der }: RsaKey, option: string, usage: 'sign' | 'verify'): () => Promise<CryptoKey> {
  let imported: Promise<CryptoKey> | undefined;
  return () =>
    (imported ??= crypto.subtle.importKey(format, der, RSA_SHA256, false, [usage]).catch((cause: unknown) => {
      throw new GatewayError('misconfigured', `"${option}" cannot be imported as an RSA key`, { cause });
    }));
}
