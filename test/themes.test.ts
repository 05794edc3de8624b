import assert from 'node:assert/strict';
import { it } from 'node:test';
import { elementSurface } from '../scripts/manifest.ts';
import { contrast, mix, parseHex } from './support/colours.ts';
import { themeFiles, tokensOf } from './support/theme-files.ts';

const surface = elementSurface();

it('ships six themes', () => {
  assert.deepEqual(
    themeFiles.map(({ name }) => name),
    ['electronics', 'fashion', 'gaming', 'kids', 'luxury', 'tea-house'],
  );
});

for (const { name, css, schemes } of themeFiles) {
  for (const [scheme, tokens] of Object.entries(schemes)) {
    it(`can be read: ${name}, ${scheme}`, () => {
      const colour = (token: string) => parseHex(tokens[token] ?? assert.fail(`${token} is not given`));
      const panel = colour('surface');
      const accented = mix(colour('accent'), 0.12, panel);
      const pairs = {
        'text on the panel': [colour('text'), panel, 7],
        'quieter text on the panel': [colour('muted'), panel, 7],
        'quieter text on what is hovered': [colour('muted'), colour('raised'), 7],
        'text on a waiting button': [colour('text'), accented, 7],
        'the filled button': [colour('on-accent'), colour('accent'), 7],
        'a link': [colour('accent'), panel, 7],
        'a mark on its disc': [colour('accent'), accented, 3],
        'the tick': [panel, colour('good'), 4.5],
        'what a wallet offers': [colour('good'), panel, 7],
        'the last minute': [colour('warn'), panel, 7],
        'a fault on its disc': [colour('bad'), mix(colour('bad'), 0.12, panel), 4.5],
      } as const;
      for (const [what, [front, back, least]] of Object.entries(pairs)) {
        const ratio = contrast(front, back);
        assert.ok(ratio >= least, `${what} has ${ratio.toFixed(2)}:1, and needs ${least}:1`);
      }
    });
  }

  it(`is dark for whoever prefers it as for whoever asks for it: ${name}`, () => {
    const preferred = tokensOf(css, "alipay-checkout:not([theme='light'])");
    assert.deepEqual(preferred, tokensOf(css, "alipay-checkout[theme='dark']"));
    assert.equal('dark' in schemes && 'light' in schemes, Object.keys(preferred).length > 0);
  });

  it(`uses tokens and parts that there are: ${name}`, () => {
    const known = surface.cssProperties.map((token) => token.name);
    for (const [token] of css.matchAll(/--alipay-checkout-[\w-]+/g)) assert.ok(known.includes(token), token);
    const parts = surface.cssParts.map((part) => part.name);
    for (const [, part] of css.matchAll(/::part\(([\w-]+)\)/g)) assert.ok(parts.includes(part!), part);
  });

  it(`leaves the code alone: ${name}`, () => {
    assert.doesNotMatch(css, /::part\((qr|qr-card)\)|!important|filter:|opacity:/);
  });
}
