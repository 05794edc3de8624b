/** The name under which WebDriver hands out elements. https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** One session of a browser that is driven over WebDriver. */
export class WebDriverSession {
  readonly #address: string;

  private constructor(address: string) {
    this.#address = address;
  }

  static async open(server: string, capabilities: object): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await call<{ readonly sessionId: string }>('POST', `${server}/session`, body);
    return new WebDriverSession(`${server}/session/${sessionId}`);
  }

  get<T>(path: string): Promise<T> {
    return call('GET', this.#address + path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return call('POST', this.#address + path, body);
  }

  delete(path: string): Promise<unknown> {
    return call('DELETE', this.#address + path);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.post('/execute/sync', { script: `return ${expression}`, args: [] });
  }

  /** @param expression - What answers the element. */
  async click(expression: string): Promise<void> {
    const { [ELEMENT]: id } = await this.evaluate<Record<string, string>>(expression);
    await this.post(`/element/${id}/click`);
  }

  close(): Promise<void> {
    return call('DELETE', this.#address);
  }
}

async function call<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { readonly value: T };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}
