// Stands in for the file of qrcode with this name, which looks for the shortest mix of digits, capitals, kanji and bytes,
// with a table for each: qr-path.ts hands over bytes.
import ByteData from 'qrcode/lib/core/byte-data.js';

export const fromArray = (segments) => segments.map(({ data }) => new ByteData(data));

// For texts, which it never hands over.
export const fromString = undefined;
export const rawSplit = undefined;
