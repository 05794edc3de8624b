export { H, L, Q } from 'qrcode/lib/core/error-correction-level.js';
