import { expect } from '@open-wc/testing';
import jsQR from 'jsqr';
import { encode, toPath } from '../../src/element/qr-path.ts';

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
