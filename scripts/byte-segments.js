// Stands in for qrcode's own `segments` in browsers. The original looks for the shortest mix of digits, capitals, kanji
// and bytes, with a table for each; an address is encoded as it stands, in bytes.
import ByteData from 'qrcode/lib/core/byte-data.js';

export const fromArray = (segments) => segments.map(({ data }) => new ByteData(data));

// For texts, which qr-path.ts never hands over.
export const fromString = undefined;
export const rawSplit = undefined;
