import type { ReactiveControllerHost } from 'lit';
import type { encode, QrPath } from '../qr-path.ts';

interface Encoder {
  readonly encode: typeof encode;
}

/** Loads the QR encoder when it is first wanted, and remembers the last code that it drew for its host. */
export class CodeController {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #encoder: Encoder | null = null;
  #loading: Promise<void> | null = null;
  #text = '';
  #code: QrPath | 'missing' | null = null;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** Fetches the encoder. Called with the create request, not after it: one hop on a slow network costs half a second. */
  load(): void {
    this.#loading ??= import('../qr-path.ts')
      .then((encoder: Encoder) => {
        this.#encoder = encoder;
        this.#code = null;
      })
      .catch(() => {
        this.#loading = null;
        this.#code = 'missing';
      })
      .then(() => this.#host.requestUpdate());
  }

  /** The code of the last text, which may outlive its payment: it is then shown faded. Null while the encoder loads. */
  get code(): QrPath | 'missing' | null {
    return this.#code;
  }

  /** Draws the code of a text, at once or as soon as the encoder is there. */
  draw(text: string): void {
    if (text === this.#text && this.#code) return;
    this.#text = text;
    if (this.#encoder) this.#code = draw(this.#encoder, text);
    else if (this.#code !== 'missing') this.load();
  }

  /** Forgets the last code: another payment begins. */
  clear(): void {
    this.#text = '';
    this.#code = null;
  }
}

function draw({ encode }: Encoder, text: string): QrPath | 'missing' {
  try {
    return encode(text);
  } catch {
    // Longer than any QR code can hold: the shopper is told, and may still cancel or open the app.
    return 'missing';
  }
}
