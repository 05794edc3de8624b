export { detectDevice, type Device } from './detect.ts';
export { type DeviceSignals, readDeviceSignals } from './signals.ts';
export { choosePresentation, type Presentation } from './presentation.ts';
