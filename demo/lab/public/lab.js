import { readDeviceSignals } from '/package/device/index.js';
import { showFinding } from './finding.js';

const mine = document.querySelector('.mine');
const devices = [...document.querySelectorAll('.device')];

const showMine = () => {
  mine.hidden = true;
  return showFinding('Your device', readDeviceSignals(globalThis));
};

async function showAnother(name, signals) {
  await showFinding(name, signals);
  mine.hidden = false;
  document.querySelector('.finding').scrollIntoView({ block: 'start' });
}

mine.addEventListener('click', showMine);
document.querySelector('.paste').addEventListener('submit', (event) => {
  event.preventDefault();
  const userAgent = new FormData(event.target).get('userAgent').trim();
  if (userAgent) void showAnother('This user agent, and nothing else', { userAgent });
});
void showMine();

for (const device of devices) {
  const why = device.querySelector('.why');
  why.hidden = false;
  why.addEventListener('click', () => {
    void showAnother(device.querySelector('b').textContent, JSON.parse(device.dataset.signals));
  });
}

const PHASES = {
  creating: 'Asks the shop for a payment.',
  processing: 'Paid, not confirmed yet.',
  success: 'Paid.',
  voided: 'Cancelled, or its time is over.',
  failed: 'Refused.',
  error: 'Could not begin.',
};

/** Says below a frame what the widget in it does, and keeps it from leaving. */
function listen(device, { contentDocument }) {
  const heard = device.querySelector('.heard');
  contentDocument.addEventListener('alipay-change', ({ state }) => {
    // That it waits is not worth saying beside what it waits with: a code, or the wallet that it would have left for.
    if (state.phase !== 'awaiting') heard.textContent = PHASES[state.phase] ?? '';
  });
  contentDocument.addEventListener('alipay-qr', ({ target }) => {
    heard.textContent = target.device.confined ? 'Shows the way out.' : 'Shows a code.';
  });
  contentDocument.addEventListener('alipay-redirect', (event) => {
    event.preventDefault();
    const link = Object.assign(document.createElement('a'), { href: event.url, target: '_blank', rel: 'noreferrer' });
    link.textContent = new URL(event.url).host || event.url;
    heard.replaceChildren('Leaves for ', link);
  });
}

const payAll = document.querySelector('.pay-all');
let isPaying = false;

const pay = (frame) => frame.contentDocument?.querySelector('alipay-checkout')?.start();

for (const device of devices) {
  const frame = device.querySelector('iframe');
  frame.addEventListener('load', () => {
    // Also loads before it is sent anywhere.
    if (!frame.contentDocument?.querySelector('alipay-checkout')) return;
    frame.hidden = false;
    listen(device, frame);
    if (isPaying) pay(frame);
  });
}

// Each is a page with a payment of its own: ordered when it comes into view.
const observer = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) order(target);
});
for (const device of devices) observer.observe(device);

function order(device) {
  observer.unobserve(device);
  const form = device.querySelector('form');
  if (form.hidden) return;
  form.requestSubmit();
  form.hidden = true;
}

payAll.hidden = false;
payAll.addEventListener('click', () => {
  isPaying = true;
  payAll.hidden = true;
  for (const device of devices) {
    pay(device.querySelector('iframe'));
    order(device);
  }
});
