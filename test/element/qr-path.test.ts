import { expect } from '@open-wc/testing';
import jsQR from 'jsqr';
import { render, svg } from 'lit';
import { encoderWith } from '../../src/element/qr-options.ts';
import { type CodeOptions, encode, toPath } from '../../src/element/qr-path.ts';

describe('the path of a QR code', () => {
  for (const [title, rows, path] of [
    ['nothing for a light square', ['.'], ''],
    ['one rectangle for a dark module', ['#'], 'M0 0h1v1h-1z'],
    ['one rectangle for a run in a row', ['###', '...', '.##'], 'M0 0h3v1h-3zM1 2h2v1h-2z'],
    ['no rectangle around the end of a row', ['.#', '#.'], 'M1 0h1v1h-1zM0 1h1v1h-1z'],
  ] as const) {
    it(`has ${title}`, () => {
      const data = [...rows.join('')].map((module) => (module === '#' ? 1 : 0));
      expect(toPath({ size: rows.length, data })).to.equal(path);
    });
  }

  it('is read by an independent reader, painted dark on white with four modules of quiet zone', () => {
    const text = 'https://qr.alipay.com/281002040096rRTYIDHyPqJMmwCdCu7p?amount=1314&note=龙井';
    const { size, path } = encode(text);
    const side = (size + 8) * 4;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const paint = canvas.getContext('2d')!;
    paint.fillStyle = '#fff';
    paint.fillRect(0, 0, side, side);
    paint.setTransform(4, 0, 0, 4, 16, 16);
    paint.fillStyle = '#000';
    paint.fill(new Path2D(path));
    expect(jsQR(paint.getImageData(0, 0, side, side).data, side, side)?.data).to.equal(text);
  });
});

describe('a code as a page wants it', () => {
  const text = 'https://qr.alipay.com/281002040096rRTYIDHyPqJMmwCdCu7p';
  const draw = (options: Partial<CodeOptions>, ofWhat = text) =>
    encoderWith(encode, { qrErrorCorrection: 'M', qrMark: false, ...options })(ofWhat);

  it('has more modules for more correction', () => {
    const sizes = (['L', 'M', 'Q', 'H'] as const).map(
      (qrErrorCorrection) => draw({ qrErrorCorrection }, text.slice(0, 50)).size,
    );
    expect(sizes).to.deep.equal([29, 33, 37, 41]);
  });

  it('is the usual one for a correction that there is not', () => {
    for (const word of ['', 'h', 'constructor', '100%'])
      expect(draw({ qrErrorCorrection: word as 'H' })).to.deep.equal(encode(text));
  });

  it('is the usual one, without a mark, where the modules would become too small', () => {
    for (const length of [150, 2000]) {
      const long = text.padEnd(length, 'x');
      expect(draw({ qrErrorCorrection: 'H', qrMark: true }, long)).to.deep.equal(encode(long));
    }
  });

  it('has as few modules as it can where the least correction is wanted, however long the text', () => {
    for (const qrMark of [false, true]) {
      const long = text.padEnd(330, 'x');
      expect(draw({ qrErrorCorrection: 'L', qrMark }, long).size).to.be.below(encode(long).size);
    }
  });

  it('is corrected at Q or H under a mark, which covers whole modules of a fifth of it at most', () => {
    expect(draw({ qrMark: true, qrErrorCorrection: 'L' }).path).to.equal(draw({ qrErrorCorrection: 'Q' }).path);
    expect(draw({ qrMark: true }).path).to.equal(draw({ qrErrorCorrection: 'Q' }).path);
    const both = { qrMark: true, qrErrorCorrection: 'H' } as const;
    expect(draw(both).path).to.equal(draw({ qrErrorCorrection: 'H' }).path);
    expect(draw(both, text.padEnd(60, 'x')).path).to.equal(draw({ qrMark: true }, text.padEnd(60, 'x')).path);
    for (const length of [10, 24, 40, 54, 74]) {
      const { size, mark } = draw({ qrMark: true }, text.slice(0, 10).padEnd(length, 'x'));
      const stand = document.createElement('div');
      render(svg`${mark}`, stand);
      const place = stand.querySelector('[part=qr-mark]')!.getAttribute('transform')!;
      const [, start, scale] = /translate\((\S+) \S+\) scale\((\S+)\)/.exec(place)!.map(Number);
      expect(start! % 1, 'begins in the middle of a module').to.equal(0);
      expect(size - 2 * start!).to.be.closeTo(34 * scale!, 1e-9);
      expect((34 * scale!) / size).to.be.within(0.1, 0.2);
    }
  });
});
