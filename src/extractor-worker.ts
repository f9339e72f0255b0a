/** What each worker of the extraction pool runs. */
export { read as default } from './reading.ts';
